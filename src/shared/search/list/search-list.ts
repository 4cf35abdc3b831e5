import { type MatchKind, matchKinds, type SearchQuery, type SearchResult } from '../search-query.ts';
import { wordsOf } from '../words.ts';

/** What a list is searched with; an index answers at once, a worker later. */
export type AskedSearch = (
	query: SearchQuery,
	page: { offset: number; limit: number },
) => SearchResult | Promise<SearchResult>;

/** What one term of a list finds. */
export interface TermHits {
	term: string;
	hits: number;
	/** Those with the most hits first. */
	records: RecordHits[];
	/** How the best hit was found; null without one. */
	how: MatchKind | null;
}

export interface RecordHits {
	id: string;
	title: string;
	dateEdtf: string;
	hits: number;
}

/** Names are what the archive knows already; a list asks where they stand. */
const kinds = ['passage', 'title', 'description', 'note'] as const;
const operators = /^(?:AND|OR|NOT|NEAR)$/;

/** Asks for a term: all its words and no other meaning of its signs, so that nothing in a list is an operator. */
export function queryOfTerm(term: string, isClose = false): SearchQuery {
	const words = wordsOf(term).map(({ text }) => (operators.test(text) ? text.toLowerCase() : text));
	// The space says that the last word is whole.
	return { text: words.length === 0 ? '' : `${words.join(' ')} `, kinds, ...(isClose ? { close: true } : {}) };
}

/** The hits of a term by record; what has only some of its words is no hit. */
export async function searchTerm(search: AskedSearch, term: string, isClose = false): Promise<TermHits> {
	const query = queryOfTerm(term, isClose);
	const none: TermHits = { term, hits: 0, records: [], how: null };
	if (query.text === '') return none;
	const { total, matched, records, facets } = await search({ ...query, counts: 'records' }, { offset: 0, limit: 0 });
	if (matched === 'any' || total === 0) return none;
	return { term, hits: total, records, how: matchKinds.find((how) => facets.hows[how]) ?? null };
}

export interface ListRun {
	isClose: boolean;
	/** Rows in the order of the list, some at a time. */
	onRows(rows: TermHits[]): void;
	isCancelled(): boolean;
	/** Lets others have their turn. */
	pause(): Promise<void>;
	/** Milliseconds of a clock that only moves forward. */
	now(): number;
}

/** So long at most nobody else has a turn. */
const sliceMs = 12;

/** Searches for one term after another in slices, so that whoever types meanwhile is answered in between. */
export async function searchList(search: AskedSearch, terms: readonly string[], run: ListRun): Promise<void> {
	let rows: TermHits[] = [];
	let began = run.now();
	for (const term of terms) {
		if (run.isCancelled()) break;
		rows.push(await searchTerm(search, term, run.isClose));
		if (run.now() - began < sliceMs) continue;
		run.onRows(rows);
		rows = [];
		await run.pause();
		began = run.now();
	}
	run.onRows(rows);
}
