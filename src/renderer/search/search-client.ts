import { create } from 'zustand';
import { hasPorts, requestPort } from '#renderer/lib/connect.ts';
import { startWorker } from '#renderer/lib/trusted-scripts.ts';
import type { SearchDocument } from '#shared/api/search-api.ts';
import { AppError, type ErrorData } from '#shared/domain/app-error.ts';
import type { Name } from '#shared/domain/name.ts';
import type { SuggestedCoordinates, SuggestingLayer } from '#shared/map/suggest-coordinates.ts';
import type { TermHits } from '#shared/search/list/search-list.ts';
import type { Companion } from '#shared/search/mentions/companions.ts';
import type { FoundMentions } from '#shared/search/mentions/first-mentions.ts';
import { withKindsByName } from '#shared/search/query/kinds-by-name.ts';
import type { SearchQuery, SearchResult, WidenedWords } from '#shared/search/search-query.ts';
import type { FromSearchWorker, HitWindow, IndexState, PassagePlace, ToSearchWorker } from './search-messages.ts';

const firstPauseMs = 100;
const longestPauseMs = 4000;

/** What the search index holds by now. */
export const useSearchState = create<IndexState>(() => ({
	phase: 'loading',
	done: 0,
	total: 0,
	passageCount: 0,
	version: 0,
	isBehind: false,
	error: null,
}));

let worker: Worker | null = null;
let lastId = 0;
let pauseMs = firstPauseMs;
/** Searches whose answers are awaited, the oldest first. */
const searching = new Set<number>();
const waiting = new Map<number, (answer: never) => void>();
const lists = new Map<number, (rows: TermHits[], isEnd: boolean) => void>();
const companies = new Map<number, (companions: Companion[], done: number, isEnd: boolean) => void>();

/** Begins to load the index, if it was not begun: whoever is about to search, and whoever does. */
export function startSearch(): void {
	if (worker) return;
	worker = startWorker('search');
	worker.addEventListener('message', ({ data }: MessageEvent<FromSearchWorker>) => receive(data));
	void supplyArchive();
}

/**
 * The first hits and all counts; null when a later search was answered instead, or it could not be searched to the end.
 * Answers come in the order in which they were asked for.
 */
export function search(query: SearchQuery, window: HitWindow): Promise<SearchResult | null> {
	const id = nextId();
	searching.add(id);
	return ask<SearchResult | null>(id, { type: 'search', id, query: asKept(query), window });
}

/** The worker knows no language of the interface. */
function asKept(query: SearchQuery): SearchQuery {
	return { ...query, text: withKindsByName(query.text) };
}

/** More hits of a query that was searched before; null when they cannot be had now. */
export function hitsOf(query: SearchQuery, window: HitWindow): Promise<SearchResult | null> {
	const id = nextId();
	return ask<SearchResult | null>(id, { type: 'hits', id, query: asKept(query), window });
}

/** How many hits a query has; null when that cannot be said now. */
export async function countHits(query: SearchQuery): Promise<number | null> {
	return (await hitsOf(query, { offset: 0, limit: 0 }))?.total ?? null;
}

/** A passage and its neighbours in the same edition; empty when it is not indexed. */
export function passagesAround(place: PassagePlace, around: number): Promise<SearchDocument[]> {
	const id = nextId();
	return ask<SearchDocument[]>(id, { type: 'passages', id, place, around });
}

/** What answers the words of a query beyond themselves, for marking them in a text. */
export function widenedWords(query: SearchQuery): Promise<WidenedWords> {
	const id = nextId();
	return ask<WidenedWords>(id, { type: 'widen', id, query: asKept(query) });
}

/** Searches for each term of a list; `onRows` gets what they find, some at a time. Gives the function that stops it. */
export function searchForList(
	terms: readonly string[],
	isClose: boolean,
	onRows: (rows: TermHits[], isEnd: boolean) => void,
): () => void {
	const id = nextId();
	startSearch();
	lists.set(id, onRows);
	tell({ type: 'list', id, terms, isClose });
	return () => {
		lists.delete(id);
		tell({ type: 'stop-list', id });
	};
}

/** The passages in which one of the forms of a name stands, or one of its parts alone; null when that cannot be said now. */
export function findMentions(
	{ forms, parts }: { forms: readonly string[]; parts: readonly string[] },
	isWide: boolean,
): Promise<FoundMentions | null> {
	const id = nextId();
	return ask<FoundMentions | null>(id, { type: 'mentions', id, forms, parts, isWide });
}

/**
 * Looks which other names stand in these passages; `onFound` gets all that was found by then. Gives the function that
 * stops it.
 */
export function findCompanions(
	ownId: string,
	places: readonly { editionId: string; ordinal: number }[],
	onFound: (companions: Companion[], done: number, isEnd: boolean) => void,
): () => void {
	const id = nextId();
	startSearch();
	companies.set(id, onFound);
	tell({ type: 'companions', id, ownId, places });
	return () => {
		companies.delete(id);
		tell({ type: 'stop-companions', id });
	};
}

/** Points of layers that are called like places (`shared/map/suggest-coordinates.ts`): found here, where the search is. */
export async function findCoordinates(
	layers: readonly SuggestingLayer[],
	names: readonly Name[],
): Promise<SuggestedCoordinates[]> {
	const id = nextId();
	const suggested = await ask<SuggestedCoordinates[] | ErrorData>(id, { type: 'suggest', id, layers, names });
	if ('code' in suggested) throw new AppError(suggested.code, suggested.detail);
	return suggested;
}

function nextId(): number {
	lastId += 1;
	return lastId;
}

function ask<A>(id: number, message: ToSearchWorker): Promise<A> {
	startSearch();
	return new Promise((resolve) => {
		waiting.set(id, resolve);
		tell(message);
	});
}

function tell(message: ToSearchWorker, transfer: Transferable[] = []): void {
	worker?.postMessage(message, transfer);
}

function receive(message: FromSearchWorker): void {
	switch (message.type) {
		case 'state':
			pauseMs = firstPauseMs;
			useSearchState.setState(message.state);
			break;
		case 'lost':
			setTimeout(() => void supplyArchive(), pauseMs);
			pauseMs = Math.min(pauseMs * 2, longestPauseMs);
			break;
		case 'found':
			if (searching.has(message.id)) settleSearches(message.id);
			settle(message.id, message.result);
			break;
		case 'passages':
			settle(message.id, message.passages);
			break;
		case 'rows':
			lists.get(message.id)?.(message.rows, message.isEnd);
			if (message.isEnd) lists.delete(message.id);
			break;
		case 'mentions':
			settle(message.id, message.mentions);
			break;
		case 'companions':
			companies.get(message.id)?.(message.companions, message.done, message.isEnd);
			if (message.isEnd) companies.delete(message.id);
			break;
		case 'widened':
			settle(message.id, message.widened);
			break;
		case 'suggested':
			settle(message.id, message.suggested);
			break;
	}
}

/** The worker answers one search at a time and passes over what a newer one overtook in waiting. */
function settleSearches(answered: number): void {
	for (const id of searching) {
		if (id > answered) return;
		searching.delete(id);
		if (id < answered) settle(id, null);
	}
}

function settle(id: number, answer: unknown): void {
	waiting.get(id)?.(answer as never);
	waiting.delete(id);
}

/** Gives the worker its own way to the archive: a port that only the page can ask for, or the host for a socket. */
async function supplyArchive(): Promise<void> {
	if (!hasPorts) return tell({ type: 'socket', host: window.location.host });
	const port = await requestPort('search').catch(() => null);
	if (port) tell({ type: 'port', port }, [port]);
	else receive({ type: 'lost' });
}
