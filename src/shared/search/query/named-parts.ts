import { answeringWords, type Engine } from '../engine.ts';
import { type Answering, type Answers, kindCode } from './answers.ts';
import { allOf, anyOf } from './combine-answers.ts';
import type { PhraseNode, QueryNode } from './query-tree.ts';
import { matchLeaf } from './word-spans.ts';

const aliasWeight = 0.5;

/**
 * The parts of what was written side by side, where words that are a name are one part, which the other forms of the
 * name answer as well.
 */
export function withOtherNames(
	engine: Engine,
	nodes: readonly QueryNode[],
	answering: (node: QueryNode) => Answering,
): Answering[] {
	const parts: Answering[] = [];
	let at = 0;
	while (at < nodes.length) {
		const words = wordsFrom(nodes, at);
		const [name, ...rest] = engine.expander.namesIn(words).filter(({ start }) => start === 0);
		const node = nodes[at];
		if (name) {
			const longest = rest.reduce((best, next) => (next.end > best.end ? next : best), name);
			const written = allOf(nodes.slice(at, at + longest.end).map(answering));
			parts.push(anyOf([written, ...longest.others.map((other) => answeringName(engine, other))]));
			at += longest.end;
		} else {
			if (node) parts.push(answering(node));
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
function answeringName(engine: Engine, words: readonly string[]): Answering {
	const [word = '', ...rest] = words;
	const answering =
		rest.length > 0
			? matchLeaf(engine, phraseOf(words), { isNear: false, isExcluded: false })
			: answeringWords(engine, engine.expander.expandName(word), 1);
	const asAlias = (answers: Answers): Answers => ({
		...answers,
		weights: answers.weights.map((weight) => weight * aliasWeight),
		kinds: answers.kinds.map(() => kindCode('alias')),
	});
	return {
		...answering,
		all: () => asAlias(answering.all()),
		among: (docs) => asAlias(answering.among(docs)),
	};
}

function phraseOf(words: readonly string[]): PhraseNode {
	const place = { start: 0, end: 0, isPrefix: false, isUnfinished: false };
	return { ...place, type: 'phrase', words: [...words], isLiteral: false };
}
