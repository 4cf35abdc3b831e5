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
	/** Every document that may answer; ask `get` of each. */
	keys(): Iterable<string>;
	get(key: string): Answer | undefined;
}

const wordless: Answer = { weight: 0, how: null, relevance: 0 };

/** The documents that pass a test, whatever their words. */
export function passing({ documents }: DocumentStore, test: (stored: StoredDocument) => boolean): Answers {
	return {
		size: documents.size,
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
		keys: () => documents.keys(),
		get: (key) => (excluded.get(key) ? undefined : wordless),
	};
}

export function allOf(parts: readonly Answers[]): Answers {
	const rarest = parts.reduce((least, next) => (next.size < least.size ? next : least));
	// One list for all documents: there are many, and it is read at once.
	const answers: Answer[] = [];
	return {
		size: rarest.size,
		keys: () => rarest.keys(),
		get(key) {
			answers.length = 0;
			for (const part of parts) {
				const answer = part.get(key);
				if (!answer) return undefined;
				answers.push(answer);
			}
			return combined(answers, worse, 'mean');
		},
	};
}

/** Documents with any part; with `most` at the top those that have the most of them, otherwise the best part counts. */
export function anyOf(parts: readonly Answers[], order: 'best' | 'most'): Answers {
	return {
		size: parts.reduce((sum, { size }) => sum + size, 0),
		keys: () => new Set(parts.flatMap((part) => [...part.keys()])),
		get(key) {
			const answers = parts.flatMap((part) => part.get(key) ?? []);
			if (answers.length === 0) return undefined;
			if (order === 'best') return combined(answers, betterKind, 'highest');
			const { weight, ...rest } = combined(answers, worse, 'mean');
			return { ...rest, weight: (weight * answers.length) / parts.length };
		},
	};
}

function combined(
	answers: readonly Answer[],
	chosen: (one: MatchKind, other: MatchKind) => MatchKind,
	weighing: 'mean' | 'highest',
): Answer {
	let how: MatchKind | null = null;
	let [counted, sum, highest, relevance] = [0, 0, 0, 0];
	for (const answer of answers) {
		if (answer.how === null) continue;
		counted += 1;
		sum += answer.weight;
		relevance += answer.relevance;
		if (answer.weight > highest) highest = answer.weight;
		how = how === null ? answer.how : chosen(how, answer.how);
	}
	if (how === null) return wordless;
	return { weight: weighing === 'mean' ? sum / counted : highest, how, relevance };
}

function betterKind(one: MatchKind, other: MatchKind): MatchKind {
	return matchKinds.indexOf(one) < matchKinds.indexOf(other) ? one : other;
}
