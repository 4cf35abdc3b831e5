import type { Clause } from '../clause.ts';
import type { Engine, Match, WordMatch } from '../evaluate.ts';
import { type Answers, allOf, anyOf, mostOf, passing, without } from './answers.ts';
import { fieldTest } from './field-match.ts';
import { withOtherNames } from './named-parts.ts';
import { clauseOf, hasNear, keyOf, type LeafReading } from './query-clauses.ts';
import type { QueryNode } from './query-tree.ts';
import { matchLeaf, matchNear } from './word-spans.ts';

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
 * any; fields and exclusions bind in both cases. A query without words gives everything that passes.
 */
export function evaluateQuery(engine: Engine, tree: QueryNode | null): { matches: Match[]; matched: 'all' | 'any' } {
	if (!tree) return { matches: [], matched: 'all' };
	const answersOf = evaluator(engine, hasNear(tree));
	const isOpen = tree.type === 'word' || (tree.type === 'and' && !tree.isExplicit);
	const together = tree.type === 'and' ? tree.children : [tree];
	const whole = isOpen ? allOf([...new Set(withOtherNames(engine, together, answersOf))]) : answersOf(tree);
	const all = matchesOf(engine, whole);
	const { wanted, binding } = partsOf(tree);
	if (wanted.length < 2) return { matches: all, matched: 'all' };
	const some = allOf([mostOf(wanted.map(answersOf)), ...binding.map(answersOf)]);
	if (all.length === 0) return { matches: matchesOf(engine, some).filter(isEnough), matched: 'any' };
	return { matches: [...all, ...otherNames(engine, some, all)], matched: 'all' };
}

/** A name is short and known by a part: those that have the weightier part of the words come after all the rest. */
function otherNames(engine: Engine, some: Answers, all: readonly Match[]): Match[] {
	const known = new Set(all.map(({ stored }) => stored.document.key));
	const keys = [...engine.store.names].filter((key) => !known.has(key));
	return matchesOf(engine, { ...some, keys: () => keys }).filter(isEnough);
}

/** What may be missing of a query whose words were written side by side, and what may not. */
function partsOf(tree: QueryNode): { wanted: QueryNode[]; binding: QueryNode[] } {
	const isOpen = tree.type === 'and' && !tree.isExplicit;
	const parts = isOpen ? tree.children : [];
	const isBinding = (part: QueryNode) => part.type === 'field' || part.type === 'not';
	return { wanted: parts.filter((part) => !isBinding(part)), binding: parts.filter(isBinding) };
}

/** Each word is looked up once, however often it is written. */
function evaluator(engine: Engine, isNear: boolean): (node: QueryNode) => Answers {
	const { store } = engine;
	const known = new Map<string, Answers>();
	function leafAnswers(node: Extract<QueryNode, { type: 'word' | 'phrase' }>, reading: LeafReading): Answers {
		const key = keyOf(clauseOf(node, reading));
		const answers = known.get(key) ?? wordAnswers(engine, clauseOf(node, reading), matchLeaf(engine, node, reading));
		known.set(key, answers);
		return answers;
	}
	function answersOf(node: QueryNode, isExcluded: boolean): Answers {
		const parts = (children: readonly QueryNode[]) => [...new Set(children.map((each) => answersOf(each, isExcluded)))];
		switch (node.type) {
			case 'word':
			case 'phrase':
				return leafAnswers(node, { isNear, isExcluded });
			case 'near':
				return answersIn(matchNear(engine, node, { isNear, isExcluded }), 1);
			case 'field':
				return passing(store, fieldTest({ ...node, isUnfinished: node.isUnfinished && !isExcluded }));
			case 'not':
				return without(store, answersOf(node.child, !isExcluded));
			case 'and':
				return allOf(parts(node.children));
			case 'or':
				return anyOf(parts(node.children));
		}
	}
	return (node) => answersOf(node, false);
}

function isEnough({ stored, score }: Match): boolean {
	return stored.document.kind !== 'name' || score >= leastNameScore;
}

function answersIn(matches: ReadonlyMap<string, WordMatch>, importance: number): Answers {
	return { size: matches.size, importance, keys: () => matches.keys(), get: (key) => matches.get(key) };
}

/** What is short or in many texts says little beside the other words: de, la, and, islands. */
function wordAnswers({ store }: Engine, { terms }: Clause, matches: ReadonlyMap<string, WordMatch>): Answers {
	const length = Math.max(...terms.map((term) => term.length));
	const commonness = Math.log(Math.max(1, matches.size)) / Math.log(Math.max(2, store.documents.size));
	return answersIn(matches, (lengthImportance[length] ?? 1) * Math.max(leastRarity, 1 - commonness));
}

function matchesOf({ store }: Engine, answers: Answers): Match[] {
	const found: Match[] = [];
	for (const key of answers.keys()) {
		const answer = answers.get(key);
		const stored = answer && store.documents.get(key);
		if (!stored) continue;
		const { weight, relevance, how } = answer;
		const boosted = relevance * kindBoost[stored.document.kind];
		found.push({ stored, score: weight + relevanceShare * Math.tanh(boosted / relevanceScale), how });
	}
	return found;
}
