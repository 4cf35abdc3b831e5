import type { CopyId } from '#shared/reading-copy/copy-parts.ts';
import type { NoteKnowledge, NoteStep } from '#shared/reading-copy/notes/note-step.ts';
import { type BrowserStore, hasIndexed, indexedStore, localStore } from './browser-store.ts';

/** What one reader of a copy left on this device. */
export interface Kept {
	steps: NoteStep[];
	knowledge: NoteKnowledge[];
	profile: Map<string, unknown>;
	/** The last step that is in a file that was saved; '' for none. */
	savedStepId: string;
}

/** Keeps what a reader does, in the browser, once they have asked for it. Nothing is written before. */
export interface Keeper {
	readonly isKeeping: boolean;
	readonly canKeep: boolean;
	/** What was kept before; null where nothing was. */
	find(): Promise<Kept | null>;
	/** From now on everything is kept; rejects where the browser lets none of it. */
	begin(kept: Kept): Promise<void>;
	/** Resolves when it is on the disk, or at once where nothing is to be kept. */
	add(kept: Partial<Kept>): Promise<void>;
	forget(): Promise<void>;
}

const stepKey = 'step ';
const knowledgeKey = 'knowledge ';
const profileKey = 'profile ';

/** @param mayKeep false where the browser is not even looked at */
export function createKeeper(copyId: CopyId, mayKeep: boolean): Keeper {
	const name = `lectern-copy ${copyId}`;
	const places = mayKeep ? placesOf(name) : [];
	let current: BrowserStore | null = null;
	let canKeep = mayKeep && ('indexedDB' in globalThis || hasLocalStorage());

	return {
		get isKeeping() {
			return current !== null;
		},
		get canKeep() {
			return canKeep;
		},
		async find() {
			for (const { store, isUsed } of places) {
				const kept = await isUsed()
					.then(async (used) => (used ? parse(await store.read()) : null))
					.catch(() => null);
				if (!kept) continue;
				current = store;
				return kept;
			}
			return null;
		},
		async begin(kept) {
			for (const { store } of places) {
				const error = await store.write(format(kept)).then(
					() => null,
					(reason: unknown) => reason ?? new Error('refused'),
				);
				if (error) continue;
				current = store;
				return;
			}
			canKeep = false;
			throw new Error('the browser keeps nothing for this page');
		},
		async add(kept) {
			await current?.write(format(kept));
		},
		async forget() {
			const left = current;
			current = null;
			await left?.remove();
		},
	};
}

function placesOf(name: string) {
	return [
		{ store: indexedStore(name), isUsed: () => hasIndexed(name) },
		{ store: localStore(name), isUsed: async () => (await localStore(name).read()).size > 0 },
	];
}

function hasLocalStorage(): boolean {
	try {
		return Boolean(globalThis.localStorage);
	} catch {
		return false;
	}
}

function format({ steps = [], knowledge = [], profile, savedStepId }: Partial<Kept>): Map<string, string> {
	const entries = new Map<string, string>();
	// Each under a key of its own, for two windows may write; steps by their order, which their ids do not tell.
	for (const step of steps) entries.set(stepKey + orderOf(step), JSON.stringify(step));
	for (const known of knowledge)
		entries.set(`${knowledgeKey}${known.replicaId} ${known.knownReplicaId}`, JSON.stringify(known));
	if (savedStepId !== undefined) entries.set('saved', savedStepId);
	for (const [key, value] of profile ?? []) entries.set(profileKey + key, JSON.stringify(value));
	return entries;
}

/** Order of clocks is order of causes. */
function orderOf({ changes, id }: NoteStep): string {
	return `${changes[0]?.clock ?? ''} ${id}`;
}

function parse(entries: ReadonlyMap<string, string>): Kept {
	const withPrefix = (prefix: string) =>
		[...entries].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		steps: withPrefix(stepKey).map(([, value]) => JSON.parse(value) as NoteStep),
		knowledge: withPrefix(knowledgeKey).map(([, value]) => JSON.parse(value) as NoteKnowledge),
		profile: new Map(withPrefix(profileKey).map(([key, value]) => [key.slice(profileKey.length), JSON.parse(value)])),
		savedStepId: entries.get('saved') ?? '',
	};
}
