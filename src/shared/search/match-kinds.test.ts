import { describe, expect, test } from 'vitest';
import { documentOf, indexOf, ownerOf } from './query/testing/corpus.ts';
import { matchKinds, type SearchQuery } from './search-query.ts';

const everything = { offset: 0, limit: 100 };

/** Made-up words: in forms, begun, misspelt, in other scripts, and a name of a place with two forms. */
const index = indexOf({
	owners: [ownerOf('p'), ownerOf('n', { recordKind: '', holding: '' })],
	documents: [
		documentOf('p', 1, 'sample Dolmarov here'),
		documentOf('p', 2, 'образец Долмарова здесь', { language: 'ru' }),
		documentOf('p', 3, 'образец Долмаров здесь', { language: 'ru' }),
		documentOf('p', 4, 'նմուշ Դոլմարովի մասին', { language: 'hy' }),
		documentOf('p', 5, 'sample Dolmarovian here'),
		documentOf('p', 6, 'sample Dollmarov here'),
		documentOf('p', 7, 'two lanterns there'),
		documentOf('p', 8, 'one lantern there'),
		documentOf('p', 9, 'lanternfish there'),
		documentOf('p', 10, 'from Upper Sample to Zelt'),
		documentOf('n', 1, 'Kvarn', { kind: 'name', language: 'und', forms: ['Kvarn', 'Zelt', 'Цельт'] }),
	],
});

function found(query: SearchQuery): string {
	const hits = index.search(query, everything).hits.map(({ key, how }) => `${key} ${how}`);
	return hits.sort().join(', ');
}

describe('why something is found', () => {
	test.each([
		['Dolmarov ', 'p1 exact, p2 script, p3 script, p4 script, p6 near'],
		['Dolmarov', 'p1 exact, p2 script, p3 script, p4 script, p5 prefix, p6 near'],
		['Долмаров ', 'p1 script, p2 form, p3 exact, p4 script, p6 script'],
		['Дол', 'p2 prefix, p3 prefix'],
		['lantern ', 'p7 form, p8 exact'],
		['lanterns ', 'p7 exact, p8 form'],
		['lantern', 'p7 form, p8 exact, p9 prefix'],
		['lantrn ', 'p8 near'],
		['Kvarn ', 'n1 exact, p10 alias'],
		['Zelt ', 'n1 alias, p10 exact'],
		['"sample Dolmarov" ', 'p1 exact'],
		['"lantern there" ', 'p7 form, p8 exact'],
		['""lantern there"" ', 'p8 exact'],
		['there NEAR/1 lantern ', 'p7 form, p8 exact'],
	])('%j', (text, expected) => {
		expect(found({ text })).toBe(expected);
	});

	test('the worst of its words, where a hit has several', () => {
		expect(found({ text: 'sample Dolmarov ' })).toBe('p1 exact, p6 near');
		expect(found({ text: 'lantern there ' })).toBe('p7 form, p8 exact');
	});
});

describe('each kind can be switched off by itself', () => {
	const asked = ['Dolmarov', 'lantern', 'Kvarn '];
	const kindsFound = (query: Omit<SearchQuery, 'text'>) =>
		new Set(asked.flatMap((text) => index.search({ text, ...query }, everything).hits.map(({ how }) => how)));
	test('and all are there to begin with', () => {
		expect(kindsFound({})).toEqual(new Set(matchKinds));
	});
	test.each(matchKinds.filter((kind) => kind !== 'exact'))('%s', (kind) => {
		const others = matchKinds.filter((other) => other !== kind);
		expect(kindsFound({ without: [kind] })).toEqual(new Set(others));
	});
});
