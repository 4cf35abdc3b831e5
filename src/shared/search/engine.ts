import type { Expander } from './expander.ts';
import type { DocumentFacts, FoundDocument, IndexPart, Statistics, WantedWords } from './index-part.ts';
import { type Answering, type Answers, concatenate } from './query/answers.ts';

/** A part of the index with the number that its first document has among the documents of all parts. */
export interface NumberedPart {
	part: IndexPart;
	base: number;
	groupBase: number;
}

/** What one query is asked of. Numbers of documents and groups are those of all parts together. */
export interface Engine {
	readonly parts: readonly NumberedPart[];
	readonly statistics: Statistics;
	readonly expander: Expander;
	/** Documents that are names, ascending. */
	readonly names: Uint32Array;
	readonly documentCount: number;
	readonly groupLimit: number;
	/** -1 for a document that is not there. */
	groupOf(doc: number): number;
	factsOf(group: number): DocumentFacts;
	ordinalOf(doc: number): number;
	get(doc: number): FoundDocument;
}

export function createEngine(list: readonly IndexPart[], expander: Expander, names: Uint32Array): Engine {
	const parts: NumberedPart[] = [];
	let [base, groupBase, documentCount, lengthSum] = [0, 0, 0, 0];
	for (const part of list) {
		parts.push({ part, base, groupBase });
		base += part.docLimit;
		groupBase += part.groupLimit;
		documentCount += part.documentCount;
		lengthSum += part.lengthSum;
	}
	const holding = (doc: number) => lastFrom(parts, (each) => each.base <= doc);
	const ofGroup = (group: number) => lastFrom(parts, (each) => each.groupBase <= group);
	return {
		parts,
		expander,
		names,
		documentCount,
		groupLimit: groupBase,
		statistics: {
			documentCount,
			averageLength: lengthSum / Math.max(1, documentCount),
			documentsWith: (term) => list.reduce((sum, { vocabulary }) => sum + vocabulary.documentsWith(term), 0),
		},
		groupOf(doc) {
			const own = holding(doc);
			const group = own.part.groupOf(doc - own.base);
			return group < 0 ? group : group + own.groupBase;
		},
		factsOf(group) {
			const own = ofGroup(group);
			return own.part.factsOf(group - own.groupBase);
		},
		ordinalOf(doc) {
			const own = holding(doc);
			return own.part.ordinalOf(doc - own.base);
		},
		get(doc) {
			const own = holding(doc);
			return own.part.get(doc - own.base);
		},
	};
}

/** The documents of all parts that have any of some words. */
export function answeringWords({ parts, statistics }: Engine, words: WantedWords, importance: number): Answering {
	return {
		estimate: parts.reduce((sum, { part }) => sum + part.estimate(words), 0),
		importance,
		all: () => concatenate(parts.map(({ part, base }) => numbered(part.find(words, statistics), base))),
		among: (docs) =>
			overParts(parts, docs, ({ part }, own) => (own.length > 0 ? part.findAmong(words, statistics, own) : null)),
	};
}

/** Asks each part about those of `docs` that are its own, by its own numbers. */
export function overParts(
	parts: readonly NumberedPart[],
	docs: Uint32Array,
	ask: (part: NumberedPart, own: Uint32Array) => Answers | null,
): Answers {
	const lists: Answers[] = [];
	let from = 0;
	for (const each of parts) {
		const to = firstFrom(docs, each.base + each.part.docLimit);
		const slice = docs.subarray(from, to);
		const own = each.base === 0 ? slice : slice.map((doc) => doc - each.base);
		const answers = ask(each, own);
		if (answers) lists.push(numbered(answers, each.base));
		from = to;
	}
	return concatenate(lists);
}

/** By the numbers of all parts. */
export function numbered(answers: Answers, base: number): Answers {
	return base === 0 ? answers : { ...answers, docs: answers.docs.map((doc) => doc + base) };
}

/** Where the first that is at least `least` stands, or would. */
export function firstFrom(ascending: Uint32Array, least: number): number {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] as number) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

function lastFrom(parts: readonly NumberedPart[], isFrom: (part: NumberedPart) => boolean): NumberedPart {
	for (let at = parts.length - 1; at > 0; at--) {
		const part = parts[at];
		if (part && isFrom(part)) return part;
	}
	return parts[0] as NumberedPart;
}
