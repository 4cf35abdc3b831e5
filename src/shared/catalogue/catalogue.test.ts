import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibliographyEntry } from '../cite/bibliography/bibliography-entry.ts';
import { writeCslJson } from '../cite/bibliography/csl-json.ts';
import { writeRis } from '../cite/bibliography/ris.ts';
import { AppError } from '../domain/app-error.ts';
import { emptyDescription } from '../domain/description.ts';
import type { RecordSummary } from '../domain/record.ts';
import { message } from '../messages/messages.ts';
import { formatCsv } from '../search/list/csv.ts';
import { catalogueEntries } from './catalogue-entry.ts';
import { readCatalogue } from './catalogue-table.ts';

function entriesOf(text: string) {
	const table = readCatalogue(text);
	return catalogueEntries(table, table.uses);
}

const sha256 = 'a'.repeat(64);

describe('every row is accounted for', () => {
	test('where a quotation mark that is open would make one row of all that follow', () => {
		const reasonOf = (text: string) => {
			try {
				return readCatalogue(text).rows.length;
			} catch (error) {
				return (error as AppError).detail?.reason;
			}
		};
		const reason = message('catalogue.reason.open-quote', { row: 3 });
		expect(reasonOf('Title,Date\nZeta,2019\n"Alpha,2020\nBeta,2021\nGamma,2022\n')).toBe(reason);
		expect(reasonOf('sep=,\nTitle,Date\n"Alpha" one,2020\nBeta,2021\n"Gamma",2022\n')).toBe(reason);
		expect(reasonOf('Title,Date\n"The "great" one",2020\n"Two\nlines",2021\n')).toBe(2);
	});

	test('where a spreadsheet wrote its delimiter above the headings', () => {
		expect(readCatalogue('sep=;\r\nTitle;Date\r\nAlpha, one;2020\r\n')).toMatchObject({
			...{ headings: ['Title', 'Date'], rows: [['Alpha, one', '2020']], rowNumbers: [3] },
		});
	});

	test('where a database says who it is before its first reference, or writes no space', () => {
		const ris = 'Provider: Sample\r\nContent: text/plain\r\n\r\nTY  -RPRT\r\nTI  -Alpha\r\nAU  -Beta\r\nER  -\r\n';
		expect(entriesOf(ris)).toMatchObject([
			{ row: 1, fields: { title: 'Alpha', kind: 'report', creators: [{ name: 'Beta' }] } },
		]);
	});

	test('where an item of CSL-JSON is none', () => {
		const entries = entriesOf('[null, {"title": "Alpha"}, 3]');
		expect(entries.map(({ row, fields }) => [row, fields.title])).toEqual([
			[1, undefined],
			[2, 'Alpha'],
			[3, undefined],
		]);
	});
});

describe('a table', () => {
	test('has its columns taken for what their headings say, and nothing of it is lost', () => {
		const table = readCatalogue('Title;Дата;Shelf\nAlpha;04.03.2021;7\n;;\nBeta;spring;\n');
		expect(table).toMatchObject({
			format: 'csv',
			headings: ['Title', 'Дата', 'Shelf'],
			uses: ['title', 'created', 'note'],
		});
		expect(catalogueEntries(table, table.uses)).toEqual([
			{
				row: 2,
				fields: {
					title: 'Alpha',
					dates: [{ type: 'created', edtf: '2021-03-04', inferred: '' }],
					description: 'Shelf: 7',
				},
				description: {},
			},
			{ row: 4, fields: { title: 'Beta', description: 'Дата: spring' }, description: {}, unread: ['Дата'] },
		]);
		expect(catalogueEntries(table, ['none', 'title', 'extent'])[0]).toEqual({
			...{ row: 2, fields: { title: '04.03.2021' }, description: { extent: '7' } },
		});
	});

	test.each([';', '\t', ',', '|'])(
		'of two columns is told by its delimiter %j, whatever lines are empty',
		(delimiter) => {
			const text = [`Title${delimiter}Date`, '', `Alpha${delimiter}2001`, '', `Beta${delimiter}2002`, ''].join('\n');
			const table = readCatalogue(text);
			expect(table).toMatchObject({ headings: ['Title', 'Date'], rowNumbers: [3, 5] });
			expect(table.rows).toEqual([
				['Alpha', '2001'],
				['Beta', '2002'],
			]);
		},
	);

	test('says of the archival description too, in its own words where these are none', () => {
		const head = 'Reference code,Level,SHA-256,Language,Creator,Published,Title,Title';
		const [good, odd] = entriesOf(
			`${head}\nF-1,File,${sha256.toUpperCase()},ru; hy,One; Two,2021/2022,Alpha,Beta\nF-2,shelf,abc,in Russian,,,,Gamma`,
		);
		expect(good).toEqual({
			row: 2,
			sha256,
			fields: {
				title: 'Alpha',
				languages: ['ru', 'hy'],
				creators: ['One', 'Two'].map((name) => ({ name, role: '', certainty: 'stated' })),
				dates: [{ type: 'published', edtf: '2021/2022', inferred: '' }],
				description: 'Title: Beta',
			},
			description: { referenceCode: 'F-1', level: 'file' },
		});
		expect(odd).toEqual({
			row: 3,
			fields: { description: 'Level: shelf\nSHA-256: abc\nLanguage: in Russian\nTitle: Gamma' },
			description: { referenceCode: 'F-2' },
			unread: ['Level', 'SHA-256', 'Language'],
		});
	});

	test('takes several dates of one cell, and half of none', () => {
		const [several, half] = entriesOf('Title,Created\nAlpha,2021; 04.03.2022\nBeta,2021; spring');
		expect(several?.fields.dates).toEqual(
			['2021', '2022-03-04'].map((edtf) => ({ type: 'created', edtf, inferred: '' })),
		);
		expect(half?.fields).toEqual({ title: 'Beta', description: 'Created: 2021; spring' });
	});

	test('of any cells keeps each of them', () => {
		const cell = fc.stringMatching(/^[a-z]{1,8}$/);
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
				const read = entriesOf(formatCsv([['title', 'date', 'whatever'], ...rows]));
				expect(read.map(({ fields }) => [fields.title, fields.description])).toEqual(
					rows.map(([title, date, rest]) => [title, `date: ${date}\nwhatever: ${rest}`]),
				);
			}),
		);
	});
});

describe('references', () => {
	const record: RecordSummary = {
		...({
			id: '01890000-0000-7000-8000-000000000000',
			title: 'Sample report',
			kind: 'report',
			holding: 'held',
		} as never as RecordSummary),
		...{ creators: [{ name: 'One Sample', role: 'author', certainty: 'stated' }], rights: '', source: 'a shelf' },
		...{ dates: [{ type: 'created', edtf: '2021-03-04', inferred: '' }], languages: ['hy'], description: 'Alpha.' },
		...{ knownFrom: '', access: 'open', embargoUntil: '', parentId: null },
	};
	const entry = bibliographyEntry(record, { tags: ['tag'], archiveTitle: 'Sample archive' });

	test.each([
		['RIS', writeRis([entry, entry])],
		['CSL-JSON', writeCslJson([entry, entry])],
	])('as Lectern writes them in %s come back', (_, text) => {
		const [first, second] = entriesOf(text);
		expect(first?.fields).toMatchObject({
			...{ title: 'Sample report', kind: 'report', languages: ['hy'], source: 'a shelf' },
			creators: [{ name: 'One Sample' }],
			dates: [{ edtf: '2021-03-04' }],
			description: expect.stringMatching(/^Alpha\./),
		});
		expect(second).toEqual({ ...first, row: 2 });
	});

	const whole: RecordSummary = {
		...{ ...record, title: 'Письмо {образец}', languages: ['ru', 'hy'], rights: 'Права', source: '' },
		...{ description: 'Первая строка\nи вторая', knownFrom: 'Обзор, ¶ 3' },
		dates: [
			{ type: 'created', edtf: '2021-03~', inferred: '' },
			{ type: 'created', edtf: '2021-05-09', inferred: '' },
			{ type: 'published', edtf: '2022', inferred: '' },
			{ type: 'published', edtf: '2023/2024', inferred: '' },
		],
	};
	const described = {
		...{ ...emptyDescription, level: 'file' as const, extent: '2 листа', custodialHistory: 'Был в образце' },
		...{ referenceCode: 'АО, ф. 57, оп. 5', accessConditions: 'Открыт' },
	};
	const wholeEntry = bibliographyEntry(whole, { tags: [], archiveTitle: 'Sample archive', described });

	test.each([
		['RIS', writeRis([wholeEntry])],
		['CSL-JSON', writeCslJson([wholeEntry])],
	])('as Lectern writes them in %s come back with every field of a catalogue that speaks of the item', (_, text) => {
		const { title, kind, creators, languages, description, rights, knownFrom, dates } = whole;
		const { referenceCode, level, extent, accessConditions } = described;
		expect(entriesOf(text)).toEqual([
			{
				row: 1,
				fields: { title, kind, creators, languages, description, rights, knownFrom, dates },
				// Whose it was is not in the file.
				description: { referenceCode, level, extent, accessConditions },
			},
		]);
	});

	test.each([
		['RIS', writeRis],
		['CSL-JSON', writeCslJson],
	])('as Lectern writes them in %s come back no surer than they were', (_, write) => {
		const unsure: RecordSummary = {
			...record,
			creators: [
				{ name: 'А. Образец', role: 'автор', certainty: 'attributed' },
				{ name: 'Two', role: 'signatory', certainty: 'inferred' },
				{ name: 'Two', role: '', certainty: 'stated' },
			],
			dates: [{ type: 'created', edtf: '1994', inferred: 'по штемпелю; см. ¶ 3' }],
		};
		const file = write([bibliographyEntry(unsure, { tags: [], archiveTitle: 'Sample archive', described })]);
		const { creators, dates } = unsure;
		expect(entriesOf(file)[0]?.fields).toMatchObject({ creators, dates });
		// What a person takes a column for still holds.
		const table = readCatalogue(file);
		const none = catalogueEntries(
			table,
			table.headings.map(() => 'note'),
		);
		expect(none[0]?.fields).not.toHaveProperty('creators');
	});

	test('that another program cut are read from what is left', () => {
		const cut = writeRis([entry]).replace(/^(N1 {2}- Lectern: \{"id").*$/m, '$1');
		expect(entriesOf(cut)).toMatchObject([{ fields: { title: 'Sample report', source: 'a shelf' } }]);
	});

	test('of other programs are read with their names and dates', () => {
		expect(
			entriesOf(
				'TY  - NEWS\r\nT1  - Alpha\r\n beta\r\nA1  - One, Sample\r\nA1  - Two\r\nY1  - 2021/03//\r\nN1  - x\r\nER  - \r\n',
			),
		).toMatchObject([
			{
				fields: {
					...{ kind: 'news-item', title: 'Alpha beta', description: 'N1: x' },
					creators: [{ name: 'One, Sample' }, { name: 'Two' }],
					dates: [{ edtf: '2021-03' }],
				},
			},
		]);
		const author = [{ family: 'Sample', given: 'One' }, { literal: 'Two' }];
		expect(
			entriesOf(
				JSON.stringify({
					id: 1,
					type: 'treaty',
					title: 'Alpha',
					author,
					issued: { 'date-parts': [[2021], [2022, 3]] },
				}),
			),
		).toMatchObject([
			{
				fields: {
					...{ kind: 'agreement', title: 'Alpha', creators: [{ name: 'One Sample' }, { name: 'Two' }] },
					dates: [{ edtf: '2021/2022-03' }],
				},
			},
		]);
	});

	test('that several databases wrote with different tags are one table', () => {
		const newer = 'TY  - JOUR\nTI  - Alpha\nAU  - One\nDA  - 2020\nAB  - First\nER  - \n';
		const older = 'TY  - JOUR\nT1  - Beta\nA1  - Two\nAU  - Three\nY1  - 2021\nN2  - Second\nER  - \n';
		expect(entriesOf(newer + older)).toMatchObject([
			{ fields: { title: 'Alpha', creators: [{ name: 'One' }], dates: [{ edtf: '2020' }], description: 'First' } },
			{
				fields: {
					...{ title: 'Beta', creators: [{ name: 'Two' }, { name: 'Three' }] },
					...{ dates: [{ type: 'created', edtf: '2021' }], description: 'Second' },
				},
			},
		]);
	});

	test.each([
		[{ 'date-parts': [[1994]], circa: true }, '1994~'],
		[{ 'date-parts': [[1994]], circa: 1, season: 2 }, '1994-22~'],
		[{ 'date-parts': [[1994], [1996]], circa: 'true' }, '1994~/1996~'],
		[{ 'date-parts': [['1994', '5']], circa: false }, '1994-05'],
		[{ 'date-parts': [[1994]], season: 'autumn' }, null],
	])('that say about when are no surer here: %j', (issued, edtf) => {
		const author = [{ family: 'Sample', given: 'One', suffix: 'jr', 'dropping-particle': 'von' }];
		const [entry] = entriesOf(JSON.stringify([{ type: 'book', title: 'Alpha', issued, author }]));
		const { creators, dates, description } = entry?.fields ?? {};
		expect(creators).toMatchObject([{ name: 'One von Sample jr' }]);
		expect(description).toBe(edtf === null ? 'issued: 1994 autumn' : undefined);
		expect(dates).toEqual(edtf === null ? undefined : [{ type: 'created', edtf, inferred: '' }]);
	});

	test.each([[''], ['title'], ['[1, "a"]'], ['{']])('%j holds no rows, and is refused', (text) => {
		expect(() => readCatalogue(text)).toThrow(AppError);
	});
});
