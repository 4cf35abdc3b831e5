import { expect, test } from 'vitest';
import { locales } from '../messages/locales.ts';
import { citedDate } from './cited-date.ts';
import { citeWords } from './words/all-words.ts';

test.each([
	['', ''],
	['2023', '2023'],
	['2023-09', 'September 2023'],
	['2023-09-19', 'September 19, 2023'],
	['2023-09-19T10:00:00Z', 'September 19, 2023'],
	['2023-09-XX', 'September 2023'],
	['2023-XX-XX', '2023'],
	['199X', '1990s'],
	['19XX', '1900–1999'],
	['2023~', 'ca. 2023'],
	['2023-09?', 'September 2023?'],
	['2023-09-19%', 'ca. September 19, 2023?'],
	['2023-21', 'spring 2023'],
	['2023-09-19/2023-09-20', 'September 19, 2023 – September 20, 2023'],
	['2023-09/..', 'from September 2023'],
	['../2023', 'until 2023'],
	['[..2023-09-19]', 'on or before September 19, 2023'],
	['[2023-09-19..]', 'on or after September 19, 2023'],
	['[2022,2023]', '2022 or 2023'],
	['{2021,2022,2023}', '2021, 2022 and 2023'],
	['2023-13', '2023-13'],
	['the ninth instant', 'the ninth instant'],
])('%s is written %s', (edtf, words) => {
	expect(citedDate(edtf, citeWords.en)).toBe(words);
});

test('a day is written in every language, with its own order', () => {
	expect(locales.map((locale) => citedDate('2023-05-01', citeWords[locale]))).toEqual([
		'May 1, 2023',
		'1 мая 2023 г.',
		'1 մայիսի, 2023 թ․',
		'1 may 2023',
		'1 Mayıs 2023',
		'1er mai 2023',
	]);
});
