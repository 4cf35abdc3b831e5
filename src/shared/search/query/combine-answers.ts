import { type Answering, type Answers, firstAnswers, noAnswers, noKind } from './answers.ts';

/** Documents with all parts. */
export function allOf(parts: readonly Answering[]): Answering {
	const [only, ...others] = parts;
	if (only && others.length === 0) return only;
	const rarestFirst = [...parts].sort((one, other) => one.estimate - other.estimate);
	const [rarest] = rarestFirst;
	const narrowed = (first: Answers) => intersect(rarestFirst, first);
	return {
		estimate: rarest?.estimate ?? 0,
		importance: sumOf(parts),
		all: () => narrowed(rarest?.all() ?? noAnswers()),
		among: (docs) => narrowed(rarest?.among(docs) ?? noAnswers()),
	};
}

/** Documents with any part: the best part counts. */
export function anyOf(parts: readonly Answering[]): Answering {
	const unite = (lists: readonly Answers[]) => lists.reduce((one, other) => merge(one, other, takeBest), noAnswers());
	return {
		estimate: parts.reduce((sum, { estimate }) => sum + estimate, 0),
		importance: Math.max(0, ...parts.map(({ importance }) => importance)),
		all: () => unite(parts.map((part) => part.all())),
		among: (docs) => unite(parts.map((part) => part.among(docs))),
	};
}

/** Documents with any part: those that have the most of them, and the most important, weigh most. */
export function mostOf(parts: readonly Answering[]): Answering {
	const importance = sumOf(parts);
	const share = (answers: Answers, part: Answering) => ({
		...answers,
		weights: scaled(answers.weights, part.importance / importance),
	});
	const unite = (lists: readonly Answers[]) => lists.reduce((one, other) => merge(one, other, takeBoth), noAnswers());
	return {
		...anyOf(parts),
		importance,
		all: () => unite(parts.map((part) => share(part.all(), part))),
		among: (docs) => unite(parts.map((part) => share(part.among(docs), part))),
	};
}

function sumOf(parts: readonly Answering[]): number {
	return parts.reduce((sum, { importance }) => sum + importance, 0);
}

/** @param first what the first of `parts` answered; each other is asked only about what is left */
function intersect(parts: readonly Answering[], first: Answers): Answers {
	let left = weighed(first, parts[0]?.importance ?? 0);
	for (const part of parts.slice(1)) {
		if (left.docs.length === 0) break;
		left = keepBoth(left, part.among(left.docs), part.importance);
	}
	// Each document's mean, over those of its parts that asked for a word.
	const { counted, weights, kinds } = left;
	for (let at = 0; at < weights.length; at++) {
		weights[at] = kinds[at] === noKind ? 0 : (weights[at] as number) / (counted[at] as number);
	}
	return left;
}

interface Weighed extends Answers {
	/** Sum of the importances of the parts that asked for a word. */
	counted: Float32Array;
}

/** A loop, since `map` calls a function for each of a million documents. */
function scaled(weights: Float32Array, factor: number): Float32Array {
	const all = new Float32Array(weights.length);
	for (let at = 0; at < weights.length; at++) all[at] = (weights[at] as number) * factor;
	return all;
}

function weighed({ docs, weights, relevances, kinds }: Answers, importance: number): Weighed {
	const counted = new Float32Array(docs.length);
	for (let at = 0; at < docs.length; at++) if (kinds[at] !== noKind) counted[at] = importance;
	return {
		...{ docs, counted, relevances: relevances.slice(), kinds: kinds.slice() },
		weights: scaled(weights, importance),
	};
}

/** Narrows `left` to the documents of `right`, which are some of its own. */
function keepBoth(left: Weighed, right: Answers, importance: number): Weighed {
	const kept = { ...noAnswers(right.docs.length), docs: right.docs, counted: new Float32Array(right.docs.length) };
	let from = 0;
	for (let at = 0; at < right.docs.length; at++) {
		while (left.docs[from] !== right.docs[at]) from += 1;
		const isWorded = right.kinds[at] !== noKind;
		kept.counted[at] = (left.counted[from] as number) + (isWorded ? importance : 0);
		kept.weights[at] = (left.weights[from] as number) + (isWorded ? (right.weights[at] as number) * importance : 0);
		kept.relevances[at] = (left.relevances[from] as number) + (right.relevances[at] as number);
		kept.kinds[at] = Math.max(left.kinds[from] as number, right.kinds[at] as number);
	}
	return kept;
}

/** What becomes of a document that is in both lists, at the end of `into`. */
type Joining = (into: Answers, at: number, one: Answers, oneAt: number, other: Answers, otherAt: number) => void;

const takeBest: Joining = (into, at, one, oneAt, other, otherAt) => {
	const [mine, theirs] = [one.kinds[oneAt] as number, other.kinds[otherAt] as number];
	into.weights[at] = Math.max(one.weights[oneAt] as number, other.weights[otherAt] as number);
	into.kinds[at] = mine === noKind || theirs === noKind ? Math.max(mine, theirs) : Math.min(mine, theirs);
};

const takeBoth: Joining = (into, at, one, oneAt, other, otherAt) => {
	into.weights[at] = (one.weights[oneAt] as number) + (other.weights[otherAt] as number);
	into.kinds[at] = Math.max(one.kinds[oneAt] as number, other.kinds[otherAt] as number);
};

function merge(one: Answers, other: Answers, join: Joining): Answers {
	if (one.docs.length === 0) return other;
	if (other.docs.length === 0) return one;
	const into = noAnswers(one.docs.length + other.docs.length);
	let [oneAt, otherAt, at] = [0, 0, 0];
	while (oneAt < one.docs.length || otherAt < other.docs.length) {
		const mine = one.docs[oneAt] ?? Number.POSITIVE_INFINITY;
		const theirs = other.docs[otherAt] ?? Number.POSITIVE_INFINITY;
		if (mine === theirs) {
			into.relevances[at] = (one.relevances[oneAt] as number) + (other.relevances[otherAt] as number);
			join(into, at, one, oneAt, other, otherAt);
		} else if (mine < theirs) copyRow(into, at, one, oneAt);
		else copyRow(into, at, other, otherAt);
		into.docs[at] = Math.min(mine, theirs);
		if (mine <= theirs) oneAt += 1;
		if (theirs <= mine) otherAt += 1;
		at += 1;
	}
	return firstAnswers(into, at);
}

function copyRow(into: Answers, at: number, from: Answers, fromAt: number): void {
	into.weights[at] = from.weights[fromAt] as number;
	into.relevances[at] = from.relevances[fromAt] as number;
	into.kinds[at] = from.kinds[fromAt] as number;
}
