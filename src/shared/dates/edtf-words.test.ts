import { describe, expect, test } from 'vitest';
import { edtfStart, isEdtf } from './edtf-order.ts';
import { edtfWords } from './edtf-words.ts';

describe('edtfWords', () => {
	test.each([
		['', 'undated'],
		['2023', '2023'],
		['2023-09', 'September 2023'],
		['2023-09-19', '19 September 2023'],
		['2023-10~', 'c. October 2023'],
		['2023?', '2023 (uncertain)'],
		['2023%', 'c. 2023 (uncertain)'],
		['2023-~09', 'September 2023 (in part approximate)'],
		['2023-09-XX', 'September 2023 (day not known)'],
		['2023-XX', '2023 (month not known)'],
		['2023-XX-XX', '2023 (month and day not known)'],
		['202X', 'the 2020s'],
		['19XX', '1900 to 1999'],
		['2023-22', 'summer 2023'],
		['2023-09-19/2023-09-20', '19 September 2023 to 20 September 2023'],
		['2023-09/..', 'from September 2023 on'],
		['2023-09/', 'from September 2023, end not known'],
		['../2023', 'until 2023'],
		['/2023', 'until 2023, start not known'],
		['[2023-09-19..]', 'on or after 19 September 2023'],
		['[..2023-09-19]', 'on or before 19 September 2023'],
		['[2020,2021]', '2020 or 2021'],
		['{2020,2021}', '2020 and 2021'],
		['2023-09-19T13:00:00Z', '19 September 2023, 13:00 (UTC+00:00)'],
		['-0043', '44 BC'],
		['no date at all', 'no date at all'],
	])('%s', (edtf, words) => {
		expect(edtfWords(edtf)).toBe(words);
	});
});

test('dates sort by the first moment they may mean; an open start by its end', () => {
	expect(edtfStart('2023')).toBe(Date.UTC(2023, 0, 1));
	expect(edtfStart('[2023-09-19..]')).toBe(Date.UTC(2023, 8, 19));
	expect(edtfStart('')).toBeNull();
	expect(edtfStart('../2023')).toBe(Date.UTC(2023, 11, 31, 23, 59, 59, 999));
});

test('asking for the start leaves the words as they are', () => {
	for (const [edtf, words] of [
		['2022-05-06', '6 May 2022'],
		['2022-05/2022-06', 'May 2022 to June 2022'],
		['[2022-05-06..]', 'on or after 6 May 2022'],
		['{2021,2022}', '2021 and 2022'],
	] as const) {
		expect(edtfStart(edtf)).not.toBeNull();
		expect(edtfWords(edtf)).toBe(words);
	}
});

test('months and days that do not exist are no dates', () => {
	expect(isEdtf('2023-13')).toBe(false);
	expect(isEdtf('2023-02-30')).toBe(false);
});
