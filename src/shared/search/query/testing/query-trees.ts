import fc from 'fast-check';
import type { NearOperand, QueryNode } from '../query-tree.ts';

const span = { start: 0, end: 0 };
const leaf = { ...span, isUnfinished: false };

export const sampleWords = ['alpha', 'gamma', 'delta', 'omega', 'сигма', 'Երևան'] as const;
const word = fc.record({ text: fc.constantFrom(...sampleWords), isPrefix: fc.boolean() }).map(
	(fields): QueryNode => ({
		type: 'word',
		...leaf,
		...fields,
		text: fields.isPrefix ? fields.text.slice(0, 3) : fields.text,
	}),
);
const phrase = fc
	.record({
		words: fc.array(fc.constantFrom(...sampleWords), { minLength: 1, maxLength: 3 }),
		isLiteral: fc.boolean(),
		isPrefix: fc.boolean(),
	})
	.map((fields): QueryNode => ({ type: 'phrase', ...leaf, ...fields }));
const field = fc
	.constantFrom(
		...([
			['kind', 'letter'],
			['kind', 'news item'],
			['lang', 'en'],
			['lang', 'hy'],
			['date', '2020'],
			['date', '2020-05..2021'],
			['date', '..2020'],
			['by', 'Sample Writer'],
			['by', 'reader'],
			['tag', 'first tag'],
			['tag', 'second'],
			['in', 'passage'],
			['in', 'notes'],
			['holding', 'held'],
			['holding', 'described-only'],
		] as const),
	)
	.map(([name, value]): QueryNode => ({ type: 'field', ...leaf, field: name, value, isPrefix: false }));

function flat(type: 'and' | 'or', children: QueryNode[], isExplicit: boolean): QueryNode {
	const all = children.flatMap((child) => (child.type === type ? child.children : [child]));
	if (type === 'or') return { type, ...span, children: all };
	const isWritten = isExplicit || children.some((child) => child.type === 'and' && child.isExplicit);
	return { type, ...span, children: all, isExplicit: isWritten };
}

const nearOperand = fc.oneof(
	{ weight: 4, arbitrary: fc.oneof(word, phrase) },
	{
		weight: 1,
		arbitrary: fc
			.array(fc.oneof(word, phrase), { minLength: 2, maxLength: 3 })
			.map((children) => flat('or', children, false)),
	},
);
const near = fc
	.array(fc.tuple(nearOperand, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 3 })
	.map((pairs): QueryNode => {
		const operands = pairs.map(([operand]) => operand as NearOperand);
		return { type: 'near', ...span, operands, distances: pairs.slice(1).map(([, distance]) => distance) };
	});

/** Trees as reading gives them, without places: for property tests. */
export const queryTrees: fc.Arbitrary<QueryNode> = fc.letrec<{ tree: QueryNode }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 3, depthSize: 'small' },
		word,
		phrase,
		field,
		near,
		tie('tree').map((child): QueryNode => ({ type: 'not', ...span, child })),
		fc
			.tuple(fc.array(tie('tree'), { minLength: 2, maxLength: 3 }), fc.boolean())
			.map(([children, isExplicit]) => flat('and', children, isExplicit)),
		fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((children) => flat('or', children, false)),
	),
})).tree;

/** The tree without its places, to compare. */
export function bareTree(tree: QueryNode | null): unknown {
	return JSON.parse(
		JSON.stringify(tree, (key, value) => (['start', 'end', 'isUnfinished'].includes(key) ? undefined : value)),
	);
}
