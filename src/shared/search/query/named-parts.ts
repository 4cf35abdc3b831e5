import type { Engine, WordMatch } from '../evaluate.ts';
import { type Answers, allOf, anyOf } from './answers.ts';
import type { PhraseNode, QueryNode, WordNode } from './query-tree.ts';
import { matchLeaf } from './word-spans.ts';

const aliasWeight = 0.5;

/**
 * The parts of what was written side by side, where words that are a name are one part, which the other forms of the
 * name answer as well.
 */
export function withOtherNames(
	engine: Engine,
	nodes: readonly QueryNode[],
	answersOf: (node: QueryNode) => Answers,
): Answers[] {
	const parts: Answers[] = [];
	let at = 0;
	while (at < nodes.length) {
		const words = wordsFrom(nodes, at);
		const [name, ...rest] = engine.expander.namesIn(words).filter(({ start }) => start === 0);
		const node = nodes[at];
		if (name) {
			const longest = rest.reduce((best, next) => (next.end > best.end ? next : best), name);
			const written = allOf(nodes.slice(at, at + longest.end).map(answersOf));
			parts.push(anyOf([written, ...longest.others.map((other) => answersIn(engine, other))]));
			at += longest.end;
		} else {
			if (node) parts.push(answersOf(node));
			at += 1;
		}
	}
	return parts;
}

function wordsFrom(nodes: readonly QueryNode[], from: number): string[] {
	const words: string[] = [];
	for (let at = from; at < nodes.length; at++) {
		const node = nodes[at];
		if (node?.type !== 'word' || node.isPrefix) break;
		words.push(node.text);
	}
	return words;
}

/** The texts with a form of a name. */
function answersIn(engine: Engine, words: readonly string[]): Answers {
	const matches = new Map<string, WordMatch>();
	for (const [key, match] of matchLeaf(engine, nodeOf(words), { isNear: false, isExcluded: false })) {
		matches.set(key, { ...match, weight: match.weight * aliasWeight, how: 'alias' });
	}
	return { size: matches.size, importance: 1, keys: () => matches.keys(), get: (key) => matches.get(key) };
}

function nodeOf(words: readonly string[]): PhraseNode | WordNode {
	const leaf = { start: 0, end: 0, isPrefix: false, isUnfinished: false };
	const [text = '', ...rest] = words;
	if (rest.length === 0) return { ...leaf, type: 'word', text };
	return { ...leaf, type: 'phrase', words: [...words], isLiteral: false };
}
