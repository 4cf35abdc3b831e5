import { answeringWords, type Engine } from '../engine.ts';
import type { Expansion, IndexPart, WantedWords } from '../index-part.ts';
import type { Answering } from './answers.ts';
import { clauseOf, type LeafReading } from './query-clauses.ts';
import type { WordNode } from './query-tree.ts';
import { includes, runsOf, standing, type WordSpan } from './word-spans.ts';

/** The words around something within a longer run. */
export interface Surroundings {
	before: readonly WordNode[];
	after: readonly WordNode[];
}

/** Surroundings of so many words before and after: in each place, any of those that one of them has there. */
interface Shape {
	before: WantedWords[];
	after: WantedWords[];
}

/** The spans in a document that do not stand amid some words; ask in ascending order. */
type KeepApart = (doc: number, spans: readonly WordSpan[]) => readonly WordSpan[];

/**
 * The documents in which these words stand in sequence by themselves: not amid any of the surroundings, read either way.
 * Of hundreds of surroundings, those of one shape are looked for as one, so that a document costs what a few would. What
 * stands amid the words of two of them does not stand by itself either.
 */
export function matchApart(
	engine: Engine,
	nodes: readonly WordNode[],
	surroundings: readonly Surroundings[],
	reading: LeafReading,
): Answering {
	const expand = (node: WordNode) => engine.expander.expand(clauseOf(node, reading), 0);
	const words = nodes.map(expand);
	const shapes = shapesOf(surroundings, expand);
	const placed = words.map((each) => ({ answering: answeringWords(engine, each, 1) }));
	return standing(engine, placed, (part) => {
		const spansIn = runsOf(part, words);
		// What they need is fetched only for a part that has the words.
		let keepers: KeepApart[] | null = null;
		return (doc) => {
			let apart: readonly WordSpan[] = spansIn(doc);
			if (apart.length === 0) return false;
			keepers ??= shapes.map((shape) => keepApart(part, shape));
			for (const keep of keepers) if (apart.length > 0) apart = keep(doc, apart);
			return apart.length > 0;
		};
	});
}

function shapesOf(surroundings: readonly Surroundings[], expand: (node: WordNode) => WantedWords): Shape[] {
	const shapes = new Map<string, { before: Set<string>[]; after: Set<string>[] }>();
	const expanded = new Map<string, WantedWords>();
	const add = (places: readonly Set<string>[], nodes: readonly WordNode[]) => {
		for (const [at, node] of nodes.entries()) {
			places[at]?.add(node.text);
			if (!expanded.has(node.text)) expanded.set(node.text, expand(node));
		}
	};
	for (const { before, after } of surroundings.flatMap((each) => [each, turned(each)])) {
		const key = `${before.length} ${after.length}`;
		const shape = shapes.get(key) ?? { before: before.map(() => new Set()), after: after.map(() => new Set()) };
		shapes.set(key, shape);
		add(shape.before, before);
		add(shape.after, after);
	}
	const anyOfThem = (texts: ReadonlySet<string>): WantedWords => {
		const terms = new Map<string, Expansion>();
		for (const text of texts) for (const [term, how] of expanded.get(text)?.terms ?? []) terms.set(term, how);
		return { terms, prefix: null };
	};
	return [...shapes.values()].map(({ before, after }) => ({
		before: before.map(anyOfThem),
		after: after.map(anyOfThem),
	}));
}

function turned({ before, after }: Surroundings): Surroundings {
	return { before: after.toReversed(), after: before.toReversed() };
}

function keepApart(part: IndexPart, { before, after }: Shape): KeepApart {
	const placesBefore = before.map((words) => part.placesOf(words));
	const placesAfter = after.map((words) => part.placesOf(words));
	return (doc, spans) => {
		const inFront = placesBefore.map((placesIn) => placesIn(doc));
		const behind = placesAfter.map((placesIn) => placesIn(doc));
		const isAmid = ([from, to]: WordSpan) =>
			inFront.every((places, at) => includes(places, from - inFront.length + at)) &&
			behind.every((places, at) => includes(places, to + 1 + at));
		return spans.filter((span) => !isAmid(span));
	};
}
