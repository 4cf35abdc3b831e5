import type { SearchDocument } from '../api/search-api.ts';
import type { Vocabulary } from './expansion/vocabulary.ts';
import type { StoredOwner } from './owners.ts';
import type { Answers } from './query/answers.ts';
import type { MatchKind } from './search-query.ts';

/** A word of the archive that answers a word of the query. */
export interface Expansion {
	how: MatchKind;
	/** 1 for the word itself, less the further away it is. */
	weight: number;
}

/** The words that answer one word of a query. */
export interface WantedWords {
	/** By term. */
	terms: ReadonlyMap<string, Expansion>;
	/** Every other word that begins with this answers too, with `expansion`. */
	prefix: { start: string; expansion: Expansion } | null;
}

/** What BM25 counts over the whole index, whatever parts it has. */
export interface Statistics {
	readonly documentCount: number;
	/** Mean number of different words in a document. */
	readonly averageLength: number;
	/** How many documents have a word. */
	documentsWith(term: string): number;
}

/** What fields and facets ask of a document. */
export interface DocumentFacts {
	document: Pick<SearchDocument, 'kind' | 'language' | 'author' | 'tags' | 'since' | 'isTranslation'>;
	owner: StoredOwner;
}

/** Where a hit is, and its text if it is at hand. */
export interface FoundDocument {
	owner: StoredOwner;
	document: Omit<SearchDocument, 'text'>;
	/** Null where only the archive has it: `editionId` and `ordinal` say where. */
	text: string | null;
}

/**
 * Documents that are indexed in one way: those in MiniSearch, or those of a packed segment. Document numbers are a
 * part's own, from 0 on, and stay; some may be gone or hidden.
 */
export interface IndexPart {
	/** Above every number that was given. */
	readonly docLimit: number;
	/** Whether it holds nothing else: then nobody need look what a document is. */
	readonly isOfPassages: boolean;
	/** How many there are to be found. */
	readonly documentCount: number;
	/** Sum over documents of their different words. */
	readonly lengthSum: number;
	readonly vocabulary: PartVocabulary;
	/** How many documents have any of the words, at most. */
	estimate(words: WantedWords): number;
	/** The documents with any of the words; hidden ones may be among them. */
	find(words: WantedWords, statistics: Statistics): Answers;
	/** Those of `docs`, which ascend, that have any of the words. */
	findAmong(words: WantedWords, statistics: Statistics, docs: Uint32Array): Answers;
	/** Where the words stand in a document: positions of its words, counted from 0, ascending. Ask in ascending order. */
	placesOf(words: WantedWords): (doc: number) => readonly number[];
	/** Every document that is there, ascending. */
	docs(): Uint32Array;
	/** Documents of one group have the same facts; -1 for one that is gone or hidden. */
	groupOf(doc: number): number;
	/** The same of many at once, whose numbers are `base` too high. */
	groupsOf(docs: Uint32Array, base: number): Int32Array;
	/** Above every number of a group. */
	readonly groupLimit: number;
	factsOf(group: number): DocumentFacts;
	/** Where it stands in its record; -1 for what stands nowhere. */
	ordinalOf(doc: number): number;
	get(doc: number): FoundDocument;
}

/** The words of a part, by a part's own numbers. */
export interface PartVocabulary extends Vocabulary {
	/** -1 where no text has the word. */
	numberOf(term: string): number;
	/** How many documents have the word. */
	documentsWith(term: string): number;
	/** Words that are `edits` letters away at most, with the distance. */
	within(term: string, edits: number): { term: string; distance: number; useCount: number; surface: string }[];
}
