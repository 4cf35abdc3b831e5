import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { daysOf } from './date-days.ts';

const spans = (edtf: string, isOpenWide = false) => daysOf(edtf, isOpenWide)?.map(({ from, to }) => [from, to]);

test.each([
	['2023', [[20230101, 20231231]]],
	['2023-09', [[20230901, 20230931]]],
	['2023-09-19', [[20230919, 20230919]]],
	['2023-09-19T10:00:00Z', [[20230919, 20230919]]],
	['2023?', [[20230101, 20231231]]],
	['2023-09~', [[20230901, 20230931]]],
	['?2023-~09', [[20230901, 20230931]]],
	['202X', [[20200101, 20291231]]],
	['2023-1X', [[20231001, 20231231]]],
	['2023-XX-3X', [[20230130, 20231231]]],
	['2023-21', [[20230301, 20230531]]],
	['2023-33', [[20230101, 20231231]]],
	['2020..2023', [[20200101, 20231231]]],
	['2020-05/2021', [[20200501, 20211231]]],
	[
		'{2019,2021..2022}',
		[
			[20190101, 20191231],
			[20210101, 20221231],
		],
	],
	['-0044-03-15', [[-439685, -439685]]],
	['Y12000', [[120000101, 120001231]]],
])('%s', (edtf, expected) => {
	expect(spans(edtf)).toEqual(expected);
});

test('an open end is for ever in what is asked, and the end that is known in what is held', () => {
	expect(spans('2020..', true)).toEqual([[20200101, Infinity]]);
	expect(spans('/2020', true)).toEqual([[-Infinity, 20201231]]);
	expect(spans('2020/..', true)).toEqual([[20200101, Infinity]]);
	expect(spans('[2023-09-19..]')).toEqual([[20230919, 20230919]]);
	expect(spans('[..2023]')).toEqual([[20230101, 20231231]]);
});

test.each([
	'',
	'..',
	'/',
	'soon',
	'20',
	'2023-13',
	'2023-09-32',
	'2023-9',
	'2023..2020',
	'2020..2021..2022',
	'2020,soon',
])('%j is no date', (text) => {
	expect(daysOf(text, true)).toBeNull();
});

test('every valid date of a published collection is one here, except where both ends are open', () => {
	const path = resolve(process.env.LECTERN_SHARED ?? '../shared', 'fixtures/edtf/unt-edtf-validate.json');
	const collection = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string[]>;
	const valid = ['L0_Intervals', 'L1_Intervals', 'L2_Intervals'].flatMap((name) => collection[name] ?? []);
	expect(valid.length).toBeGreaterThan(90);
	expect(valid.filter((edtf) => daysOf(edtf, true) === null).sort()).toEqual(['../', '../..', '/..']);
});
