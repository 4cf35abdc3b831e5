import { type Engine, firstFrom, overParts } from '../engine.ts';
import type { DocumentFacts, IndexPart } from '../index-part.ts';
import { type Answering, type Answers, noAnswers, noKind, wordless } from './answers.ts';
import { allOf, anyOf, mostOf } from './combine-answers.ts';
import { fieldTest } from './field-match.ts';
import { hyperbolicTangent } from './hyperbolic-tangent.ts';
import { withOtherNames } from './named-parts.ts';
import { clauseOf, hasNear, keyOf, type LeafReading } from './query-clauses.ts';
import type { QueryNode } from './query-tree.ts';
import { matchLeaf, matchNear } from './word-spans.ts';

/** Documents that answer a query, before anything narrows it, in columns of one length; ascending until ranked. */
export interface Matches {
	docs: Uint32Array;
	scores: Float32Array;
	/** As in `Answers`. */
	kinds: Uint8Array;
	/** The group of each. */
	groups: Uint32Array;
}

// A title says more in a word than a passage does.
const kindBoost = { title: 2, name: 1, description: 1, note: 1.2, passage: 1 } as const;
// Relevance only orders what matched equally well: it is squeezed into a tenth of the scale of weights.
const relevanceShare = 0.1;
const relevanceScale = 40;
const leastNameScore = 0.3;
/** Of words of so many letters. */
const lengthImportance: Readonly<Record<number, number>> = { 0: 0.3, 1: 0.3, 2: 0.3, 3: 0.6 };
const leastRarity = 0.05;

/**
 * The documents that answer a query. Where words were written side by side and none has all of them, those that have
 * any; fields and exclusions bind in both cases. A query without words gives everything that passes, one that says nothing
 * nothing.
 */
export function evaluateQuery(engine: Engine, tree: QueryNode | null): { matches: Matches; matched: 'all' | 'any' } {
	const { whole, some } = planQuery(engine, tree);
	const all = matchesOf(engine, whole.all());
	if (!some) return { matches: all, matched: 'all' };
	if (all.docs.length === 0) return { matches: matchesOf(engine, some.all(), isEnough), matched: 'any' };
	// A name is short and known by a part: those that have the weightier part of the words come after all the rest.
	const names = matchesOf(engine, some.among(without(engine.names, all.docs)), isEnough);
	return { matches: append(all, names), matched: 'all' };
}

/** What has to be asked of the index: everything, and part of it, where that would do. Widens all words of the query. */
export function planQuery(engine: Engine, tree: QueryNode | null): { whole: Answering; some: Answering | null } {
	if (!tree) return { whole: nothing, some: null };
	const answering = evaluator(engine, hasNear(tree));
	const isOpen = tree.type === 'word' || (tree.type === 'and' && !tree.isExplicit);
	const together = tree.type === 'and' ? tree.children : [tree];
	const whole = isOpen ? allOf([...new Set(withOtherNames(engine, together, answering))]) : answering(tree);
	const { wanted, binding } = partsOf(tree);
	if (wanted.length < 2) return { whole, some: null };
	return { whole, some: allOf([mostOf(wanted.map(answering)), ...binding.map(answering)]) };
}

const nothing: Answering = { estimate: 0, importance: 0, all: () => noAnswers(), among: () => noAnswers() };

/** What may be missing of a query whose words were written side by side, and what may not. */
function partsOf(tree: QueryNode): { wanted: QueryNode[]; binding: QueryNode[] } {
	const isOpen = tree.type === 'and' && !tree.isExplicit;
	const parts = isOpen ? tree.children : [];
	return { wanted: parts.filter((part) => !isBinding(part)), binding: parts.filter(isBinding) };
}

function isBinding(part: QueryNode): boolean {
	if (part.type === 'or' || part.type === 'and') return part.children.every(isBinding);
	return part.type === 'field' || part.type === 'not';
}

/** Each word is looked up once, however often it is written. */
function evaluator(engine: Engine, isNear: boolean): (node: QueryNode) => Answering {
	const known = new Map<string, Answering>();
	function leaf(node: Extract<QueryNode, { type: 'word' | 'phrase' }>, reading: LeafReading): Answering {
		const clause = clauseOf(node, reading);
		const key = keyOf(clause);
		let answering = known.get(key);
		if (!answering) {
			answering = matchLeaf(engine, node, reading);
			answering = once({ ...answering, importance: importanceOf(engine, clause.terms, answering.estimate) });
			known.set(key, answering);
		}
		return answering;
	}
	function evaluate(node: QueryNode, isExcluded: boolean): Answering {
		const parts = (children: readonly QueryNode[]) => [...new Set(children.map((each) => evaluate(each, isExcluded)))];
		switch (node.type) {
			case 'word':
			case 'phrase':
				return leaf(node, { isNear, isExcluded });
			case 'near':
				return once(matchNear(engine, node, { isNear, isExcluded }));
			case 'field':
				return passing(engine, fieldTest({ ...node, isUnfinished: node.isUnfinished && !isExcluded }));
			case 'not':
				return notAnswering(engine, evaluate(node.child, !isExcluded));
			case 'and':
				return allOf(parts(node.children));
			case 'or':
				return anyOf(parts(node.children));
		}
	}
	return (node) => evaluate(node, false);
}

/** What was found in full is not looked up again. */
function once(answering: Answering): Answering {
	let all: Answers | null = null;
	return {
		...answering,
		all() {
			all ??= answering.all();
			return all;
		},
	};
}

/** What is short or in many texts says little beside the other words: de, la, and, islands. */
function importanceOf({ documentCount }: Engine, terms: readonly string[], matchCount: number): number {
	const length = Math.max(...terms.map((term) => term.length));
	const commonness = Math.log(Math.max(1, matchCount)) / Math.log(Math.max(2, documentCount));
	return (lengthImportance[length] ?? 1) * Math.max(leastRarity, 1 - commonness);
}

/** The documents that pass a test, whatever their words. */
function passing(engine: Engine, test: (facts: DocumentFacts) => boolean): Answering {
	const { parts, documentCount } = engine;
	/** By group: 1 passes, 2 does not. */
	const known = new Uint8Array(engine.groupLimit);
	const passes = (part: IndexPart, groupBase: number) => (doc: number) => {
		const group = part.groupOf(doc);
		if (group < 0) return false;
		const at = groupBase + group;
		if (known[at] === 0) known[at] = test(part.factsOf(group)) ? 1 : 2;
		return known[at] === 1;
	};
	const among = (docs: Uint32Array) =>
		overParts(parts, docs, ({ part, groupBase }, own) => wordless(own.filter(passes(part, groupBase))));
	return { estimate: documentCount, importance: 0, all: () => among(allDocs(engine)), among };
}

/** All the other documents. */
function notAnswering(engine: Engine, excluded: Answering): Answering {
	const among = (docs: Uint32Array) => wordless(without(docs, excluded.among(docs).docs));
	return { estimate: engine.documentCount, importance: 0, all: () => among(allDocs(engine)), among };
}

function allDocs({ parts }: Engine): Uint32Array {
	const lists = parts.map(({ part, base }) => part.docs().map((doc) => doc + base));
	const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		all.set(list, at);
		at += list.length;
	}
	return all;
}

/** Both ascend. */
function without(docs: Uint32Array, excluded: Uint32Array): Uint32Array {
	let from = 0;
	return docs.filter((doc) => {
		while (from < excluded.length && (excluded[from] as number) < doc) from += 1;
		return excluded[from] !== doc;
	});
}

type ScoreTest = (facts: DocumentFacts, score: number) => boolean;

const isEnough: ScoreTest = ({ document }, score) => document.kind !== 'name' || score >= leastNameScore;

/** Stands for the group of a document that is hidden, or not kept. */
const nowhere = 0xffff_ffff;

function matchesOf({ parts }: Engine, { docs, weights, relevances, kinds }: Answers, isKept?: ScoreTest): Matches {
	const scores = new Float32Array(docs.length);
	const groups = new Uint32Array(docs.length);
	let [at, left] = [0, 0];
	for (const { part, base, groupBase } of parts) {
		const [start, end] = [at, firstFrom(docs, base + part.docLimit)];
		const own = part.groupsOf(docs.subarray(start, end), base);
		for (; at < end; at++) {
			const group = own[at - start] as number;
			const facts = part.isOfPassages || group < 0 ? null : part.factsOf(group);
			const bonus = kinds[at] === noKind ? 0 : bonusFor(relevances[at] as number, facts);
			scores[at] = (weights[at] as number) + bonus;
			const isLeft = group < 0 || !passes(facts, scores[at] as number, isKept);
			groups[at] = isLeft ? nowhere : groupBase + group;
			if (isLeft) left += 1;
		}
	}
	const matches = { docs, scores, kinds, groups };
	if (left === 0) return matches;
	return rowsOfMatches(
		matches,
		placesWhere(groups, (group) => group !== nowhere),
	);
}

/** Where the values stand that pass. */
export function placesWhere(values: Uint32Array, isWanted: (value: number) => boolean): Uint32Array {
	const places = new Uint32Array(values.length);
	let count = 0;
	for (let at = 0; at < values.length; at++) if (isWanted(values[at] as number)) places[count++] = at;
	return places.subarray(0, count);
}

/** @param facts null for passages of a segment */
function bonusFor(relevance: number, facts: DocumentFacts | null): number {
	const boost = facts ? kindBoost[facts.document.kind] : 1;
	return relevanceShare * hyperbolicTangent((relevance * boost) / relevanceScale);
}

function passes(facts: DocumentFacts | null, score: number, isKept: ScoreTest | undefined): boolean {
	return !isKept || !facts || isKept(facts, score);
}

function noMatches(length: number): Matches {
	return {
		docs: new Uint32Array(length),
		scores: new Float32Array(length),
		kinds: new Uint8Array(length),
		groups: new Uint32Array(length),
	};
}

function append(one: Matches, other: Matches): Matches {
	if (other.docs.length === 0) return one;
	const both = noMatches(one.docs.length + other.docs.length);
	for (const name of ['docs', 'scores', 'kinds', 'groups'] as const) {
		both[name].set(one[name]);
		both[name].set(other[name], one.docs.length);
	}
	return both;
}

/** The matches of these rows, which ascend. */
export function rowsOfMatches({ docs, scores, kinds, groups }: Matches, rows: Uint32Array): Matches {
	const kept = noMatches(rows.length);
	for (let at = 0; at < rows.length; at++) {
		const row = rows[at] as number;
		kept.docs[at] = docs[row] as number;
		kept.scores[at] = scores[row] as number;
		kept.kinds[at] = kinds[row] as number;
		kept.groups[at] = groups[row] as number;
	}
	return kept;
}
