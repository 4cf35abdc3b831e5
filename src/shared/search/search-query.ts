import type { SearchDocument } from '../api/search-api.ts';

/**
 * How a word of the text answers a word of the query, best first: the word itself, another form of it, its beginning, a
 * near spelling, a spelling in another script, another name of the same.
 */
export const matchKinds = ['exact', 'form', 'prefix', 'near', 'script', 'alias'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** What may be switched off all together: then words answer as they are written, and by their beginning. */
export const widenings = ['form', 'near', 'script', 'alias'] as const satisfies readonly MatchKind[];

/**
 * The folded words of the archive that answer each folded word of a query, beyond itself and its beginnings. Another name
 * of several words, with `nameSpace` between them, stands with the first word of the name that is asked for.
 */
export type WidenedWords = Record<string, Record<string, MatchKind>>;

export const nameSpace = ' ';

export const searchSorts = ['best', 'record', 'newest', 'oldest'] as const;
/** `record`: hits of one record stand together, in the order of its text; the record with the best hit comes first. */
export type SearchSort = (typeof searchSorts)[number];

/** Years of the common era, both included; the year before 1 is 0. */
export interface YearSpan {
	from: number;
	to: number;
}

/**
 * Lists of values to narrow by: the kind of text, and of its record, the language, people and places (ids of names) that
 * the record is joined to, tags, holdings, where records came from, and the authors of notes.
 */
export const listFacets = [
	'recordKinds',
	'languages',
	'people',
	'places',
	'tags',
	'holdings',
	'sources',
	'authors',
	'kinds',
] as const;
export type ListFacet = (typeof listFacets)[number];

/** Each list that is given and not empty narrows; values of one list are alternatives. */
export type FacetSelection = { readonly [F in ListFacet]?: readonly string[] };

/** What a person asks. */
export interface SearchQuery extends FacetSelection {
	text: string;
	dates?: YearSpan;
	/** Only what is in the archive since after this instant, ISO 8601 UTC. */
	since?: string;
	sort?: SearchSort;
	/** Close matches only: narrower limits for near spellings and other scripts. Off by default. */
	close?: boolean;
	/** What is counted instead of facets: the hits of each record, or nothing. Every hit is looked at for facets. */
	counts?: 'records' | 'nothing';
	/** Kinds of match that are switched off. */
	without?: readonly MatchKind[];
}

/** A stretch of the original text that answers the query: UTF-16 offsets, and how it matched. */
export type HitMark = [start: number, end: number, how: MatchKind];

export interface SearchHit extends Omit<SearchDocument, 'text'> {
	title: string;
	recordKind: string;
	dateEdtf: string;
	holding: string;
	score: number;
	/** How the word of the query that matched worst did; null where only exclusions were asked. */
	how: MatchKind | null;
	/** The folded words of this text that answer the query. */
	matched: Record<string, MatchKind>;
	/** The part of the text around the best cluster of marks; offsets and `length` are those of the whole text. */
	snippet: { text: string; start: number; end: number; length: number; isWhole: boolean };
	/** Every mark that lies in the snippet; offsets are those of the whole text. */
	marks: HitMark[];
}

export interface FacetCount {
	value: string;
	count: number;
	/** What a value that is an id is called; absent where the value is its own name. */
	label?: string;
}

/** Of one facet, so many values at most are counted out; those that are chosen are always among them. */
export const mostFacetValues = 500;

/**
 * True counts over all hits; each list leaves its own selection aside, so that it shows what choosing more would bring.
 * Most frequent first; a chosen value that no hit has counts 0.
 */
export interface SearchFacets extends Record<ListFacet, FacetCount[]> {
	/** In order; a hit counts in every year that its record's date may mean, at most `longestSpan` of them. */
	years: { year: number; count: number }[];
	undated: number;
	/** Of the hits themselves, by how the word that matched worst did. */
	hows: Partial<Record<MatchKind, number>>;
}

export interface SearchResult {
	total: number;
	/** Hits before facets narrowed them. */
	unfilteredTotal: number;
	/** Records among the owners of the hits; names are not records. */
	recordCount: number;
	/** `any` when no text has all the words, and those that have some are given instead. */
	matched: 'all' | 'any';
	hits: SearchHit[];
	/** The records of all hits, those with the most first; empty where they were not asked for. */
	records: { id: string; title: string; dateEdtf: string; hits: number }[];
	facets: SearchFacets;
	/** What else answered the words of the query: the same words are marked by it. */
	widened: WidenedWords;
	/** Words that the archive has and that are near to those it has not; filled only when there is no hit. */
	suggestions: string[];
	tookMillis: number;
}
