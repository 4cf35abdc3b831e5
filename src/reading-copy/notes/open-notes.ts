import type { NotesState, OpenedNotes, Watched } from '#shared/api/copy-bridge.ts';
import { newId, type ReplicaId } from '#shared/domain/ids.ts';
import type { CopyCore, NotesPart } from '#shared/reading-copy/copy-parts.ts';
import { type ChangedNotes, NoteBook } from '#shared/reading-copy/notes/note-book.ts';
import type { NoteKnowledge, NoteStep } from '#shared/reading-copy/notes/note-step.ts';
import { type NotesHistory, readHistory } from '#shared/reading-copy/notes/notes-file.ts';
import { createChanging } from '../watched.ts';
import { createKeeper, type Keeper, type Kept } from './keeper.ts';

export interface NotesOptions {
	core: CopyCore;
	inCopy: NotesPart;
	profile: Map<string, unknown>;
	/** Whether the browser may be asked to keep them: never of an encrypted copy. */
	mayKeep: boolean;
	author(): string;
	/** Called after each change of notes. */
	onChange(changed: ChangedNotes): void;
}

/** The notes of a copy while it is open: what is done with them, and where they are kept. */
export interface OpenNotes {
	readonly book: NoteBook;
	readonly state: Watched<NotesState>;
	/** Does something with them; resolves once the browser has it, where it is to keep it. */
	write<T>(work: (book: NoteBook) => T): Promise<T>;
	keep(): Promise<void>;
	forget(): Promise<void>;
	/** As if nothing had been written: gone from the browser, and from the window. */
	empty(): Promise<void>;
	keepProfile(key: string, value: unknown): void;
	history(): NotesHistory;
	markSaved(): void;
	open(text: string): Promise<OpenedNotes>;
}

const historyFormat = 1;

export async function openNotes(options: NotesOptions): Promise<OpenNotes> {
	const { core, inCopy, profile } = options;
	const keeper = createKeeper(core.copyId, options.mayKeep);
	const kept = await keeper.find();
	for (const [key, value] of kept?.profile ?? []) profile.set(key, value);
	let savedStepId = kept?.savedStepId ?? '';
	/** How steps were when the browser took them: what was undone since is another. */
	const taken = new Map(kept?.steps.map(({ id, status }) => [id, status]));
	let book = open(kept?.steps ?? [], kept?.knowledge ?? []);
	const state = createChanging<NotesState>(stateOf(keeper, false));

	/** A new replica each time: two windows of one copy must not give out one clock twice. */
	function open(steps: readonly NoteStep[], knowledge: readonly NoteKnowledge[]): NoteBook {
		return new NoteBook({
			...{ steps, knowledge, known: core.known, annotations: inCopy.annotations },
			...{ replicaId: newId<ReplicaId>(), now: Date.now, author: options.author, onChange: options.onChange },
		});
	}
	function stateOf({ isKeeping, canKeep }: Keeper, hasFailed: boolean): NotesState {
		const { steps } = book.log;
		const saved = steps.findIndex(({ id }) => id === savedStepId) + 1;
		return { isKept: isKeeping, canKeep, hasFailed, unsaved: steps.length - saved };
	}
	function everything(): Kept {
		return { steps: [...book.log.steps], knowledge: [...book.log.knowledge], profile, savedStepId };
	}
	/** What could not be kept is here all the same, and the page says so: the note itself was not refused. */
	async function keepNews(more: Partial<Kept> = {}): Promise<void> {
		const { steps, knowledge } = book.log;
		const news = steps.filter(({ id, status }) => taken.get(id) !== status);
		const hasFailed = await keeper.add({ steps: news, knowledge: [...knowledge], ...more }).then(
			() => false,
			() => true,
		);
		if (!hasFailed) take(news);
		state.change(stateOf(keeper, hasFailed));
	}
	function take(steps: readonly NoteStep[]): void {
		if (keeper.isKeeping) for (const { id, status } of steps) taken.set(id, status);
	}

	return {
		get book() {
			return book;
		},
		state,
		async write(work) {
			const done = work(book);
			await keepNews();
			return done;
		},
		async keep() {
			await keeper.begin(everything()).finally(() => state.change(stateOf(keeper, false)));
			take(book.log.steps);
		},
		async forget() {
			await keeper.forget();
			taken.clear();
			state.change(stateOf(keeper, false));
		},
		async empty() {
			const gone = book.listTouched();
			await keeper.forget();
			taken.clear();
			savedStepId = '';
			book = open([], []);
			const changed = [...gone, ...inCopy.annotations];
			options.onChange({
				ids: changed.map(({ id }) => id),
				recordIds: [...new Set(changed.map(({ recordId }) => recordId))],
			});
			state.change(stateOf(keeper, false));
		},
		keepProfile(key, value) {
			profile.set(key, value);
			void keeper.add({ profile: new Map([[key, value]]) }).catch(() => state.change({ hasFailed: true }));
		},
		history: () => ({
			...{ format: historyFormat, archiveId: core.archive.id, copyId: core.copyId },
			knowledge: [...book.log.knowledge],
			steps: [...book.log.steps],
		}),
		markSaved() {
			savedStepId = book.log.steps.at(-1)?.id ?? '';
			void keepNews({ savedStepId });
		},
		async open(text) {
			const read = readText(text);
			if (!read) return { problem: 'not-notes' };
			if (read.archiveId !== core.archive.id || read.copyId !== core.copyId) return { problem: 'other-copy' };
			const known = new Set(book.log.steps.map(({ id }) => id));
			const coming = read.steps.filter(({ id }) => !known.has(id));
			if (coming.length > 0) {
				const all = [...book.log.steps, ...coming].sort(byClock);
				book = open(all, joined(book.log.knowledge, read.knowledge));
				const notes = book.list();
				const recordIds = [...new Set(notes.map(({ recordId }) => recordId))];
				options.onChange({ ids: notes.map(({ id }) => id), recordIds });
				await keepNews();
			}
			return { steps: coming.length };
		},
	};
}

function readText(text: string): NotesHistory | null {
	try {
		return readHistory(JSON.parse(text));
	} catch {
		return null;
	}
}

/** Order of clocks is order of causes. */
function byClock(a: NoteStep, b: NoteStep): number {
	return (a.changes[0]?.clock ?? '') < (b.changes[0]?.clock ?? '') ? -1 : 1;
}

function joined(some: readonly NoteKnowledge[], others: readonly NoteKnowledge[]): NoteKnowledge[] {
	const byText = new Map([...some, ...others].map((known) => [JSON.stringify(known), known]));
	return [...byText.values()];
}
