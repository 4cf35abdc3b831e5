/** What is measured, each by itself. */
export const queryClasses = [
	'single',
	'three words',
	'word, prefix',
	'prefix',
	'as typed',
	'phrase',
	'filter',
] as const;
export type QueryClass = (typeof queryClasses)[number];

/** At most one of them is given: what narrows a query. */
export interface QueryFilter {
	kind?: string;
	language?: string;
	/** Both included. */
	years?: { from: number; to: number };
}

/** A query as every engine can be asked it. All of its words must be there. */
export interface BenchQuery {
	class: QueryClass;
	/** Folded, as indexed; the last one of a prefix query is its beginning only. */
	words: string[];
	/** Whether the last word stands for all that begins with it. */
	isPrefix: boolean;
	/** Whether the words stand in sequence. */
	isPhrase: boolean;
	/** Whether near spellings of the words answer too: of four letters and more, one edit in five letters, two at most. */
	isNear: boolean;
	filter: QueryFilter | null;
}
