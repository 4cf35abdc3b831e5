import { expect, test } from 'vitest';
import type { RecordSummary } from '#shared/domain/record.ts';
import { countValues, filterRecords, sortRecords } from './library-order.ts';
import { emptyFilter } from './library-store.ts';

function sample(title: string, fields: Partial<RecordSummary> = {}): RecordSummary {
	return {
		title,
		kind: 'letter',
		dates: [],
		languages: [],
		holding: 'held',
		annotationCount: 0,
		...fields,
	} as RecordSummary;
}

const dated = (title: string, edtf: string) => sample(title, { dates: [{ type: 'created', edtf, inferred: '' }] });
const titles = (records: RecordSummary[]) => records.map(({ title }) => title);

test('numbers in titles count as numbers', () => {
	expect(titles(sortRecords([sample('letter 10'), sample('letter 9')], 'title', false))).toEqual([
		'letter 9',
		'letter 10',
	]);
});

test('undated records come last in both directions', () => {
	const records = [sample('none'), dated('late', '2023-09-19'), dated('early', '2020~')];
	expect(titles(sortRecords(records, 'date', false))).toEqual(['early', 'late', 'none']);
	expect(titles(sortRecords(records, 'date', true))).toEqual(['late', 'early', 'none']);
});

test('held comes before a variant and before what is only described', () => {
	const records = [
		sample('c', { holding: 'described-only' }),
		sample('b', { holding: 'held-variant' }),
		sample('a', { holding: 'held' }),
	];
	expect(titles(sortRecords(records, 'holding', false))).toEqual(['a', 'b', 'c']);
});

test('a range of years lets no undated record through', () => {
	const records = [sample('none'), dated('in', '2023-09'), dated('out', '2019')];
	expect(titles(filterRecords(records, { ...emptyFilter, fromYear: 2020 }))).toEqual(['in']);
});

test('a record of unknown language can be chosen', () => {
	const records = [sample('known', { languages: ['hy'] }), sample('unknown')];
	expect(titles(filterRecords(records, { ...emptyFilter, languages: new Set(['und']) }))).toEqual(['unknown']);
});

test('values are counted, most frequent first', () => {
	expect(countValues(['b', 'a', 'b'])).toEqual([
		['b', 2],
		['a', 1],
	]);
});
