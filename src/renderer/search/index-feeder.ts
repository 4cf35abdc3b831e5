import type { ArchiveConnection } from '#shared/api/client.ts';
import type { SearchOwner, SearchPage } from '#shared/api/search-api.ts';
import { type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { SearchIndex } from '#shared/search/search-index.ts';
import { loadSegments, type OpenSegments } from '#shared/search/segment-loader.ts';
import type { Supplies } from '#shared/search/supplies.ts';
import type { IndexState } from './search-messages.ts';

/** Documents in one page of them: taking them in must not keep a search waiting. */
const pageLength = 500;
const ownerPageLength = 10_000;
const ownersPerCall = 200;
// Long enough to take in what one import step changes, short enough that a note is found when it was just written.
const gatherMs = 100;

/** Fills the index from an archive and keeps it true to it, until the connection is lost. */
export interface IndexFeeder {
	readonly state: IndexState;
	feedFrom(connection: ArchiveConnection): void;
	/** Says that a search may give something else now. */
	announce(): void;
}

/**
 * @param onState called after every page and every change, with what can be searched by then
 * @param later runs a function after so many milliseconds
 */
export function createIndexFeeder(
	index: SearchIndex,
	supplies: Supplies,
	onState: (state: IndexState) => void,
	later: (run: () => void, afterMs: number) => void = (run, afterMs) => setTimeout(run, afterMs),
): IndexFeeder {
	let state: IndexState = {
		...{ phase: 'loading', done: 0, total: 0, passageCount: 0, version: 0 },
		...{ isBehind: false, error: null },
	};
	let current: ArchiveConnection | null = null;
	/** Counts loads: one that was overtaken by a newer one stops. */
	let load = 0;
	let isGathering = false;
	const stale = new Set<string>();
	let segments: OpenSegments = new Map();

	function tell(change: Partial<IndexState>): void {
		state = { ...state, ...change };
		onState(state);
	}
	function report(change: Partial<IndexState>): void {
		tell({ ...change, passageCount: index.passageCount, version: state.version + 1 });
	}
	/** A lost connection is no failure: the next one begins anew. */
	function fail(error: ErrorData): void {
		if (error.code !== 'connection-lost') report({ error, phase: 'ready', isBehind: stale.size > 0 });
	}

	async function loadAll(connection: ArchiveConnection): Promise<void> {
		load += 1;
		const mine = load;
		const isOvertaken = () => mine !== load || connection !== current;
		stale.clear();
		report({ phase: 'loading', done: 0, total: 0, isBehind: false, error: null });
		const seen = new Set<string>();
		await takeSegments(connection, isOvertaken);
		if (isOvertaken()) return;
		const segmentIds = [...segments.keys()];
		let after: string | null = null;
		let done = 0;
		do {
			const page: SearchPage = await connection.calls.search.documents({ after, limit: pageLength, segmentIds });
			if (isOvertaken()) return;
			index.put(page.owners, page.documents);
			for (const owner of page.owners) seen.add(owner.id);
			done += page.documents.length;
			after = page.next;
			report({ done, total: page.total });
		} while (after !== null);
		for (const id of index.ownerIds()) if (!seen.has(id)) index.removeOwner(id);
		report({ phase: 'ready' });
		gather(connection);
	}

	/** Words are found in segments first, and widened once the rest of these has come. */
	async function takeSegments(connection: ArchiveConnection, isOvertaken: () => boolean): Promise<void> {
		const loading = await loadSegments(connection.calls.search, supplies, segments);
		if (isOvertaken()) return;
		if (loading.found.size > 0) {
			await loadOwners(connection, isOvertaken);
			if (isOvertaken()) return;
			index.setSegments([...loading.found.values()]);
			report({});
		}
		const whole = await loading.whole();
		if (isOvertaken()) return;
		segments = whole;
		index.setSegments([...segments.values()]);
		if (segments.size > 0) report({});
	}
	/** With their owners, passages of segments can be found before anything else is read. */
	async function loadOwners(connection: ArchiveConnection, isOvertaken: () => boolean): Promise<void> {
		let after: string | null = null;
		do {
			const page: { owners: SearchOwner[]; next: string | null } = await connection.calls.search.owners({
				after,
				limit: ownerPageLength,
			});
			if (isOvertaken()) return;
			index.putOwners(page.owners);
			after = page.next;
		} while (after !== null);
	}
	/** Takes new segments; only where passages left them without being in another is everything read again. */
	async function changeSegments(connection: ArchiveConnection): Promise<void> {
		if (state.phase === 'loading') return loadAll(connection);
		const mine = load;
		const loaded = await (await loadSegments(connection.calls.search, supplies, segments)).whole();
		if (connection !== current || mine !== load) return;
		const kept = editionsOf(loaded);
		const isLost = [...editionsOf(segments)].some((edition) => !kept.has(edition));
		segments = loaded;
		index.setSegments([...segments.values()]);
		report({});
		if (isLost) await loadAll(connection);
	}

	function changed(connection: ArchiveConnection, ids: readonly string[]): void {
		for (const id of ids) stale.add(id);
		// No new version: a search gives the same until it is taken in.
		if (!state.isBehind && stale.size > 0) tell({ isBehind: true });
		gather(connection);
	}
	function gather(connection: ArchiveConnection): void {
		if (isGathering || state.phase === 'loading' || stale.size === 0) return;
		isGathering = true;
		later(() => {
			void refetch(connection)
				.catch((error: unknown) => fail(toErrorData(error)))
				.finally(() => {
					isGathering = false;
					if (connection === current) gather(connection);
				});
		}, gatherMs);
	}
	async function refetch(connection: ArchiveConnection): Promise<void> {
		if (connection !== current || state.phase === 'loading') return;
		const ownerIds = [...stale].slice(0, ownersPerCall);
		for (const id of ownerIds) stale.delete(id);
		const mine = load;
		const page = await connection.calls.search.documentsOf({ ownerIds, segmentIds: [...segments.keys()] });
		if (connection !== current || mine !== load) return;
		const there = new Set(page.owners.map((owner) => owner.id));
		for (const id of ownerIds) if (!there.has(id)) index.removeOwner(id);
		index.put(page.owners, page.documents);
		report({ isBehind: stale.size > 0 });
	}

	return {
		get state() {
			return state;
		},
		announce: () => report({}),
		feedFrom(connection) {
			current = connection;
			const start = () => void loadAll(connection).catch((error: unknown) => fail(toErrorData(error)));
			connection.on('records.changed', ({ ids }) => changed(connection, ids));
			connection.on('names.changed', ({ ids }) => changed(connection, ids));
			connection.on('annotations.changed', ({ recordIds }) => changed(connection, recordIds));
			connection.on('search.packed', () => {
				void changeSegments(connection).catch((error: unknown) => fail(toErrorData(error)));
			});
			connection.on('archive.opened', () => {
				index.clear();
				segments = new Map();
				start();
			});
			start();
		},
	};
}

function editionsOf(segments: OpenSegments): Set<string> {
	return new Set([...segments.values()].flatMap(({ header }) => header.editionIds));
}
