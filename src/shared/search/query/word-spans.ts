import { answeringWords, type Engine, overParts } from '../engine.ts';
import type { IndexPart, WantedWords } from '../index-part.ts';
import { type Answering, type Answers, noAnswers } from './answers.ts';
import { allOf, anyOf } from './combine-answers.ts';
import { clauseOf, type LeafReading } from './query-clauses.ts';
import type { NearNode, NearOperand, PhraseNode, WordNode } from './query-tree.ts';

/** First and last word that something takes in a text, counted from 0. */
export type WordSpan = readonly [first: number, last: number];

/** Where something stands in a document of one part; ask in ascending order. */
export type SpansIn = (doc: number) => WordSpan[];

/** The documents that have some words in some order, and where these stand in each. */
interface Placed {
	answering: Answering;
	spansIn(part: IndexPart): SpansIn;
}

/** The documents with a word or a phrase. */
export function matchLeaf(
	engine: Engine,
	leaf: WordNode | PhraseNode,
	reading: LeafReading,
	importance = 1,
): Answering {
	return { ...placeLeaf(engine, leaf, reading).answering, importance };
}

/** The documents in which these words, or forms of them, stand next to each other, in this order or the other way round. */
export function matchRun(engine: Engine, nodes: readonly WordNode[], reading: LeafReading): Answering {
	const words = nodes.map((node) => engine.expander.expand(clauseOf(node, reading), 0));
	const placed = words.map((each) => ({ answering: answeringWords(engine, each, 1) }));
	return standing(engine, placed, (part) => {
		const runs = [runsOf(part, words), runsOf(part, [...words].reverse())];
		return (doc) => runs.some((runsIn) => runsIn(doc).length > 0);
	});
}

/** The documents in which the operands stand near each other, in whatever order, none on top of another. */
export function matchNear(engine: Engine, { operands, distances }: NearNode, reading: LeafReading): Answering {
	const placed = operands.map((operand) => place(engine, operand, reading));
	return standing(engine, placed, (part) => {
		const spans = placed.map(({ spansIn }) => spansIn(part));
		return (doc) => {
			const [first = [], ...others] = spans.map((spansIn) => spansIn(doc));
			let reached = first;
			others.forEach((spans, at) => {
				reached = spans.filter((span) => reached.some((other) => isWithin(span, other, distances[at] ?? 0)));
			});
			return reached.length > 0;
		};
	});
}

function place(engine: Engine, operand: NearOperand, reading: LeafReading): Placed {
	if (operand.type !== 'or') return placeLeaf(engine, operand, reading);
	const parts = operand.children.map((child) => place(engine, child, reading));
	return {
		answering: anyOf(parts.map(({ answering }) => answering)),
		spansIn(part) {
			const all = parts.map(({ spansIn }) => spansIn(part));
			return (doc) => all.flatMap((spans) => spans(doc));
		},
	};
}

function placeLeaf(engine: Engine, leaf: WordNode | PhraseNode, reading: LeafReading): Placed {
	const clause = clauseOf(leaf, reading);
	const words = clause.terms.map((_, position) => engine.expander.expand(clause, position));
	const placed = words.map((each) => ({ answering: answeringWords(engine, each, 1) }));
	const spansIn = (part: IndexPart) => runsOf(part, words);
	const [first] = placed;
	if (first && placed.length === 1) return { answering: first.answering, spansIn };
	const hasRun = (part: IndexPart) => {
		const runs = runsOf(part, words);
		return (doc: number) => runs(doc).length > 0;
	};
	return { answering: standing(engine, placed, hasRun), spansIn };
}

/** The documents that have all the parts and pass the test of where these stand. */
export function standing(
	{ parts }: Engine,
	placed: readonly Pick<Placed, 'answering'>[],
	testIn: (part: IndexPart) => (doc: number) => boolean,
): Answering {
	const together = allOf(placed.map(({ answering }) => ({ ...answering, importance: 1 })));
	const pass = (answers: Answers) => {
		let from = 0;
		return overParts(parts, answers.docs, ({ part }, own) => {
			const isAsWanted = testIn(part);
			const at = from;
			from += own.length;
			return keepRows(answers, own, at, isAsWanted);
		});
	};
	return { ...together, importance: 1, all: () => pass(together.all()), among: (docs) => pass(together.among(docs)) };
}

/** @param own numbers of the rows of `answers` from `from` on, in their part */
function keepRows(answers: Answers, own: Uint32Array, from: number, isKept: (doc: number) => boolean): Answers {
	const rows: number[] = [];
	for (let at = 0; at < own.length; at++) if (isKept(own[at] as number)) rows.push(at);
	const kept = noAnswers(rows.length);
	for (const [to, row] of rows.entries()) {
		kept.docs[to] = own[row] as number;
		kept.weights[to] = answers.weights[from + row] as number;
		kept.relevances[to] = answers.relevances[from + row] as number;
		kept.kinds[to] = answers.kinds[from + row] as number;
	}
	return kept;
}

/** Where the words stand in sequence. */
export function runsOf(part: IndexPart, words: readonly WantedWords[]): SpansIn {
	const [firstPlaces, ...otherPlaces] = words.map((each) => part.placesOf(each));
	return (doc) => {
		let starts = firstPlaces?.(doc) ?? [];
		for (const [at, placesIn] of otherPlaces.entries()) {
			if (starts.length === 0) break;
			const places = placesIn(doc);
			starts = starts.filter((start) => includes(places, start + at + 1));
		}
		return starts.map((start) => [start, start + otherPlaces.length]);
	};
}

export function includes(ascending: readonly number[], wanted: number): boolean {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] as number) < wanted) low = middle + 1;
		else high = middle;
	}
	return ascending[low] === wanted;
}

function isWithin(one: WordSpan, other: WordSpan, distance: number): boolean {
	const gap = one[0] > other[1] ? one[0] - other[1] : other[0] - one[1];
	return gap >= 1 && gap <= distance;
}
