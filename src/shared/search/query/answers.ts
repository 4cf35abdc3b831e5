import type { DocumentStore, StoredDocument } from '../document-store.ts';
import { worse } from '../evaluate.ts';
import { type MatchKind, matchKinds } from '../search-query.ts';

/** How a document answers a part of a query. */
export interface Answer {
	/** Mean of the words that count: what separates exact words from prefixes and near spellings. */
	weight: number;
	/** How the word that matched worst did; null where no word was asked for: a field, or something excluded. */
	how: MatchKind | null;
	/** BM25 of all words. */
	relevance: number;
}

/** The documents that answer a part of a query, as a set that need not be written down. */
export interface Answers {
	/** How many documents `keys` gives, at most. */
	readonly size: number;
	/** How much its weight counts beside those of other parts; 0 where no word is asked for. */
	readonly importance: number;
	/** Every document that may answer; ask `get` of each. */
	keys(): Iterable<string>;
	get(key: string): Answer | undefined;
}

const wordless: Answer = { weight: 0, how: null, relevance: 0 };

/** The documents that pass a test, whatever their words. */
export function passing({ documents }: DocumentStore, test: (stored: StoredDocument) => boolean): Answers {
	return {
		size: documents.size,
		importance: 0,
		keys: () => documents.keys(),
		get(key) {
			const stored = documents.get(key);
			return stored && test(stored) ? wordless : undefined;
		},
	};
}

/** All the other documents. */
export function without({ documents }: DocumentStore, excluded: Answers): Answers {
	return {
		size: documents.size,
		importance: 0,
		keys: () => documents.keys(),
		get: (key) => (excluded.get(key) ? undefined : wordless),
	};
}

export function allOf(parts: readonly Answers[]): Answers {
	const [only, ...others] = parts;
	if (only && others.length === 0) return only;
	const rarest = parts.reduce((least, next) => (next.size < least.size ? next : least));
	return {
		size: rarest.size,
		importance: sumOf(parts),
		keys: () => rarest.keys(),
		get(key) {
			// Every document of a common word comes by here: nothing is written down on the way.
			let how: MatchKind | null = null;
			let [counted, weight, relevance] = [0, 0, 0];
			for (const part of parts) {
				const answer = part.get(key);
				if (!answer) return undefined;
				if (answer.how === null) continue;
				counted += part.importance;
				weight += answer.weight * part.importance;
				relevance += answer.relevance;
				how = how === null ? answer.how : worse(how, answer.how);
			}
			return how === null ? wordless : { weight: weight / counted, how, relevance };
		},
	};
}

/** Documents with any part: the best part counts. */
export function anyOf(parts: readonly Answers[]): Answers {
	return {
		size: parts.reduce((sum, { size }) => sum + size, 0),
		importance: Math.max(...parts.map(({ importance }) => importance)),
		keys: () => new Set(parts.flatMap((part) => [...part.keys()])),
		get(key) {
			const answers = parts.flatMap((part) => part.get(key) ?? []);
			return answers.length === 0 ? undefined : bestOf(answers);
		},
	};
}

/** Documents with any part: those that have the most of them, and the most important, weigh most. */
export function mostOf(parts: readonly Answers[]): Answers {
	const importance = sumOf(parts);
	return {
		...anyOf(parts),
		importance,
		get(key) {
			const answers: Weighed[] = [];
			for (const part of parts) {
				const answer = part.get(key);
				if (answer) answers.push({ answer, importance: part.importance });
			}
			if (answers.length === 0) return undefined;
			const { weight, ...rest } = meanOf(answers);
			return { ...rest, weight: (weight * sumOf(answers)) / importance };
		},
	};
}

interface Weighed {
	answer: Answer;
	importance: number;
}

function sumOf(parts: readonly { importance: number }[]): number {
	return parts.reduce((sum, { importance }) => sum + importance, 0);
}

function meanOf(answers: readonly Weighed[]): Answer {
	let how: MatchKind | null = null;
	let [counted, sum, relevance] = [0, 0, 0];
	for (const { answer, importance } of answers) {
		if (answer.how === null) continue;
		counted += importance;
		sum += answer.weight * importance;
		relevance += answer.relevance;
		how = how === null ? answer.how : worse(how, answer.how);
	}
	return how === null ? wordless : { weight: sum / counted, how, relevance };
}

function bestOf(answers: readonly Answer[]): Answer {
	let how: MatchKind | null = null;
	let [weight, relevance] = [0, 0];
	for (const answer of answers) {
		if (answer.how === null) continue;
		weight = Math.max(weight, answer.weight);
		relevance += answer.relevance;
		how = how === null ? answer.how : betterKind(how, answer.how);
	}
	return how === null ? wordless : { weight, how, relevance };
}

function betterKind(one: MatchKind, other: MatchKind): MatchKind {
	return matchKinds.indexOf(one) < matchKinds.indexOf(other) ? one : other;
}
