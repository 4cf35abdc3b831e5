import { expect, test } from 'vitest';
import { EditionsService } from '#archive/editions/editions-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { openTestArchive } from '#archive/testing/test-archive.ts';
import type { DateScanPlace } from '#shared/api/found-dates-api.ts';
import type { DateInText } from '#shared/domain/found-date.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { dateKey } from '#shared/found-dates/date-words.ts';
import { longestPiece } from '#shared/found-dates/text-piece.ts';
import { FoundDatesService } from './found-dates-service.ts';

function open() {
	const archive = openTestArchive();
	const records = new RecordsService(archive.database, new EditionsService(archive.database));
	const dates = new FoundDatesService(archive.database, records, () => 'A. Reader');
	async function scanAll(recordId: RecordId) {
		const found: DateInText[] = [];
		const stretches: number[] = [];
		let after: DateScanPlace | null = null;
		do {
			const page: Awaited<ReturnType<typeof dates.scan>> = await dates.scan({ recordId, after });
			found.push(...page.dates);
			stretches.push(page.done);
			after = page.next;
		} while (after !== null);
		return { found, stretches };
	}
	return { ...archive, dates, scanAll };
}

const dated = (edtf: string) => ({ dates: JSON.stringify([{ type: 'created', edtf, inferred: '' }]) });

test('dates of a text are found with their place, their words and what is inferred', async () => {
	const { addRecord, addEdition, scanAll, editions } = open();
	const id = addRecord(1, dated('1931-04'));
	const edition = addEdition(id, [
		'A jar fell on 9 June.',
		'',
		'On 1 May 2004 it was mended, and on 9 June 2004 it fell.',
		'2 July',
	]);
	const { found } = await scanAll(id);
	expect(found.map(({ ordinal, number, words, readings }) => [ordinal, number, words, readings])).toEqual([
		[0, 1, '9 June', [{ edtf: '1931-06-09', inference: 'year-of-record' }]],
		[2, 2, '1 May 2004', [{ edtf: '2004-05-01', inference: null }]],
		[2, 2, '9 June 2004', [{ edtf: '2004-06-09', inference: null }]],
		[
			...[3, 3, '2 July'],
			[
				{ edtf: '2004-07-02', inference: 'year-before' },
				{ edtf: '1931-07-02', inference: 'year-of-record' },
			],
		],
	]);
	const blocks = editions.blocks({ id: edition.id });
	for (const { ordinal, start, end, words, context, contextStart } of found) {
		expect(blocks[ordinal]?.text.slice(start, end)).toBe(words);
		expect(blocks[ordinal]?.text.slice(contextStart, contextStart + context.length)).toBe(context);
	}
});

test('a long text is looked through in stretches, a long passage too, and no date is lost or found twice', async () => {
	const { addRecord, addEdition, scanAll } = open();
	const sentence = 'The shed was painted on 5 May 2001 and once more in June. ';
	const repeated = sentence.repeat(Math.ceil((2.5 * longestPiece) / sentence.length));
	const id = addRecord(1);
	addEdition(id, ['It began in 1999.', repeated, ...Array.from({ length: 450 }, () => sentence)]);
	const { found, stretches } = await scanAll(id);
	expect(found).toHaveLength(1 + repeated.length / sentence.length + 450);
	expect(new Set(found.map(dateKey)).size).toBe(found.length);
	expect(stretches.length).toBeGreaterThan(2);
	expect(stretches).toEqual([...stretches].sort((one, other) => one - other));
	expect(stretches.at(-1)).toBe(452);
});

test('a record without text has no dates, and a text that was read anew is not gone on with', async () => {
	const { addRecord, addEdition, dates } = open();
	const id = addRecord(1);
	expect(await dates.scan({ recordId: id, after: null })).toEqual({ dates: [], next: null, done: 0, total: 0 });
	addEdition(id, ['1 May 2004']);
	const after = { editionId: 'another' as EditionId, ordinal: 0, offset: 0, year: null };
	expect((await dates.scan({ recordId: id, after })).dates).toEqual([]);
});

test('what is rejected is remembered for these words in this passage, also in the next edition, and undone', async () => {
	const { addRecord, addEdition, dates, scanAll, history, database, editions } = open();
	const id = addRecord(1);
	const first = addEdition(id, ['On 1 May 2004 and on 1 May 2004.', 'On 1 May 2004.']);
	const [, second] = (await scanAll(id)).found;
	if (!second) throw new Error('no second date');
	expect(second).toMatchObject({ words: '1 May 2004', occurrence: 1 });
	dates.reject({ recordId: id, places: [second] });
	expect(dates.rejected({ recordId: id })).toMatchObject([
		{ editionId: first.id, ordinal: 0, occurrence: 1, number: 1 },
	]);
	expect(() => dates.reject({ recordId: id, places: [{ ...second, ordinal: 9 }] })).toThrow('not-found');

	const made = {
		kind: 'extraction',
		originalSha256: null,
		maker: 'sample',
		makerVersion: '2',
		parameters: {},
	} as const;
	const blocks = ['A new first line.', 'On 1 May 2004 and on 1 May 2004.'].map(
		(text) => ({ kind: 'paragraph', text }) as const,
	);
	const next = database.step(
		'setup',
		(step) => {
			const edition = editions.addWithin(
				step,
				id,
				{ ...made, language: 'en', blocks },
				{ from: first.id, lineage: new Map([[1, 0]]) },
			);
			step.update('records', id, { edition_id: edition.id });
			return edition;
		},
		{ kind: 'setup' },
	);
	const rejected = dates.rejected({ recordId: id });
	expect(rejected).toMatchObject([{ editionId: next.id, ordinal: 1, occurrence: 1, number: 2 }]);
	expect((await scanAll(id)).found.map(dateKey)).toContain(rejected.map(dateKey)[0]);

	dates.readmit({ ids: rejected.map(({ id: rejectedId }) => rejectedId) });
	expect(dates.rejected({ recordId: id })).toEqual([]);
	expect(() => dates.readmit({ ids: rejected.map(({ id: rejectedId }) => rejectedId) })).toThrow('not-found');
	expect(history.undo()).toBe('dateReadmitted');
	expect(dates.rejected({ recordId: id })).toHaveLength(1);
	expect(history.undo()).toBe('dateRejected');
	expect(dates.rejected({ recordId: id })).toEqual([]);
});
