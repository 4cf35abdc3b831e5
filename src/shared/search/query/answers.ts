import { type MatchKind, matchKinds } from '../search-query.ts';

/**
 * Documents in ascending order of their numbers and how each answers, in columns of one length: a million of them cost
 * 13 bytes each and no object.
 */
export interface Answers {
	docs: Uint32Array;
	/** Mean of the words that count: what separates exact words from prefixes and near spellings. */
	weights: Float32Array;
	/** BM25 of all words. */
	relevances: Float32Array;
	/** How the word that matched worst did, by `kindCode`; `noKind` where no word was asked for: a field, or an exclusion. */
	kinds: Uint8Array;
}

/** A part of a query, before it is known which documents are wanted of it. */
export interface Answering {
	/** How many documents answer, at most: what is rare is looked up first. */
	readonly estimate: number;
	/** How much its weight counts beside those of other parts; 0 where no word is asked for. */
	readonly importance: number;
	all(): Answers;
	/** Those of `docs`, which ascend, that answer. */
	among(docs: Uint32Array): Answers;
}

/** In `Answers.kinds`, of a document that no word was asked of. */
export const noKind = 0;

export function kindCode(how: MatchKind): number {
	return matchKinds.indexOf(how) + 1;
}

export function kindOfCode(code: number): MatchKind | null {
	return matchKinds[code - 1] ?? null;
}

export function noAnswers(length = 0): Answers {
	return {
		docs: new Uint32Array(length),
		weights: new Float32Array(length),
		relevances: new Float32Array(length),
		kinds: new Uint8Array(length),
	};
}

/** The first `length` rows. */
export function firstAnswers({ docs, weights, relevances, kinds }: Answers, length: number): Answers {
	if (length === docs.length) return { docs, weights, relevances, kinds };
	return {
		docs: docs.subarray(0, length),
		weights: weights.subarray(0, length),
		relevances: relevances.subarray(0, length),
		kinds: kinds.subarray(0, length),
	};
}

/** One after the other: every document of a list comes after those of the list before it. */
export function concatenate(lists: readonly Answers[]): Answers {
	const filled = lists.filter(({ docs }) => docs.length > 0);
	const [only] = filled;
	if (only && filled.length === 1) return only;
	const whole = noAnswers(filled.reduce((sum, { docs }) => sum + docs.length, 0));
	let at = 0;
	for (const { docs, weights, relevances, kinds } of filled) {
		whole.docs.set(docs, at);
		whole.weights.set(weights, at);
		whole.relevances.set(relevances, at);
		whole.kinds.set(kinds, at);
		at += docs.length;
	}
	return whole;
}

/** These documents without a word that was asked of them. */
export function wordless(docs: Uint32Array): Answers {
	return { ...noAnswers(docs.length), docs };
}
