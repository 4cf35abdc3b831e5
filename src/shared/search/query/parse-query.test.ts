import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import type { QueryNode, QueryProblem } from './query-tree.ts';
import { bareTree, queryTrees } from './testing/query-trees.ts';

/** Parentheses around everything, so that a test sees what binds to what. */
function shape(node: QueryNode | null): string {
	if (!node) return '';
	switch (node.type) {
		case 'not':
			return `not(${shape(node.child)})`;
		case 'and':
		case 'or':
			return `${node.type}(${node.children.map(shape).join(' ')})`;
		case 'near':
			return `near(${node.operands.map((operand) => shape(operand as QueryNode)).join(' ')} ${node.distances.join(' ')})`;
		default:
			return printQuery(node);
	}
}
const shapeOf = (text: string) => shape(readQuery(text).tree);
const place = ({ code, start, length }: QueryProblem) => [code, start, length];
const problemsOf = (text: string) => readQuery(text).problems.map(place);

describe('what is read', () => {
	test.each([
		['', ''],
		['  — & ', ''],
		['alpha', 'alpha'],
		['alpha beta', 'and(alpha beta)'],
		['alpha AND beta', 'and(alpha beta)'],
		['alpha OR beta', 'or(alpha beta)'],
		['alpha beta OR gamma delta', 'or(and(alpha beta) and(gamma delta))'],
		['alpha (beta OR gamma) delta', 'and(alpha or(beta gamma) delta)'],
		['alpha AND (beta AND gamma)', 'and(alpha beta gamma)'],
		['NOT alpha OR beta', 'or(not(alpha) beta)'],
		['alpha NOT beta', 'and(alpha not(beta))'],
		['alpha -beta', 'and(alpha not(beta))'],
		['alpha AND NOT (beta OR gamma)', 'and(alpha not(or(beta gamma)))'],
		['-(alpha beta)', 'not(and(alpha beta))'],
		['NOT NOT alpha', 'not(not(alpha))'],
		['alpha NEAR/3 beta gamma', 'and(near(alpha beta 3) gamma)'],
		['alpha NEAR/3 beta NEAR/12 "gamma delta"', 'near(alpha beta "gamma delta" 3 12)'],
		['(alpha OR "beta gamma") NEAR/2 delta', 'near(or(alpha "beta gamma") delta 2)'],
		['NOT alpha NEAR/3 beta', 'not(near(alpha beta 3))'],
		['alph* bet*', 'and(alph* bet*)'],
		['"alpha beta"', '"alpha beta"'],
		['""alpha beta""', '""alpha beta""'],
		['“alpha  beta” «Gamma, delta» „epsilon“', 'and("alpha beta" "Gamma delta" "epsilon")'],
		['"alpha bet*"', '"alpha bet*"'],
		['kind:letter lang:hy date:2020..2023', 'and(kind:letter lang:hy date:2020..2023)'],
		['tag:"two words" by:Sample in:notes holding:held', 'and(tag:"two words" by:Sample in:notes holding:held)'],
		['-kind:letter', 'not(kind:letter)'],
		['tag:sam*', 'tag:sam*'],
	])('%s', (text, expected) => {
		expect(shapeOf(text)).toBe(expected);
		expect(problemsOf(text)).toEqual([]);
	});

	test.each([
		['black and white or not', 'and(black and white or not)'],
		['alpha AND, beta', 'and(alpha and beta)'],
		['Alpha-beta gamma', 'and(Alpha beta gamma)'],
		['gamma -alpha-beta', 'and(gamma not("alpha beta"))'],
		['alpha-beta NEAR/2 gamma', 'near("alpha beta" gamma 2)'],
		['Date: 12:30, sample://place', 'and(Date 12 30 sample place)'],
		['alpha - beta', 'and(alpha beta)'],
		['alpha"beta 5"', 'and(alpha beta 5)'],
		['alpha "" beta', 'and(alpha beta)'],
		['gam-\nma delta', 'and(gam-\nma delta)'],
	])('ordinary writing is no operator: %j', (text, expected) => {
		expect(shapeOf(text)).toBe(expected);
		expect(problemsOf(text)).toEqual([]);
	});

	test('every node knows where it stands', () => {
		const text = 'alpha (beta OR  "gamma delta") -kind:letter';
		const spans = [...nodesOf(readQuery(text).tree)].map(({ start, end }) => text.slice(start, end));
		expect(spans).toEqual([
			text,
			'alpha',
			'(beta OR  "gamma delta")',
			'beta',
			'"gamma delta"',
			'-kind:letter',
			'kind:letter',
		]);
	});

	test('only what the query ends with is unfinished', () => {
		const unfinished = (text: string) =>
			[...nodesOf(readQuery(text).tree)].flatMap((node) =>
				'isUnfinished' in node && node.isUnfinished ? node.type : [],
			);
		expect(unfinished('alpha beta')).toEqual(['word']);
		expect(unfinished('alpha beta ')).toEqual([]);
		expect(unfinished('(alpha beta')).toEqual(['word']);
		expect(unfinished('"alpha be')).toEqual(['phrase']);
		expect(unfinished('"alpha be"')).toEqual([]);
		expect(unfinished('alpha kind:let')).toEqual(['field']);
	});
});

describe('what cannot be read', () => {
	test.each([
		['alpha OR OR beta', 'alpha', 'missing-operand', 6, 2],
		['OR alpha', '', 'missing-operand', 0, 2],
		['(alpha NOT) beta', 'alpha', 'missing-operand', 7, 3],
		['NEAR/3 alpha', '', 'missing-operand', 0, 6],
		['alpha () beta', 'alpha', 'empty-parentheses', 6, 2],
		['alpha colour:red beta', 'alpha', 'unknown-field', 6, 10],
		['alpha kind: beta', 'alpha', 'missing-value', 6, 5],
		['alpha date:soon beta', 'alpha', 'bad-date', 6, 9],
		['alpha date:2023..2020 beta', 'alpha', 'bad-date', 6, 15],
		['alpha lang:12 beta', 'alpha', 'bad-language', 6, 7],
		['alpha in:margin beta', 'alpha', 'bad-choice', 6, 9],
		['alpha holding:lost beta', 'alpha', 'bad-choice', 6, 12],
		['alpha NEAR beta', 'alpha', 'near-number', 6, 4],
		['alpha NEAR/x beta', 'alpha', 'near-number', 6, 6],
		['alpha NEAR/0 beta', 'alpha', 'near-number', 6, 6],
		['alpha NEAR/2 kind:letter beta', 'alpha', 'near-operand', 13, 11],
		['alpha NEAR/2 -beta', 'alpha', 'near-operand', 13, 1],
		['alpha OR (beta colour:red gamma)', 'or(alpha beta)', 'unknown-field', 15, 10],
	])('%s: what stands before it is searched', (text, expected, code, start, length) => {
		expect(shapeOf(text)).toBe(expected);
		expect(readQuery(text).problems).toMatchObject([{ code, start, length, severity: 'fault' }]);
	});

	test.each([
		['"alpha beta', '"alpha beta"', 'unclosed-quote', 0],
		['""alpha beta', '""alpha beta""', 'unclosed-quote', 0],
		['""alpha beta"', '""alpha beta""', 'unclosed-quote', 0],
		['alpha (beta OR gamma', 'and(alpha or(beta gamma))', 'unclosed-parenthesis', 6],
		['alpha (', 'alpha', 'unclosed-parenthesis', 6],
		['alpha) beta', 'and(alpha beta)', 'unopened-parenthesis', 5],
		['a) alpha OR beta', 'or(and(a alpha) beta)', 'unopened-parenthesis', 1],
		['alpha AND ) (beta)', 'and(alpha beta)', 'unopened-parenthesis', 10],
		['tag:"alpha be', 'tag:"alpha be"', 'unclosed-quote', 0],
	])('%s: a hint, and all of it is read', (text, expected, code, start) => {
		expect(shapeOf(text)).toBe(expected);
		expect(readQuery(text).problems).toMatchObject([{ code, start, severity: 'hint' }]);
	});

	test.each([
		'alpha AND',
		'alpha OR ',
		'alpha NOT',
		'alpha NEAR',
		'alpha NEAR/',
		'alpha NEAR/3',
		'alpha kind:',
		'alpha date:20',
	])('%j may go on: the fault is at the end', (text) => {
		expect(shapeOf(text)).toBe('alpha');
		expect(readQuery(text).problems).toMatchObject([{ severity: 'fault', isAtEnd: true }]);
	});

	test('a value that is being typed is read as what it may become', () => {
		expect(problemsOf('in:pass')).toEqual([]);
		expect(problemsOf('in:pass ')).toEqual([['bad-choice', 0, 7]]);
		expect(problemsOf('holding:desc')).toEqual([]);
	});

	test('what is too long or too deep is cut, not refused', () => {
		const long = readQuery('alpha '.repeat(100));
		expect(long.tree).toMatchObject({ type: 'and', children: { length: 64 } });
		expect(long.problems).toMatchObject([{ code: 'too-long', start: 64 * 6, severity: 'hint' }]);
		expect(problemsOf(`alpha ${'('.repeat(50_000)}beta`)).toMatchObject([['too-deep', 38, 1]]);
		expect(problemsOf('NOT '.repeat(50_000))).toMatchObject([['too-deep', 32 * 4, 3]]);
		expect(readQuery('alpha OR '.repeat(100)).problems).toMatchObject([{ code: 'too-long' }]);
	});
});

describe('printing', () => {
	test('a tree that is printed reads as the same tree', () => {
		fc.assert(
			fc.property(queryTrees, (tree) => {
				const read = readQuery(`${printQuery(tree)} `);
				expect(read.problems).toEqual([]);
				expect(bareTree(read.tree)).toEqual(bareTree(tree));
			}),
		);
	});
	test('whatever was typed, what was read of it prints as a query that reads the same', () => {
		fc.assert(
			fc.property(typed, (text) => {
				const { tree } = readQuery(text);
				const printed = printQuery(tree);
				expect(bareTree(readQuery(`${printed} `).tree)).toEqual(bareTree(tree));
			}),
			{ numRuns: 1000 },
		);
	});
});

test('every problem lies within the query, whatever was typed', () => {
	const naughty = JSON.parse(
		readFileSync(resolve(process.env.LECTERN_SHARED ?? '../shared', 'fixtures/blns/blns.json'), 'utf8'),
	) as string[];
	const check = (text: string) => {
		const { problems, tree } = readQuery(text);
		for (const { start, length } of problems) {
			expect(start).toBeGreaterThanOrEqual(0);
			expect(start + length).toBeLessThanOrEqual(text.length);
		}
		expect(problems.filter(({ severity }) => severity === 'fault').length).toBeLessThanOrEqual(1);
		for (const { start, end } of nodesOf(tree)) expect([start < end, end <= text.length]).toEqual([true, true]);
	};
	for (const text of naughty)
		for (const each of [text, `"${text}`, `(${text}`, `kind:${text}`, `-${text}*`]) check(each);
	fc.assert(fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), check), { numRuns: 1000 });
});

const typed = fc
	.array(
		fc.constantFrom(
			...[
				'alpha',
				'Бета',
				'gam-ma',
				"d'or",
				'AND',
				'OR',
				'NOT',
				'NEAR/2',
				'NEAR',
				'-',
				'(',
				')',
				'"',
				'""',
				'“',
				'”',
				'*',
			],
			...['kind:', 'date:2020', 'in:notes', 'tag:', 'x:', ' ', ' ', ' ', '..', '/', ',', '\n'],
		),
		{ maxLength: 24 },
	)
	.map((parts) => parts.join(''));

function* nodesOf(node: QueryNode | null): Generator<QueryNode> {
	if (!node) return;
	yield node;
	if (node.type === 'not') yield* nodesOf(node.child);
	if (node.type === 'and' || node.type === 'or') for (const child of node.children) yield* nodesOf(child);
	if (node.type === 'near') for (const operand of node.operands) yield* nodesOf(operand as QueryNode);
}
