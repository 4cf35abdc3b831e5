import { type Engine, matchWord, type WordMatch, worse } from '../evaluate.ts';
import { clauseOf, type LeafReading } from './query-clauses.ts';
import type { NearNode, NearOperand, PhraseNode, WordNode } from './query-tree.ts';

/** First and last word that something takes in a text, counted from 0. */
type WordSpan = readonly [first: number, last: number];

/** The documents that have some words in some order, and where these stand in each. */
interface Placed {
	matches: Map<string, WordMatch>;
	spansIn(termIds: Uint32Array): WordSpan[];
}

/** The documents with a word or a phrase. */
export function matchLeaf(engine: Engine, leaf: WordNode | PhraseNode, reading: LeafReading): Map<string, WordMatch> {
	return placeLeaf(engine, leaf, reading).matches;
}

/** The documents in which the operands stand near each other, in whatever order, none on top of another. */
export function matchNear(
	engine: Engine,
	{ operands, distances }: NearNode,
	reading: LeafReading,
): Map<string, WordMatch> {
	const placed = operands.map((operand) => place(engine, operand, reading));
	return together(engine, placed, (termIds) => {
		const [first = [], ...others] = placed.map(({ spansIn }) => spansIn(termIds));
		let reached = first;
		others.forEach((spans, at) => {
			reached = spans.filter((span) => reached.some((other) => isWithin(span, other, distances[at] ?? 0)));
		});
		return reached.length > 0;
	});
}

function place(engine: Engine, operand: NearOperand, reading: LeafReading): Placed {
	if (operand.type !== 'or') return placeLeaf(engine, operand, reading);
	const parts = operand.children.map((child) => place(engine, child, reading));
	const matches = new Map<string, WordMatch>();
	for (const part of parts) {
		for (const [key, match] of part.matches) {
			const other = matches.get(key);
			if (!other || other.weight < match.weight) matches.set(key, match);
		}
	}
	return { matches, spansIn: (termIds) => parts.flatMap(({ spansIn }) => spansIn(termIds)) };
}

function placeLeaf(engine: Engine, leaf: WordNode | PhraseNode, reading: LeafReading): Placed {
	const clause = clauseOf(leaf, reading);
	const expansions = clause.terms.map((_, position) => engine.expander.expand(clause, position));
	const answering = expansions.map((expansion) => new Set([...expansion.values()].map(({ id }) => id)));
	const spansIn = (termIds: Uint32Array) => runsOf(answering, termIds);
	const words = expansions.map((expansion) => ({ matches: matchWord(engine, expansion) }));
	const [first] = words;
	if (first && words.length === 1) return { matches: first.matches, spansIn };
	return { matches: together(engine, words, (termIds) => hasRun(answering, termIds)), spansIn };
}

/** The documents that have all the parts and pass the test of where these stand. */
function together(
	{ store }: Engine,
	parts: readonly Pick<Placed, 'matches'>[],
	isAsWanted: (termIds: Uint32Array) => boolean,
): Map<string, WordMatch> {
	const found = new Map<string, WordMatch>();
	const [rarest, ...others] = parts.map(({ matches }) => matches).sort((one, other) => one.size - other.size);
	for (const [key, match] of rarest ?? []) {
		const stored = others.every((matches) => matches.has(key)) ? store.documents.get(key) : undefined;
		if (!stored || !isAsWanted(stored.termIds)) continue;
		let { weight, how, relevance } = match;
		for (const matches of others) {
			const other = matches.get(key) ?? match;
			weight += other.weight;
			relevance += other.relevance;
			how = worse(how, other.how);
		}
		found.set(key, { weight: weight / parts.length, how, relevance });
	}
	return found;
}

function isRunAt(answering: readonly ReadonlySet<number>[], termIds: Uint32Array, start: number): boolean {
	return answering.every((ids, at) => ids.has(termIds[start + at] ?? -1));
}

function hasRun(answering: readonly ReadonlySet<number>[], termIds: Uint32Array): boolean {
	for (let start = 0; start + answering.length <= termIds.length; start++) {
		if (isRunAt(answering, termIds, start)) return true;
	}
	return false;
}

function runsOf(answering: readonly ReadonlySet<number>[], termIds: Uint32Array): WordSpan[] {
	const runs: WordSpan[] = [];
	for (let start = 0; start + answering.length <= termIds.length; start++) {
		if (isRunAt(answering, termIds, start)) runs.push([start, start + answering.length - 1]);
	}
	return runs;
}

function isWithin(one: WordSpan, other: WordSpan, distance: number): boolean {
	const gap = one[0] > other[1] ? one[0] - other[1] : other[0] - one[1];
	return gap >= 1 && gap <= distance;
}
