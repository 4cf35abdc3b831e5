import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchOwner } from '../api/search-api.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { type SearchQuery, widenings } from './search-query.ts';

const all = { offset: 0, limit: 1000 };

function owner(id: string, fields: Partial<SearchOwner> = {}): SearchOwner {
	return { id, title: `Record ${id}`, recordKind: 'letter', dateEdtf: '', holding: 'held', ...fields };
}
function passage(ownerId: string, ordinal: number, text: string, fields: Partial<SearchDocument> = {}): SearchDocument {
	return {
		key: `${ownerId}:${ordinal}`,
		kind: 'passage',
		ownerId,
		text,
		language: 'en',
		editionId: `edition-${ownerId}` as NonNullable<SearchDocument['editionId']>,
		ordinal,
		number: ordinal + 1,
		...fields,
	};
}
function indexOf(...texts: string[]): SearchIndex {
	const index = createSearchIndex({ now: () => 0 });
	index.put(
		[owner('a')],
		texts.map((text, ordinal) => passage('a', ordinal, text)),
	);
	return index;
}
function ordinals(index: SearchIndex, query: string | SearchQuery): (number | undefined)[] {
	return index.search(typeof query === 'string' ? { text: query } : query, all).hits.map((hit) => hit.ordinal);
}

describe('words', () => {
	test('exact words come before prefixes, prefixes before near spellings', () => {
		const index = indexOf('a sample betta', 'a sample betas', 'a sample beta beta', 'gamma');
		expect(ordinals(index, 'beta')).toEqual([2, 1, 0]);
	});
	test('forms of the word come before other scripts', () => {
		const index = createSearchIndex();
		const texts = ['sample Dolmarov', 'образец Долмаров', 'образец Долмарову'];
		index.put(
			[owner('a')],
			texts.map((text, ordinal) => passage('a', ordinal, text, { language: ordinal === 0 ? 'en' : 'ru' })),
		);
		expect(ordinals(index, 'Долмарова ').at(-1)).toBe(0);
	});
	test('a finished word is no prefix', () => {
		const index = indexOf('sample', 'samples of nothing', 'samplings');
		expect(ordinals(index, { text: 'samp', without: widenings }).sort()).toEqual([0, 1, 2]);
		expect(ordinals(index, { text: 'samp ', without: widenings })).toEqual([]);
	});
	test('all the words, or any of them when no text has all, said so', () => {
		const index = indexOf('alpha beta', 'alpha gamma', 'delta');
		expect(index.search({ text: 'alpha beta' }, all)).toMatchObject({ matched: 'all', total: 1 });
		expect(index.search({ text: 'beta delta' }, all)).toMatchObject({ matched: 'any', total: 2 });
	});
	test('near spelling is off below four letters, in numbers, and when asked for', () => {
		const index = indexOf('cat', '2023', 'letters');
		expect(ordinals(index, 'cot ')).toEqual([]);
		expect(ordinals(index, '2024 ')).toEqual([]);
		expect(ordinals(index, 'leters ')).toEqual([2]);
		expect(ordinals(index, { text: 'leters ', without: widenings })).toEqual([]);
	});
	test('a hit says how its worst word matched', () => {
		const index = indexOf('alpha beta', 'alpha betas', 'alpah betas');
		const hows = index.search({ text: 'alpha beta' }, all).hits.map(({ ordinal, how }) => [ordinal, how]);
		expect(hows).toEqual([
			[0, 'exact'],
			[1, 'form'],
		]);
		expect(index.search({ text: 'alphb' }, all).hits.map(({ how }) => how)).toEqual(['near', 'near']);
		expect(index.search({ text: '-beta' }, all).hits.map(({ how }) => how)).toEqual([null, null]);
	});
	test('words that are everywhere are found and ordered like others', () => {
		const index = indexOf(...Array.from({ length: 1500 }, (_, at) => (at % 2 ? 'sample text' : 'samples')), 'other');
		const result = index.search({ text: 'sample' }, all);
		expect(result.total).toBe(1500);
		expect(result.hits.slice(0, 750).every(({ how }) => how === 'exact')).toBe(true);
		expect(result.hits.slice(750).every(({ how }) => how === 'form')).toBe(true);
	});
	test('a minus excludes, also alone', () => {
		const index = indexOf('alpha beta', 'alpha', 'gamma');
		expect(ordinals(index, 'alpha -beta')).toEqual([1]);
		expect(ordinals(index, '-alpha')).toEqual([2]);
	});
	test('quotes ask for the sequence, across punctuation and case', () => {
		const index = indexOf('beta, alpha', 'Alpha; Beta gamma', 'alpha gamma beta', 'alphas beta');
		for (const text of ['"alpha beta"', '“alpha beta”', '«ALPHA  beta»']) {
			expect(ordinals(index, { text, without: widenings })).toEqual([1]);
			expect(ordinals(index, text)).toEqual([1, 3]);
		}
		expect(ordinals(index, '"alpha be')).toEqual([1, 3]);
		expect(ordinals(index, 'alpha -"alpha beta"').sort()).toEqual([0, 2, 3]);
	});
	test('a title counts for more than a passage', () => {
		const index = createSearchIndex();
		index.put(
			[owner('a'), owner('b')],
			[passage('a', 0, 'alpha beta'), { key: 't', kind: 'title', ownerId: 'b', text: 'alpha beta', language: 'en' }],
		);
		expect(index.search({ text: 'alpha' }, all).hits[0]?.kind).toBe('title');
	});
	test('nothing found: words that are there are suggested', () => {
		const result = indexOf('A Sample of Letters').search({ text: 'leters sampel', without: widenings }, all);
		expect(result.total).toBe(0);
		expect(result.suggestions).toEqual(['Letters', 'Sample']);
	});
	test('nothing found of a word that is there, but not where it is wanted: nothing is suggested', () => {
		expect(indexOf('letter', 'letters').search({ text: 'letter in:notes' }, all)).toMatchObject({
			...{ total: 0, suggestions: [] },
		});
	});
});

describe('where the hit stands', () => {
	test('marks are spans of the original text', () => {
		const texts = ['Ла\u00adвров встретился', 'ЛАВРО\u0301В', 'и Лавро-\nвым, и', 'Gəncə’dən Ереван’s', 'ԵՐԵՎԱՆ'];
		const index = indexOf(...texts);
		const marked = (query: string) =>
			index
				.search({ text: query }, all)
				.hits.flatMap((hit) => hit.marks.map(([start, end, how]) => [texts[hit.ordinal ?? 0]?.slice(start, end), how]));
		expect(marked('лавров').sort()).toEqual([
			['ЛАВРО\u0301В', 'exact'],
			['Ла\u00adвров', 'exact'],
			['Лавро-\nвым', 'form'],
		]);
		expect(marked('gence')).toEqual([['Gəncə', 'exact']]);
		expect(marked('Երևան')).toEqual([
			['ԵՐԵՎԱՆ', 'exact'],
			['Ереван', 'script'],
		]);
	});
	test('a phrase is one mark; its words elsewhere are not marked', () => {
		const [hit] = indexOf('beta, then alpha beta.').search({ text: '"alpha beta"' }, all).hits;
		expect(hit?.marks).toEqual([[11, 21, 'exact']]);
		expect(hit?.matched).toEqual({ alpha: 'exact', beta: 'exact' });
	});
	test('a long passage is cut around its hits, between words', () => {
		const text = `${'lorem ipsum '.repeat(100)}alpha beta ${'dolor sit '.repeat(100)}alpha`;
		const [hit] = indexOf(text).search({ text: 'alpha beta' }, all).hits;
		const { snippet } = hit ?? expect.unreachable();
		expect(snippet.text).toBe(text.slice(snippet.start, snippet.start + snippet.text.length));
		expect(snippet.text).toMatch(/^(lorem|ipsum) .*alpha beta.* (dolor|sit)$/);
		expect(hit?.marks.map(([start, end]) => text.slice(start, end))).toEqual(['alpha', 'beta']);
	});
});

describe('facets', () => {
	const index = createSearchIndex();
	index.put(
		[
			owner('a', { recordKind: 'letter', dateEdtf: '[2023-09-19..]' }),
			owner('b', { recordKind: 'order', dateEdtf: '2020/2021' }),
			owner('c', { recordKind: '', dateEdtf: '' }),
		],
		[
			passage('a', 0, 'alpha'),
			passage('a', 1, 'alpha', { language: 'ru' }),
			passage('b', 0, 'alpha'),
			{ key: 'n', kind: 'name', ownerId: 'c', text: 'alpha', language: '' },
		],
	);
	test('count all hits', () => {
		const { facets, total, recordCount } = index.search({ text: 'alpha' }, { offset: 0, limit: 1 });
		expect({ total, recordCount }).toEqual({ total: 4, recordCount: 2 });
		expect(facets).toMatchObject({
			kinds: [
				{ value: 'passage', count: 3 },
				{ value: 'name', count: 1 },
			],
			recordKinds: [
				{ value: 'letter', count: 2 },
				{ value: 'order', count: 1 },
			],
			languages: [
				{ value: 'en', count: 2 },
				{ value: 'ru', count: 1 },
				{ value: 'und', count: 1 },
			],
			years: [
				{ year: 2020, count: 1 },
				{ year: 2021, count: 1 },
				{ year: 2023, count: 2 },
			],
			undated: 1,
		});
	});
	test('leave their own selection aside', () => {
		const { facets, total } = index.search({ text: 'alpha', recordKinds: ['letter'], languages: ['en'] }, all);
		expect(total).toBe(1);
		expect(facets.recordKinds).toEqual([
			{ value: 'letter', count: 1 },
			{ value: 'order', count: 1 },
		]);
		expect(facets.languages).toEqual([
			{ value: 'en', count: 1 },
			{ value: 'ru', count: 1 },
		]);
		expect(facets.years).toEqual([{ year: 2023, count: 1 }]);
	});
	test('years narrow, and what has none falls out', () => {
		expect(index.search({ text: 'alpha', dates: { from: 2021, to: 2022 } }, all).hits.map((hit) => hit.key)).toEqual([
			'b:0',
		]);
	});
	test('sorts by date and by record', () => {
		const keys = (sort: NonNullable<SearchQuery['sort']>) =>
			index
				.search({ text: 'alpha', sort }, all)
				.hits.map((hit) => hit.ownerId)
				.join('');
		expect(keys('oldest')).toBe('baac');
		expect(keys('newest')).toBe('aabc');
		expect(keys('record')).toBe('aabc');
	});
});

describe('changes', () => {
	test('an owner put again is replaced; removed, it is gone', () => {
		const index = indexOf('alpha', 'beta');
		index.put([owner('a', { title: 'New' })], [passage('a', 0, 'alpha'), passage('a', 1, 'gamma')]);
		expect(ordinals(index, 'beta ')).toEqual([]);
		expect(index.search({ text: 'alpha gamma' }, all).matched).toBe('any');
		expect(index.search({ text: 'gamma' }, all).hits[0]?.title).toBe('New');
		index.removeOwner('a');
		expect(index.search({ text: 'alpha' }, all).total).toBe(0);
		expect([index.documentCount, index.passageCount, index.ownerCount]).toEqual([0, 0, 0]);
	});
	test('the neighbours of a passage', async () => {
		const index = indexOf('one', 'two', 'three', 'four');
		const around = await index.passagesAround({ ownerId: 'a', editionId: 'edition-a', ordinal: 1 }, 1);
		expect(around.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
	});
});

const word = fc.constantFrom(
	'alpha',
	'Alpha',
	'ALPHÁ',
	'beta',
	'бета',
	'Бе\u00adта',
	'gam-\nma',
	'gamma',
	'Երևան',
	'ԵՐԵՎԱՆ',
	"d'or",
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

test('exact words find what a plain scan of all texts finds, after any changes', () => {
	const change = fc.record({ owner: fc.constantFrom('a', 'b', 'c'), texts: fc.array(text, { maxLength: 4 }) });
	fc.assert(
		fc.property(
			fc.array(change, { maxLength: 6 }),
			fc.array(word, { minLength: 1, maxLength: 3 }),
			(changes, words) => {
				const index = createSearchIndex();
				const texts = new Map<string, string[]>();
				for (const { owner: id, texts: next } of changes) {
					texts.set(id, next);
					if (next.length === 0) index.removeOwner(id);
					else
						index.put(
							[owner(id)],
							next.map((each, at) => passage(id, at, each)),
						);
				}
				const termsOf = (each: string) => tokenise(each).map((token) => fold(token.text));
				const wanted = termsOf(words.join(' '));
				const scan = [...texts].flatMap(([id, each]) =>
					each.flatMap((one, at) => (wanted.every((term) => termsOf(one).includes(term)) ? [`${id}:${at}`] : [])),
				);
				const result = index.search({ text: `${words.join(' ')} `, without: widenings }, all);
				const found = result.matched === 'all' ? result.hits.map((hit) => hit.key) : [];
				expect(found.sort()).toEqual(scan.sort());
			},
		),
	);
});

test('any query on any text gives marks within the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (content, query) => {
			for (const hit of indexOf(content).search({ text: query }, all).hits) {
				for (const [start, end] of hit.marks) {
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(content.length);
				}
			}
		}),
	);
});

describe('what is quoted and how it is cut', () => {
	test('one quoted word takes its forms, and no near spelling', () => {
		const index = indexOf('lantern', 'lanterns', 'lanten');
		expect(ordinals(index, '"lantern" ').sort()).toEqual([0, 1]);
		expect(ordinals(index, '""lantern"" ')).toEqual([0]);
	});
	test('a snippet begins and ends with a whole character', () => {
		const accented = 'e\u0301'.repeat(300);
		const [hit] = indexOf(`${accented} alpha ${accented}`).search({ text: 'alpha ' }, all).hits;
		expect(hit?.snippet.text).toMatch(/^e\u0301.*e\u0301$/);
		expect(hit?.snippet.isWhole).toBe(false);
	});
	test('how letters are composed does not change the order', () => {
		const index = indexOf('Azerbai\u0308djan once', 'Azerba\u00efdjan twice', 'Azerbaidjan');
		const composed = index.search({ text: 'Azerba\u00efdjan' }, all).hits.map(({ key, score }) => [key, score]);
		const decomposed = index.search({ text: 'Azerbai\u0308djan' }, all).hits.map(({ key, score }) => [key, score]);
		expect(decomposed).toEqual(composed);
		expect(composed.at(-1)?.[0]).toBe('a:2');
	});
});
