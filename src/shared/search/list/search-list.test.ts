import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchOwner } from '../../api/search-api.ts';
import { createSearchIndex } from '../search-index.ts';
import { listTable } from './list-table.ts';
import { searchList, searchTerm, type TermHits } from './search-list.ts';
import { formatOf, mostTerms, readTerms } from './term-list.ts';

describe('reading a list', () => {
	test('takes the first column, each term once', () => {
		const csv = '"Sample, One";x\r\n  Sample Two ;y\r\n\r\n"Sample, One";z\r\n"Said ""Three""";w\r\n';
		expect(readTerms(csv, 'csv')).toEqual({
			terms: ['Sample, One', 'Sample Two', 'Said "Three"'],
			heading: null,
			leftOut: 0,
		});
	});
	test.each([
		['Name,Note\nAlpha,x\nBeta,y', 'Name', ['Alpha', 'Beta']],
		['Имя\nАльфа\n', 'Имя', ['Альфа']],
		['Who\tYear\nAlpha\t1990\nBeta\t1991', 'Who', ['Alpha', 'Beta']],
		['Alpha\t1990\nBeta\t1991', null, ['Alpha', 'Beta']],
		['Name', null, ['Name']],
	])('knows a heading (%#)', (csv, heading, terms) => {
		expect(readTerms(csv, 'csv')).toEqual({ terms, heading, leftOut: 0 });
	});
	test('a person may know better', () => {
		expect(readTerms('Name\nAlpha', 'csv', false).terms).toEqual(['Name', 'Alpha']);
		expect(readTerms('Alpha\nBeta', 'csv', true)).toMatchObject({ terms: ['Beta'], heading: 'Alpha' });
	});
	test('lines of a text are whole; what is too much is counted', () => {
		expect(formatOf('sample.TXT')).toBe('lines');
		expect(readTerms('Sample, One\nSample "Two"', 'lines').terms).toEqual(['Sample, One', 'Sample "Two"']);
		const many = Array.from({ length: mostTerms + 7 }, (_, at) => `term ${at}`).join('\n');
		expect(readTerms(many, 'lines')).toMatchObject({ leftOut: 7, terms: { length: mostTerms } });
	});
});

function sampleIndex() {
	const index = createSearchIndex();
	const owner = (id: string): SearchOwner => ({ id, title: `Record ${id}`, recordKind: '', dateEdtf: '', holding: '' });
	const passage = (ownerId: string, ordinal: number, text: string): SearchDocument => ({
		...{ key: `${ownerId}${ordinal}`, kind: 'passage', ownerId, text, language: 'en', ordinal },
	});
	index.put(['a', 'b', 'n'].map(owner), [
		passage('a', 0, 'alpha beta'),
		passage('a', 1, 'alpha'),
		passage('b', 0, 'alpha or gamma'),
		{ key: 'n', kind: 'name', ownerId: 'n', text: 'alpha', language: 'und', forms: ['alpha'] },
	]);
	return index;
}

describe('searching for a list', () => {
	const find = (term: string) => searchTerm(sampleIndex().search, term);

	test('counts hits by record, names aside', async () => {
		expect(await find('Alpha')).toEqual({
			...{ term: 'Alpha', hits: 3, how: 'exact' },
			records: [
				{ id: 'a', title: 'Record a', dateEdtf: '', hits: 2 },
				{ id: 'b', title: 'Record b', dateEdtf: '', hits: 1 },
			],
		});
	});
	test('all words must be there, and no sign is an operator', async () => {
		expect((await find('alpha beta')).hits).toBe(1);
		expect((await find('alpha delta')).hits).toBe(0);
		expect((await find('alpha OR gamma')).hits).toBe(1);
		expect((await find('"alpha')).hits).toBe(3);
		expect((await find('-alpha')).hits).toBe(3);
		expect((await find('al')).hits).toBe(0);
		expect((await find('?!')).hits).toBe(0);
	});
	test('goes in slices, and stops when it is told to', async () => {
		const index = sampleIndex();
		const terms = Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? 'alpha' : 'gamma'));
		let [time, pauses] = [0, 0];
		const run = async (mostPauses: number) => {
			const rows: TermHits[] = [];
			pauses = 0;
			await searchList(index.search, terms, {
				isClose: false,
				onRows: (some) => void rows.push(...some),
				isCancelled: () => pauses > mostPauses,
				pause: async () => {
					pauses += 1;
				},
				now() {
					time += 4;
					return time;
				},
			});
			return rows;
		};
		const all = await run(Number.POSITIVE_INFINITY);
		expect(all.map(({ term }) => term)).toEqual(terms);
		expect(pauses).toBeGreaterThan(5);
		const some = await run(2);
		expect(some.length).toBeGreaterThan(0);
		expect(some.length).toBeLessThan(terms.length);
	});
});

test('the table is CSV that no spreadsheet calculates with', () => {
	const headings = {
		...{ term: 'Term', hits: 'Hits', records: 'Records', how: 'Found as' },
		...{ record: 'Record', date: 'Date', hitsInRecord: 'Hits in it', recordId: 'Id' },
	};
	const records = [{ id: 'a', title: '=SUM(A1)', dateEdtf: '1990', hits: 2 }];
	const rows: TermHits[] = [
		{ term: 'Sample "One", two', hits: 2, records, how: 'exact' },
		{ term: '@none', hits: 0, records: [], how: null },
	];
	expect(listTable(rows, headings, (how) => how.toUpperCase()).split('\r\n')).toEqual([
		'Term,Hits,Records,Found as,Record,Date,Hits in it,Id',
		`"Sample ""One"", two",2,1,EXACT,"'=SUM(A1)",1990,2,a`,
		`"'@none",0,0,,,,,`,
		'',
	]);
});
