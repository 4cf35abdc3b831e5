import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDescription } from '../../domain/description.ts';
import { accessLevels, dateTypes, holdings, type RecordSummary, recordKinds } from '../../domain/record.ts';
import { type BibliographyEntry, bibliographyEntry } from './bibliography-entry.ts';
import { writeBibtex } from './bibtex.ts';
import { writeCslJson } from './csl-json.ts';
import { risWholeMark, writeRis } from './ris.ts';

const record = {
	id: '00000000-0000-7000-8000-000000000001',
	title: 'Пример письма № 4 {100 %} & _ещё_',
	kind: 'letter',
	creators: [
		{ name: 'А. Пример', role: 'author', certainty: 'stated' },
		{ name: 'Բ. Նմուշ and Son', role: '', certainty: 'inferred' },
	],
	dates: [
		{ type: 'created', edtf: '2023-09-19', inferred: '' },
		{ type: 'received', edtf: '2023-10~', inferred: 'from a stamp' },
	],
	languages: ['ru', 'hy'],
	description: 'Two lines\nof “sample” text \\ with $igns ~ ^ #1',
	rights: 'Sample rights',
	source: 'Архив Пример, ф. 57, оп. 5, д. 12',
	knownFrom: 'Sample digest, ¶ 3',
	access: 'open',
	embargoUntil: '',
	parentId: null,
	holding: 'held',
} as unknown as RecordSummary;
const entry = bibliographyEntry(record, { tags: ['sample tag', 'ə'], archiveTitle: 'Sample archive' });

describe('BibTeX', () => {
	test('has the fields that biblatex styles read, with every letter and its signs escaped', () => {
		const [read] = readBibtex(writeBibtex([entry]));
		expect(read).toMatchObject({
			type: 'letter',
			key: 'lectern-00000000-0000-7000-8000-000000000001',
			title: '{Пример письма № 4 {100 %} & _ещё_}',
			author: '{А. Пример} and {[Բ. Նմուշ and Son]}',
			date: '2023-09-19',
			library: 'Архив Пример, f. 57, op. 5, d. 12',
			organization: 'Sample archive',
			langid: 'ru',
			abstract: 'Two lines of “sample” text \\ with $igns ~ ^ #1',
			keywords: 'sample tag, ə',
			rights: 'Sample rights',
		});
	});
	test('gives every field of any record back', () => {
		expectNoLoss((entries) => readBibtex(writeBibtex(entries)).map(({ lectern }) => JSON.parse(lectern ?? '')));
	});
});

describe('RIS', () => {
	test('has the tags that programs read, a line each', () => {
		const lines = writeRis([entry]).split('\r\n');
		expect(lines.slice(0, -3)).toEqual([
			'TY  - PCOMM',
			'ID  - 00000000-0000-7000-8000-000000000001',
			'TI  - Пример письма № 4 {100 %} & _ещё_',
			'AU  - А. Пример',
			'AU  - [Բ. Նմուշ and Son]',
			'M3  - letter',
			'PY  - 2023',
			'DA  - 2023/09/19/',
			'AV  - Архив Пример',
			'CN  - f. 57, op. 5, d. 12',
			'DB  - Sample archive',
			'LA  - ru',
			'LA  - hy',
			'AB  - Two lines of “sample” text \\ with $igns ~ ^ #1',
			'KW  - sample tag',
			'KW  - ə',
			'C2  - Sample rights',
		]);
		expect(lines.slice(-2)).toEqual(['ER  - ', '']);
	});
	test('gives every field of any record back', () => {
		expectNoLoss((entries) =>
			writeRis(entries)
				.split('\r\n')
				.filter((line) => line.startsWith(`N1  - ${risWholeMark}`))
				.map((line) => JSON.parse(line.slice(`N1  - ${risWholeMark}`.length))),
		);
	});
});

describe('CSL-JSON', () => {
	test('has the variables that processors read', () => {
		expect(JSON.parse(writeCslJson([entry]))).toMatchObject([
			{
				id: 'urn:uuid:00000000-0000-7000-8000-000000000001',
				type: 'personal_communication',
				author: [{ literal: 'А. Пример' }, { literal: '[Բ. Նմուշ and Son]' }],
				issued: { 'date-parts': [[2023, 9, 19]] },
				archive: 'Архив Пример',
				archive_location: 'f. 57, op. 5, d. 12',
				language: 'ru',
			},
		]);
	});
	test('takes no uncertain date for a day', () => {
		const vague = { ...record, dates: [{ type: 'created', edtf: '2023-10~', inferred: '' }] } as RecordSummary;
		expect(JSON.parse(writeCslJson([bibliographyEntry(vague, { tags: [], archiveTitle: '' })]))).toMatchObject([
			{ issued: { literal: 'ca. October 2023' } },
		]);
	});
	test('gives every field of any record back', () => {
		expectNoLoss((entries) =>
			(JSON.parse(writeCslJson(entries)) as { custom: { lectern: unknown } }[]).map(({ custom }) => custom.lectern),
		);
	});
});

test('only what is just described is said to be reported elsewhere, or not to have been consulted', () => {
	const noted = (change: Partial<RecordSummary>) => {
		const entries = [bibliographyEntry({ ...record, rights: '', ...change }, { tags: [], archiveTitle: '' })];
		const [{ note = '' } = {}] = JSON.parse(writeCslJson(entries)) as { note?: string }[];
		expect(readBibtex(writeBibtex(entries))[0]?.note ?? '').toBe(note);
		expect(/^C1 {2}- (.*)$/m.exec(writeRis(entries))?.[1] ?? '').toBe(note);
		return note;
	};
	expect(noted({})).toBe('');
	expect(noted({ holding: 'described-only' })).toBe('As reported in: Sample digest, ¶ 3');
	expect(noted({ holding: 'described-only', knownFrom: '' })).toBe('Not consulted');
});

test.each([
	['2023-10~', '', { date: '2023-10~' }, 'ca. October 2023'],
	['199X', '', { date: '199X' }, '1990s'],
	['2023-09-XX', '', { date: '2023-09-XX' }, 'September 2023'],
	['2023-09-19/..', '', { date: '2023-09-19/..' }, 'from September 19, 2023'],
	['[2023-09-19..]', '', { year: 'on or after September 19, 2023' }, 'on or after September 19, 2023'],
	['2023-09-19', 'from a stamp', { year: '[September 19, 2023]' }, '[September 19, 2023]'],
])('%s (inferred: “%s”) is a date where programs read it so, and words elsewhere', (edtf, inferred, bibtex, words) => {
	const dates: RecordSummary['dates'] = [{ type: 'created', edtf, inferred }];
	const entries = [bibliographyEntry({ ...record, dates }, { tags: [], archiveTitle: '' })];
	const [{ date, year } = {}] = readBibtex(writeBibtex(entries));
	expect({ date, year }).toEqual({ date: undefined, year: undefined, ...bibtex });
	expect(JSON.parse(writeCslJson(entries))).toMatchObject([{ issued: { literal: words } }]);
	expect(writeRis(entries)).toContain(`\r\nDA  - ///${words}\r\n`);
	expect(writeRis(entries)).not.toContain('\r\nPY  - ');
});

test('words that are read from right to left stand in every format as they were written', () => {
	const words = { title: 'אבג דהו', description: 'אבג', source: 'דהו', rights: 'وزح', knownFrom: 'طيك' };
	const creators: RecordSummary['creators'] = [
		{ name: 'אבג דהו', role: 'זחט', certainty: 'stated' },
		{ name: 'ابج دهو', role: '', certainty: 'attributed' },
		{ name: 'Sample אבג', role: '', certainty: 'inferred' },
	];
	const entries = [
		bibliographyEntry(
			{ ...record, ...words, creators, holding: 'described-only' },
			{ tags: ['אבג'], archiveTitle: 'דהו' },
		),
	];
	const names = ['אבג דהו', '[ابج دهو?]', '[Sample אבג]'];
	const [bibtex, ris, csl] = [writeBibtex(entries), writeRis(entries), writeCslJson(entries)];
	expect(readBibtex(bibtex)[0]?.author).toBe(names.map((name) => `{${name}}`).join(' and '));
	expect([...ris.matchAll(/^AU {2}- (.*)\r$/gm)].map(([, name]) => name)).toEqual(names);
	expect(JSON.parse(csl)).toMatchObject([{ author: names.map((literal) => ({ literal })) }]);
	// Nor any other field has a sign that nobody wrote.
	for (const file of [bibtex, ris, csl]) expect(file).not.toMatch(/\p{Cf}/u);
});

test('the reference code and extent of the archival description stand in every format', () => {
	const described = { ...emptyDescription, referenceCode: 'Архив Пример, ф. 58, оп. 1', extent: '2 leaves' };
	const coded = [bibliographyEntry(record, { tags: [], archiveTitle: '', described })];
	expect(writeBibtex(coded)).toContain('library = {Архив Пример, ф. 58, оп. 1},');
	expect(writeRis(coded)).toContain('AV  - Архив Пример\r\nCN  - ф. 58, оп. 1\r\n');
	expect(JSON.parse(writeCslJson(coded))).toMatchObject([
		{
			...{ archive: 'Архив Пример', archive_location: 'ф. 58, оп. 1', dimensions: '2 leaves' },
			custom: { lectern: { referenceCode: described.referenceCode, extent: '2 leaves' } },
		},
	]);
	const own = {
		...emptyDescription,
		referenceCode: 'Box 4/12',
		level: 'file' as const,
		accessConditions: 'A',
		custodialHistory: 'Kept by a sample person',
		receivedOn: '2019-12',
		receivedBy: 'B',
		sensitivity: 'C',
		withheldNames: ['D'],
	};
	const other = [bibliographyEntry(record, { tags: [], archiveTitle: '', described: own })];
	expect(writeBibtex(other)).toContain('library = {Архив Пример, Box 4/12},');
	const inBoth = { ...emptyDescription, referenceCode: 'Архив Пример, Box 4/12' };
	const twice = [bibliographyEntry(record, { tags: [], archiveTitle: '', described: inBoth })];
	expect(writeBibtex(twice)).toContain('library = {Архив Пример, Box 4/12},');
	// What is told of people, of when it came and of harm stays in the archive.
	for (const text of [writeBibtex(other), writeRis(other), writeCslJson(other)]) {
		expect(text).toMatch(/"level": ?"file"/);
		expect(text).toMatch(/"accessConditions": ?"A"/);
		expect(text).not.toMatch(/custodialHistory|sample person|received(?:On|By)|2019-12|sensitivity|withheldNames/);
	}
});

function expectNoLoss(roundTrip: (entries: BibliographyEntry[]) => unknown[]): void {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.constantFrom('Пример', 'Նմուշ ə', '{\n}"\\', 'ER  - \r\nTY'),
	);
	const any = fc.record({
		...{ title: text, description: text, rights: text, source: text, knownFrom: text, embargoUntil: text },
		id: fc.uuid(),
		kind: fc.oneof(fc.constantFrom(...recordKinds), text),
		creators: fc.array(
			fc.record({ name: text, role: text, certainty: fc.constantFrom('stated', 'attributed', 'inferred') }),
		),
		dates: fc.array(fc.record({ type: fc.constantFrom(...dateTypes), edtf: text, inferred: text })),
		languages: fc.array(text),
		access: fc.constantFrom(...accessLevels),
		parentId: fc.option(fc.uuid()),
		holding: fc.constantFrom(...holdings),
	});
	fc.assert(
		fc.property(fc.array(any, { maxLength: 3 }), fc.array(text), (records, tags) => {
			const entries = records.map((each) =>
				bibliographyEntry(each as unknown as RecordSummary, { tags, archiveTitle: 'Archive' }),
			);
			expect(roundTrip(entries)).toEqual(records.map((each) => ({ ...each, tags, archiveTitle: 'Archive' })));
		}),
	);
}

/** Entries as biber reads them: fields in balanced braces, LaTeX escapes resolved (but for the JSON, which has none). */
function readBibtex(text: string): Record<string, string>[] {
	const entries: Record<string, string>[] = [];
	for (const [, type = '', key = '', body = ''] of text.matchAll(/^@(\w+)\{([^,]+),\n((?:\t.*\n)*)\}$/gm)) {
		const fields: Record<string, string> = { type: '', key };
		for (const [, name = '', value = ''] of body.matchAll(/^\t(\w+) = \{(.*)\},$/gm)) {
			expect(depthAfter(value), value).toBe(0);
			fields[name] = name === 'lectern' || name === 'url' ? value : resolved(value);
		}
		entries.push({ ...fields, type });
	}
	return entries;
}

function depthAfter(value: string): number {
	let depth = 0;
	for (const [sign] of value.matchAll(/\\[\\{}]|[{}]/g)) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
	return depth;
}

function resolved(value: string): string {
	const names: Record<string, string> = { textbackslash: '\\', textasciitilde: '~', textasciicircum: '^' };
	return value
		.replace(/\\(text\w+)\{\}/g, (_, name: string) => `\u0000${names[name]}`)
		.replace(/\\([#$%&_{}])/g, '$1')
		.replaceAll('\u0000', '');
}
