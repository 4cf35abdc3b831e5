import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEdtf } from '#shared/text/edtf/read-edtf.ts';
import { findDates } from './find-dates.ts';
import { markedParts, precisionOf, recallOf, scoreMarkedDates } from './testing/marked-dates.ts';

const languages = ['en', 'ru', 'hy', 'az', 'tr', 'fr', 'und'] as const;
const nothingKnown = { yearBefore: null, yearOfRecord: null };

const found = (text: string, language = 'en', context: Parameters<typeof findDates>[2] = nothingKnown) =>
	findDates(text, language, context).dates.map(({ start, end, readings }) => [
		text.slice(start, end),
		...readings.map(({ edtf, inference }) => (inference ? `${edtf} ${inference}` : edtf)),
	]);

test.each(markedParts)('of the dates marked by hand nearly all are found, and hardly any wrongly (%s)', (part) => {
	const scores = scoreMarkedDates(part);
	// Those that the rules were not written by are counted only: whoever reads them would write rules by them.
	if (part === 'tuned') expect(scores.flatMap(({ faults }) => faults)).toEqual([]);
	expect(precisionOf(scores)).toBeGreaterThanOrEqual(0.95);
	expect(recallOf(scores)).toBeGreaterThanOrEqual(0.85);
});

describe('a year that is not said', () => {
	const context = { yearBefore: 1931, yearOfRecord: 1950 };
	test('is that of the date before it in the passage', () => {
		expect(found('The jar fell on 1 May 2004; it was mended on 9 June.', 'en', context)[1]).toEqual([
			'9 June',
			'2004-06-09 year-before',
		]);
	});
	test('else that of the date before the passage or of the record, which may be two', () => {
		expect(found('It was mended on 9 June.', 'en', context)).toEqual([
			['9 June', '1931-06-09 year-before', '1950-06-09 year-of-record'],
		]);
		expect(found('It was mended on 9 June.', 'en', { ...context, yearBefore: null })).toEqual([
			['9 June', '1950-06-09 year-of-record'],
		]);
	});
	test('is not surely that of a year which the passage says alone', () => {
		const until = 'It stays until 2025. It was painted on 9 June.';
		expect(found(until, 'en', context)[1]).toEqual([
			...['9 June', '1931-06-09 year-before', '2025-06-09 year-before', '1950-06-09 year-of-record'],
		]);
		expect(found(until)[1]).toEqual(['9 June', '2025-06-09 year-before']);
	});
	test('stays open where nothing tells it, or the day is of a leap year only', () => {
		expect(found('It was mended on 9 June.')).toEqual([['9 June', 'XXXX-06-09']]);
		expect(found('29 February', 'en', { yearBefore: 2023, yearOfRecord: 2024 })).toEqual([
			['29 February', '2024-02-29 year-of-record'],
		]);
	});
	test('is that of the last date in the text for what follows', () => {
		expect(findDates('1 May 2004 to 3 June 2005', 'en', context).yearBefore).toBe(2005);
		expect(findDates('No date.', 'en', context).yearBefore).toBe(1931);
	});
});

test('a passage in another language of the same script has the dates of that language', () => {
	expect(found('Le hangar fut peint le 3 mai 1998.')).toEqual([['3 mai 1998', '1998-05-03']]);
	expect(found('Ahır 3 Mayıs 1998 günü boyandı.')).toEqual([['3 Mayıs 1998', '1998-05-03']]);
	expect(found('Anbar 3 may 1998-ci ildə rəngləndi.')).toEqual([['3 may 1998-ci ildə', '1998-05-03']]);
	expect(found('The shed was painted on 3 May 1998.', 'fr')).toEqual([['3 May 1998', '1998-05-03']]);
	expect(found('Сарай. The shed was painted on 3 May 1998.', 'ru')).toEqual([['3 May 1998', '1998-05-03']]);
	// No more than that: not a day without its year, nor a year by itself.
	expect(found('Peint le 3 mai, en 1998.')).toEqual([]);
	expect(found('It may mar 20 sheds.')).toEqual([]);
});

describe('two calendars', () => {
	test('say one day where the days are the same, and two nights where they follow', () => {
		expect(found('25 October (7 November) 1917')).toEqual([['25 October (7 November) 1917', '1917-11-07']]);
		expect(found('20 декабря 1917 (2 января 1918) года', 'ru')).toEqual([
			['20 декабря 1917 (2 января 1918) года', '1918-01-02'],
		]);
		expect(found('in the night of 5/6 March 2021')).toEqual([['5/6 March 2021', '2021-03-05/2021-03-06']]);
	});
	test('are not what two days of different years are of', () => {
		expect(found('7 January 1920 (25 December 1919)')).toEqual([['7 January 1920 (25 December 1919)', '1920-01-07']]);
		for (const [one, other] of [
			['7 January 1920', '25 December 1915'],
			['25 December 1915', '7 January 1920'],
			['5 March 1920', '6 March 1921'],
		] as const)
			expect(found(`${one} (${other})`).map(([words]) => words)).toEqual([one, other]);
	});
	test('say one day in whatever order they are written, in each language', () => {
		expect(found('25 (12) December 1915')).toEqual([['25 (12) December 1915', '1915-12-25']]);
		expect(found('October 25 (November 7), 1915')).toEqual([['October 25 (November 7), 1915', '1915-11-07']]);
		expect(found('8 November [O.S. 26 October] 1915')).toEqual([['8 November [O.S. 26 October] 1915', '1915-11-08']]);
		expect(found('November 8 [O.S. October 26], 1915')).toEqual([['November 8 [O.S. October 26], 1915', '1915-11-08']]);
		expect(found('8 ноября (26 октября) 1915 года', 'ru')).toEqual([['8 ноября (26 октября) 1915 года', '1915-11-08']]);
		expect(found('le 8 novembre (26 octobre) 1915', 'fr')).toEqual([['8 novembre (26 octobre) 1915', '1915-11-08']]);
		expect(found('8 Kasım (26 Ekim) 1915', 'tr')).toEqual([['8 Kasım (26 Ekim) 1915', '1915-11-08']]);
		expect(found('8 noyabr (26 oktyabr) 1915', 'az')).toEqual([['8 noyabr (26 oktyabr) 1915', '1915-11-08']]);
		expect(found('1915 թ. հոկտեմբերի 26/նոյեմբերի 8', 'hy')).toEqual([
			['1915 թ. հոկտեմբերի 26/նոյեմբերի 8', '1915-11-08'],
		]);
		expect(found('1915 թ. դեկտեմբերի 12/25-ին', 'hy')).toEqual([['1915 թ. դեկտեմբերի 12/25-ին', '1915-12-25']]);
	});
	test('that do not say one day leave two dates, whole', () => {
		expect(found('on 9 June/3 July')).toEqual([
			['9 June', 'XXXX-06-09'],
			['3 July', 'XXXX-07-03'],
		]);
	});
	test('are reckoned where the old style is stated, and that is said', () => {
		expect(found('29 February 1900 (O.S.)')).toEqual([['29 February 1900 (O.S.)', '1900-03-13 julian']]);
		expect(found('25 октября 1917 г. (по старому стилю)', 'ru')).toEqual([
			['25 октября 1917 г. (по старому стилю)', '1917-11-07 julian'],
		]);
	});
});

describe('digits', () => {
	test('have the order of the language, and both where that has both', () => {
		expect(found('3/4/2021, 22/05/2020 and 05/22/2020')).toEqual([
			['3/4/2021', '2021-03-04', '2021-04-03'],
			['22/05/2020', '2020-05-22'],
			['05/22/2020', '2020-05-22'],
		]);
		expect(found('3/4/2021', 'fr')).toEqual([['3/4/2021', '2021-04-03']]);
		expect(found('3.4.2021')).toEqual([['3.4.2021', '2021-04-03']]);
		expect(found('12.03.2010–14.03.2010', 'ru')).toEqual([['12.03.2010–14.03.2010', '2010-03-12/2010-03-14']]);
	});
	test('of a short year are of the nearest century, or of two', () => {
		expect(found('05.05.98', 'ru', { ...nothingKnown, yearOfRecord: 2001 })).toEqual([
			['05.05.98', '1998-05-05 century'],
		]);
		expect(found('05.05.98', 'ru')).toEqual([['05.05.98', '2098-05-05 century', '1998-05-05 century']]);
	});
	test('of a year and two digits are a month in ISO 8601, else two years', () => {
		expect(found('in 2010-12.')).toEqual([['2010-12', '2010-12']]);
		expect(found('in 2010–12.')).toEqual([['2010–12', '2010/2012']]);
		expect(found('in 2024-05.')).toEqual([['2024-05', '2024-05']]);
	});
	test('that count what follows are no day', () => {
		expect(found('In May 20 people came, in March 30 percent.')).toEqual([]);
		expect(found('May 5 of that year, 3 to 5 June 2010 people say')).toHaveLength(2);
	});
	test('that are no day are no date', () => {
		expect(found('31 February 2020, 45/13/2020, 2020-13-01, 192.168.12.2020')).toEqual([]);
	});
});

test('doubts are kept, two as well', () => {
	expect(found('perhaps about 5 May 1920')).toEqual([['perhaps about 5 May 1920', '1920-05-05%']]);
	expect(found('in 1925 (?)')).toEqual([['1925 (?)', '1925?']]);
	expect(found('about 1850–1860.')).toEqual([['about 1850–1860', '1850~/1860~']]);
});

test('a text has the rules of its scripts where its language is not known, or another is quoted', () => {
	expect(found('On 5 May 2020 «5 мая 2021 г.» and 2022 թ. մայիսի 5-ին', 'en')).toHaveLength(3);
	expect(found('le 5 mai 2020, 5 May 2021, 5 Mayıs 2022', 'und')).toHaveLength(3);
});

describe('whatever the text', () => {
	const piece = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.constantFrom(
			...['5', '31', ' ', '–', '/', '.', '(', ')', '1925', '2013', '19', ' May ', ' мая ', ' Mayıs ', ' may ', ' mai '],
			...[
				'մայիսի',
				' of ',
				'from ',
				' to ',
				' и ',
				' г.',
				' թ. ',
				'-ci il',
				"'de",
				'circa ',
				'XIX ',
				'век',
				' century',
				'\ue001',
			],
		),
		fc.integer({ min: 0, max: 9999 }).map(String),
	);
	const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
	const context = fc.record({
		yearBefore: fc.option(fc.integer({ min: 1000, max: 2099 })),
		yearOfRecord: fc.option(fc.integer({ min: 1000, max: 2099 })),
	});

	test('dates stand in it in order, none on another, begin and end with no space, and are EDTF', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...languages), context, (written, language, known) => {
				let before = 0;
				for (const { start, end, readings } of findDates(written, language, known).dates) {
					expect(start).toBeGreaterThanOrEqual(before);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(written.length);
					expect(written.slice(start, end)).toBe(written.slice(start, end).trim());
					expect(readings.length).toBeGreaterThan(0);
					for (const { edtf } of readings) expect(readEdtf(edtf)).not.toBeNull();
					before = end;
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('every day that a language writes out is found as that day', () => {
		const options = { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' } as const;
		const write = (locale: string, at: Date) => new Intl.DateTimeFormat(locale, options).format(at);
		// The window's runtime knows the names of fewer months than Node, and writes M01.
		const known = ['en-GB', 'ru', 'az', 'tr', 'fr'].filter((locale) => !write(locale, new Date(0)).includes('M01'));
		const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.constantFrom(...known), (at, locale) => {
				const iso = at.toISOString().slice(0, 10);
				expect(found(`(${write(locale, at)})`, locale.slice(0, 2)).map(([, edtf]) => edtf)).toEqual([iso]);
			}),
		);
	});
});
