import type { NearNode, QueryNode } from './query-tree.ts';

/** How tightly each type binds; one within a tighter one needs parentheses. */
const tightness = { or: 0, and: 1, not: 2, near: 3, word: 4, phrase: 4, field: 4 } as const;

/** The query that reads as this tree, in its plainest form. */
export function printQuery(tree: QueryNode | null): string {
	return tree ? print(tree, 0) : '';
}

function print(node: QueryNode, least: number): string {
	const text = plain(node);
	return tightness[node.type] < least ? `(${text})` : text;
}

function plain(node: QueryNode): string {
	switch (node.type) {
		case 'word':
			return node.text + star(node.isPrefix);
		case 'phrase': {
			const quote = node.isLiteral ? '""' : '"';
			return `${quote}${node.words.join(' ')}${star(node.isPrefix)}${quote}`;
		}
		case 'field':
			return `${node.field}:${valueText(node.value, star(node.isPrefix))}`;
		case 'not':
			return `NOT ${print(node.child, tightness.not)}`;
		case 'near':
			return nearText(node);
		case 'and':
			return node.children.map((child) => print(child, tightness.not)).join(node.isExplicit ? ' AND ' : ' ');
		case 'or':
			return node.children.map((child) => print(child, tightness.and)).join(' OR ');
	}
}

function nearText({ operands, distances }: NearNode): string {
	return operands
		.map((operand, at) => {
			const text = print(operand as QueryNode, tightness.word);
			return at === 0 ? text : `NEAR/${distances[at - 1]} ${text}`;
		})
		.join(' ');
}

function valueText(value: string, end: string): string {
	return /[\s()]/.test(value) ? `"${value}${end}"` : `${value}${end}`;
}

function star(isPrefix: boolean): string {
	return isPrefix ? '*' : '';
}
