import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../api/search-api.ts';
import { fold } from '../../text/fold.ts';
import { type SearchQuery, widenings } from '../search-query.ts';
import { printQuery } from './print-query.ts';
import type { FieldNode, NearOperand, QueryNode } from './query-tree.ts';
import { type Corpus, documentOf, indexOf, ownerOf } from './testing/corpus.ts';
import { queryTrees, sampleWords } from './testing/query-trees.ts';

const everything = { offset: 0, limit: 10_000 };

describe('gold queries', () => {
	const index = indexOf({
		owners: [
			ownerOf('a', { creators: ['Alpha Writer', 'Second Hand'], tags: ['first tag'], dateEdtf: '2020-05-04' }),
			ownerOf('b', { recordKind: 'news-item', dateEdtf: '[2022-09-19..]', creators: ['Other Writer'] }),
			ownerOf('c', { recordKind: 'order', dateEdtf: '2021/2022', holding: 'described-only', tags: ['Second'] }),
			ownerOf('n', { recordKind: '', holding: '' }),
		],
		documents: [
			documentOf('a', 1, 'lorem ipsum dolor sit amet'),
			documentOf('a', 2, 'ipsum lorem dolor', { language: 'hy-arevmda' }),
			documentOf('a', 3, 'dolor sit', { kind: 'note', language: 'und', author: 'First Reader', tags: ['doubtful'] }),
			documentOf('b', 1, 'lorem tempor incididunt labore ipsum', { language: 'ru' }),
			documentOf('b', 2, 'tempora incididunt', { language: 'ru' }),
			documentOf('b', 3, 'lorem tempor', { kind: 'title', language: 'und' }),
			documentOf('c', 1, 'magna aliqua', { kind: 'description', language: 'hy' }),
			documentOf('n', 1, 'Magna Dolor', { kind: 'name', language: 'und' }),
		],
	});
	/** Hits of a query that is finished: nothing in it is a beginning. */
	const hits = (text: string) => {
		const { hits: found, matched } = index.search({ text: `${text} `, without: widenings }, everything);
		return [...found.map(({ key }) => key).sort(), ...(matched === 'any' ? ['any'] : [])].join(' ');
	};
	test.each([
		['lorem', 'a1 a2 b1 b3'],
		['lorem ipsum', 'a1 a2 b1'],
		['lorem AND ipsum', 'a1 a2 b1'],
		['"lorem ipsum"', 'a1'],
		['""lorem ipsum""', 'a1'],
		['"ipsum"', 'a1 a2 b1'],
		['"dolor sit ame*"', 'a1'],
		['lorem OR magna', 'a1 a2 b1 b3 c1 n1'],
		['lorem ipsum OR magna dolor', 'a1 a2 b1 n1'],
		['lorem (ipsum OR tempor)', 'a1 a2 b1 b3'],
		['lorem -ipsum', 'b3'],
		['lorem NOT ipsum', 'b3'],
		['lorem NOT (ipsum tempor)', 'a1 a2 b3'],
		['-lorem', 'a3 b2 c1 n1'],
		['NOT (lorem OR dolor)', 'b2 c1'],
		['NOT NOT magna', 'c1 n1'],
		['tempor*', 'b1 b2 b3'],
		['tempor', 'b1 b3'],
		['tempor* -tempor', 'b2'],
		['magna OR -lorem', 'a3 b2 c1 n1'],
		['lorem NEAR/1 ipsum', 'a1 a2'],
		['ipsum NEAR/1 lorem', 'a1 a2'],
		['lorem NEAR/3 ipsum', 'a1 a2'],
		['lorem NEAR/4 ipsum', 'a1 a2 b1'],
		['"lorem ipsum" NEAR/1 dolor', 'a1'],
		['lorem NEAR/1 dolor NEAR/1 sit', ''],
		['lorem NEAR/2 dolor NEAR/1 sit', 'a1'],
		['(tempor OR sit) NEAR/3 lorem', 'a1 b1 b3'],
		['lorem NEAR/2 lorem', ''],
		['lorem -(lorem NEAR/1 ipsum)', 'b1 b3'],
		['kind:letter', 'a1 a2 a3'],
		['kind:Letter lorem', 'a1 a2'],
		['kind:news-item', 'b1 b2 b3'],
		['kind:"news item" NOT in:title', 'b1 b2'],
		['kind:news', ''],
		['kind:news*', 'b1 b2 b3'],
		['lang:ru', 'b1 b2'],
		['lang:hy', 'a2 c1'],
		['lang:hy-arevmda', 'a2'],
		['lang:und', 'a3 b3 n1'],
		['date:2020', 'a1 a2 a3'],
		['date:2020-05', 'a1 a2 a3'],
		['date:2020-06', ''],
		['date:2020-05-01..2020-05-04', 'a1 a2 a3'],
		['date:2020..2021', 'a1 a2 a3 c1'],
		['date:2021-06..', 'b1 b2 b3 c1'],
		['date:..2021', 'a1 a2 a3 c1'],
		['date:202X lorem', 'a1 a2 b1 b3'],
		['by:Writer', 'a1 a2 b1 b2 b3'],
		['by:"alpha writer"', 'a1 a2'],
		['by:reader', 'a3'],
		['by:Alph', ''],
		['by:Alph*', 'a1 a2'],
		['tag:"First Tag"', 'a1 a2 a3'],
		['tag:first', ''],
		['tag:first*', 'a1 a2 a3'],
		['tag:doubtful', 'a3'],
		['tag:second OR tag:doubtful', 'a3 c1'],
		['in:passage lorem', 'a1 a2 b1'],
		['in:notes', 'a3'],
		['in:title', 'b3'],
		['in:description', 'c1'],
		['in:name', 'n1'],
		['holding:described-only', 'c1'],
		['holding:"described only"', 'c1'],
		['holding:held lorem', 'a1 a2 b1 b3'],
		['-holding:held', 'c1 n1'],
		['lorem magna', 'a1 a2 b1 b3 c1 n1 any'],
		['lorem magna -tempor', 'a1 a2 c1 n1 any'],
		['lorem magna kind:letter', 'a1 a2 any'],
		['(kind:letter OR kind:order) lorem magna', 'a1 a2 c1 any'],
		['(kind:letter OR lang:hy) dolor', 'a1 a2 a3'],
		['lorem AND magna', ''],
		['lorem OR colour:red', 'a1 a2 b1 b3'],
		['', ''],
	])('%s', (text, expected) => {
		expect(hits(text)).toBe(expected);
	});

	test('what is still being typed is a beginning, except where it excludes', () => {
		const typed = (text: string) =>
			index
				.search({ text, without: widenings }, everything)
				.hits.map(({ key }) => key)
				.sort()
				.join(' ');
		expect(typed('lor')).toBe('a1 a2 b1 b3');
		expect(typed('"lorem ip')).toBe('a1');
		expect(typed('(lorem OR mag')).toBe('a1 a2 b1 b3 c1 n1');
		expect(typed('lorem NEAR/1 ip')).toBe('a1 a2');
		expect(typed('kind:let')).toBe('a1 a2 a3');
		expect(typed('tag:"first t')).toBe('a1 a2 a3');
		expect(typed('in:n')).toBe('a3 n1');
		expect(typed('dolor -lor')).toBe('a1 a2 a3 n1');
	});

	test('exact words come before prefixes, and what has more of the words before what has fewer', () => {
		const order = (text: string) => index.search({ text, without: widenings }, everything).hits.map(({ key }) => key);
		expect(order('tempor').at(-1)).toBe('b2');
		expect(order('ipsum magna aliqua ')[0]).toBe('c1');
	});

	test('near spelling widens words, not what is quoted or excluded', () => {
		const found = (text: string) => index.search({ text, without: [] }, everything).total;
		expect(found('tempr ')).toBeGreaterThan(0);
		expect(found('"tempr" ')).toBe(0);
		expect(found('-tempr ')).toBe(8);
		expect(found('tempr NEAR/1 lorem ')).toBe(2);
	});

	test('phrases and NEAR take the forms of their words; what is quoted twice takes none', () => {
		const forms = indexOf({
			owners: [ownerOf('a')],
			documents: ['annual reports', 'annual report', 'reports were annual'].map((text, at) =>
				documentOf('a', at, text),
			),
		});
		const found = (text: string) =>
			forms
				.search({ text: `${text} ` }, everything)
				.hits.map(({ key }) => key)
				.sort()
				.join(' ');
		expect(found('"annual report"')).toBe('a0 a1');
		expect(found('""annual report""')).toBe('a1');
		expect(found('report NEAR/2 annual')).toBe('a0 a1 a2');
		expect(found('""report"" NEAR/2 annual')).toBe('a1');
	});

	test('words, phrases and words near each other are marked, excluded ones are not', () => {
		const marked = (text: string) => {
			const [hit] = index.search({ text, without: widenings }, everything).hits;
			return hit?.marks.map(([start, end]) => hit.snippet.text.slice(start, end));
		};
		expect(marked('"lorem ipsum" sit -magna ')).toEqual(['lorem ipsum', 'sit']);
		expect(marked('tempor NEAR/5 ipsum ')).toEqual(['tempor', 'ipsum']);
		expect(marked('kind:order ')).toEqual([]);
	});
});

/** The meaning of a query, in the plainest words: what the engine is held to. */
function isAnswered(node: QueryNode, corpus: Corpus, document: SearchDocument): boolean {
	const terms = document.text.split(' ').map(fold);
	const isHere = (child: QueryNode) => isAnswered(child, corpus, document);
	switch (node.type) {
		case 'not':
			return !isHere(node.child);
		case 'and':
			return node.children.every(isHere);
		case 'or':
			return node.children.some(isHere);
		case 'field':
			return hasField(node, corpus, document);
		case 'near':
			return chains(node.operands, terms).some((chain) =>
				chain.slice(1).every(([first, last], at) => {
					const [start, end] = chain[at] ?? [0, 0];
					const distance = first > end ? first - end : start > last ? start - last : 0;
					return distance > 0 && distance <= (node.distances[at] ?? 0);
				}),
			);
		default:
			return places(node, terms).length > 0;
	}
}

function chains(operands: readonly NearOperand[], terms: readonly string[]): [number, number][][] {
	const [first, ...rest] = operands;
	if (!first) return [[]];
	return places(first, terms).flatMap((place) => chains(rest, terms).map((chain) => [place, ...chain]));
}

function places(operand: NearOperand, terms: readonly string[]): [number, number][] {
	if (operand.type === 'or') return operand.children.flatMap((child) => places(child, terms));
	const wanted = (operand.type === 'word' ? [operand.text] : operand.words).map(fold);
	return terms.flatMap((_, start): [number, number][] => {
		const isHere = wanted.every((word, at) => {
			const isOpen = operand.isPrefix && at === wanted.length - 1;
			return isOpen ? terms[start + at]?.startsWith(word) : terms[start + at] === word;
		});
		return isHere ? [[start, start + wanted.length - 1]] : [];
	});
}

function hasField({ field, value }: FieldNode, { owners }: Corpus, document: SearchDocument): boolean {
	const owner = owners.find(({ id }) => id === document.ownerId) ?? expect.unreachable();
	const year = Number(owner.dateEdtf.slice(0, 4));
	switch (field) {
		case 'kind':
			return owner.recordKind.replace('-', ' ') === value;
		case 'lang':
			return document.language === value;
		case 'date':
			if (owner.dateEdtf === '') return false;
			if (value === '2020') return year === 2020;
			return value === '..2020' ? year <= 2020 : owner.dateEdtf.slice(0, 7) >= '2020-05' && year <= 2021;
		case 'by':
			return document.kind === 'note' ? document.author === value : (owner.creators ?? []).includes(value);
		case 'tag':
			return [...(owner.tags ?? []), ...(document.tags ?? [])].includes(value);
		case 'in':
			return value.startsWith(document.kind);
		case 'holding':
			return owner.holding === value;
	}
}

const words = fc.array(fc.constantFrom(...sampleWords, 'alphabet', 'deltas'), { minLength: 1, maxLength: 7 });
const corpora: fc.Arbitrary<Corpus> = fc
	.array(
		fc.record({
			recordKind: fc.constantFrom('letter', 'news-item', 'order'),
			dateEdtf: fc.constantFrom('', '2019-12-31', '2020-04-30', '2020-05-01', '2021-12-31', '2022-01-01'),
			holding: fc.constantFrom('held', 'described-only'),
			creators: fc.subarray(['Sample Writer', 'reader']),
			tags: fc.subarray(['first tag', 'second']),
			texts: fc.array(
				fc.record({
					words,
					kind: fc.constantFrom('passage' as const, 'note' as const, 'title' as const),
					language: fc.constantFrom('en', 'hy', 'und'),
					author: fc.constantFrom('reader', 'Sample Writer', 'nobody'),
					tags: fc.subarray(['second']),
				}),
				{ minLength: 1, maxLength: 4 },
			),
		}),
		{ minLength: 1, maxLength: 4 },
	)
	.map((records) => ({
		owners: records.map(({ texts: _, ...fields }, at) => ownerOf(`r${at}-`, fields)),
		documents: records.flatMap(({ texts }, at) =>
			texts.map(({ words: text, author, tags, ...fields }, number) =>
				documentOf(`r${at}-`, number, text.join(' '), {
					...fields,
					...(fields.kind === 'note' ? { author, tags } : {}),
				}),
			),
		),
	}));

test('any query finds in any texts what its plain meaning says', () => {
	fc.assert(
		fc.property(corpora, queryTrees, (corpus, tree) => {
			const query: SearchQuery = { text: `${printQuery(tree)} `, without: widenings };
			const { hits, matched } = indexOf(corpus).search(query, everything);
			const expected = corpus.documents.filter((document) => isAnswered(tree, corpus, document)).map(({ key }) => key);
			const found = hits.map(({ key }) => key).sort();
			if (expected.length > 0 || matched === 'all') expect(found).toEqual(expected.sort());
			else expect(found).toEqual(partlyAnswering(tree, corpus));
		}),
		{ numRuns: 500 },
	);
});

function partlyAnswering(tree: QueryNode, corpus: Corpus): string[] {
	const children = tree.type === 'and' ? tree.children : [];
	const isBinding = (node: QueryNode): boolean =>
		node.type === 'or' || node.type === 'and'
			? node.children.every(isBinding)
			: node.type === 'field' || node.type === 'not';
	return corpus.documents
		.filter((document) => {
			const answered = children.filter((child) => isAnswered(child, corpus, document));
			return children.filter(isBinding).every((child) => answered.includes(child)) && !answered.every(isBinding);
		})
		.map(({ key }) => key)
		.sort();
}

test('no query is too strange', () => {
	const naughty = JSON.parse(
		readFileSync(resolve(process.env.LECTERN_SHARED ?? '../shared', 'fixtures/blns/blns.json'), 'utf8'),
	) as string[];
	const index = indexOf({ owners: [ownerOf('a')], documents: naughty.map((text, at) => documentOf('a', at, text)) });
	for (const [at, text] of naughty.entries()) {
		const forms = [`"${text}"`, `(${text}) NEAR/3 x`, `-${text}`, `by:"${text}" OR ${text}*`];
		for (const query of [text, forms[at % forms.length] ?? '']) {
			const { hits, total } = index.search({ text: query }, { offset: 0, limit: 20 });
			expect(hits).toHaveLength(Math.min(total, 20));
		}
	}
});
