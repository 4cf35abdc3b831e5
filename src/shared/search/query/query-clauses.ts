import { fold } from '../../text/fold.ts';
import type { Clause } from '../clause.ts';
import { readQuery } from './parse-query.ts';
import type { PhraseNode, QueryNode, WordNode } from './query-tree.ts';

// Widening every word of a long sentence finds everything, slowly.
const mostNearClauses = 12;

/** The words and phrases that a query asks for or excludes, each once: what is marked in a text. */
export function parseQuery(text: string): Clause[] {
	const { tree } = readQuery(text);
	return tree ? clausesOf(tree) : [];
}

export function clausesOf(tree: QueryNode): Clause[] {
	const isNear = hasNear(tree);
	const clauses = leavesOf(tree).map(({ leaf, isExcluded }) => clauseOf(leaf, { isNear, isExcluded }));
	return [...new Map(clauses.map((clause) => [keyOf(clause), clause])).values()];
}

/** Whether the words of this tree are widened: when they are few. */
export function hasNear(tree: QueryNode): boolean {
	const leaves = leavesOf(tree).map(({ leaf }) => keyOf(clauseOf(leaf, { isNear: true, isExcluded: false })));
	return new Set(leaves).size <= mostNearClauses;
}

/** How a leaf is read: whether near spellings may answer it, and whether it stands below a NOT. */
export interface LeafReading {
	isNear: boolean;
	isExcluded: boolean;
}

/** What is excluded is taken at its word: neither near spellings nor what it may become while it is typed. */
export function clauseOf(leaf: WordNode | PhraseNode, { isNear, isExcluded }: LeafReading): Clause {
	const words = leaf.type === 'word' ? [leaf.text] : leaf.words;
	return {
		terms: words.map(fold),
		words,
		isPhrase: leaf.type === 'phrase',
		isExcluded,
		isPrefix: leaf.isPrefix || (leaf.isUnfinished && !isExcluded),
		isNear: isNear && !isExcluded && leaf.type === 'word' && !leaf.isPrefix,
		isLiteral: leaf.type === 'phrase' && leaf.isLiteral,
	};
}

interface LeafUse {
	leaf: WordNode | PhraseNode;
	isExcluded: boolean;
}

function leavesOf(node: QueryNode, isExcluded = false): LeafUse[] {
	switch (node.type) {
		case 'word':
		case 'phrase':
			return [{ leaf: node, isExcluded }];
		case 'field':
			return [];
		case 'not':
			return leavesOf(node.child, !isExcluded);
		case 'near':
			return node.operands.flatMap((operand) => leavesOf(operand as QueryNode, isExcluded));
		default:
			return node.children.flatMap((child) => leavesOf(child, isExcluded));
	}
}

/** Two clauses with the same key ask the same. */
export function keyOf({ terms, isExcluded, isPrefix, isLiteral, isNear }: Clause): string {
	return [isExcluded, isPrefix, isLiteral, isNear, ...terms].join(' ');
}
