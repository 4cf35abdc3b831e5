import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber, daysInMonth } from './civil-days.ts';
import { extentOf, outerStretch } from './extent.ts';
import { readEdtf } from './read-edtf.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const stretch = (text: string) => {
	const edtf = readEdtf(text);
	return edtf && outerStretch(extentOf(edtf));
};

describe('the collection of valid and invalid strings', () => {
	const shared = path.resolve(process.env.LECTERN_SHARED ?? '../shared');
	const file = path.join(shared, 'fixtures/edtf/unt-edtf-validate.json');
	const lists = Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string[]>);
	test.each(lists)('%s', (name, texts) => {
		const isValid = !name.startsWith('invalid');
		expect(texts.filter((text) => (readEdtf(text) !== null) !== isValid)).toEqual([]);
	});
});

describe('the days that a date may mean', () => {
	test.each([
		['2023-09-19', '2023-09-19', '2023-09-20'],
		['2023-09', '2023-09-01', '2023-10-01'],
		['2023-12', '2023-12-01', '2024-01-01'],
		['2023', '2023-01-01', '2024-01-01'],
		['202X', '2020-01-01', '2030-01-01'],
		['19XX', '1900-01-01', '2000-01-01'],
		['2023-XX', '2023-01-01', '2024-01-01'],
		['2023-02-XX', '2023-02-01', '2023-03-01'],
		['2023-1X-3X', '2023-10-30', '2024-01-01'],
		['20XX-02-29', '2000-02-29', '2096-03-01'],
		['2023-22', '2023-06-01', '2023-09-01'],
		['2023-24', '2023-12-01', '2024-03-01'],
		['2023-33', '2023-01-01', '2023-04-01'],
		['2023-41', '2023-07-01', '2024-01-01'],
		['1950S2', '1900-01-01', '2000-01-01'],
		['2023-09-19/2023-10', '2023-09-19', '2023-11-01'],
		['[2020,2022-05]', '2020-01-01', '2022-06-01'],
		['{2020..2021}', '2020-01-01', '2022-01-01'],
	])('%s', (text, from, to) => {
		expect(stretch(text)).toEqual({ from: day(from), to: day(to) });
	});

	test('a time of day is a moment in its zone', () => {
		expect(stretch('2023-09-19T13:00:00+01:00')).toEqual({
			from: day('2023-09-19') + 0.5,
			to: expect.closeTo(day('2023-09-19') + 0.5 + 1 / 86_400, 9),
		});
	});

	test('open ends are for ever, unknown ones are not known', () => {
		expect(stretch('[2023-09-19..]')).toEqual({ from: day('2023-09-19'), to: Infinity });
		expect(stretch('../2023')).toEqual({ from: -Infinity, to: day('2024-01-01') });
		const [open] = extentOf(readEdtf('2023/..') as never).parts;
		const [unknown] = extentOf(readEdtf('2023/') as never).parts;
		expect(open).toMatchObject({ end: 'open', meaning: 'throughout', sure: { from: day('2024-01-01'), to: Infinity } });
		expect(unknown).toMatchObject({ end: 'unknown', meaning: 'throughout', sure: null });
	});

	test('what lasted is sure between its ends only', () => {
		const sure = (text: string) => extentOf(readEdtf(text) as never).parts[0]?.sure;
		expect(sure('2020/2023')).toEqual({ from: day('2021-01-01'), to: day('2023-01-01') });
		expect(sure('2020-01-01/2020-01-03')).toEqual({ from: day('2020-01-01'), to: day('2020-01-04') });
		expect(sure('2020/2021')).toBeNull();
	});

	test('doubts are kept, about the whole or a part', () => {
		const doubts = (text: string) => {
			const { isUncertain, isApproximate } = extentOf(readEdtf(text) as never);
			return [isUncertain, isApproximate];
		};
		expect(doubts('2023')).toEqual([false, false]);
		expect(doubts('2023?')).toEqual([true, false]);
		expect(doubts('2023-~09')).toEqual([false, true]);
		expect(doubts('2020%/2023')).toEqual([true, true]);
		expect(doubts('2023-22')).toEqual([false, true]);
	});

	test.each([
		'',
		'2023-13',
		'2023-02-30',
		'2023-9',
		'[]',
		'{2020,}',
		'[2020..2019]',
		'2020/2019',
		'/',
		'2020,'.repeat(100),
	])('%j is none', (text) => {
		expect(readEdtf(text)).toBeNull();
	});
});

describe('days', () => {
	const years = fc.integer({ min: -200_000, max: 200_000 });
	const months = fc.integer({ min: 1, max: 12 });

	test('are those of the platform’s calendar', () => {
		const date = fc.date({ min: new Date(-8.6e15), max: new Date(8.6e15), noInvalidDate: true });
		fc.assert(
			fc.property(date, (at) => {
				const [year, month, dayOfMonth] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
				const days = Math.floor(at.valueOf() / 86_400_000);
				expect(dayNumber(year, month, dayOfMonth)).toBe(days);
				expect(civilDate(days)).toEqual({ year, month, day: dayOfMonth });
			}),
		);
	});

	test('of a month lie in its year, and all of them make it up', () => {
		fc.assert(
			fc.property(years, months, (year, month) => {
				expect(daysInMonth(year, month)).toBeGreaterThanOrEqual(28);
				expect(civilDate(dayNumber(year, month, daysInMonth(year, month)))).toMatchObject({ year, month });
			}),
		);
	});
});

describe('stretches', () => {
	const digits = (from: number, to: number, length: number) =>
		fc.integer({ min: from, max: to }).map((value) => String(value).padStart(length, '0'));
	const date = fc.oneof(
		digits(0, 9999, 4),
		fc.tuple(digits(0, 9999, 4), digits(1, 12, 2)).map((parts) => parts.join('-')),
		fc.tuple(digits(0, 9999, 4), digits(1, 12, 2), digits(1, 28, 2)).map((parts) => parts.join('-')),
	);
	const known = (text: string) => stretch(text) ?? expect.fail(text);

	test('of a date are not empty, and a more exact one lies within the less exact', () => {
		fc.assert(
			fc.property(date, (text) => {
				const inner = known(text);
				expect(inner.from).toBeLessThan(inner.to);
				for (let at = text.lastIndexOf('-'); at > 0; at = text.lastIndexOf('-', at - 1)) {
					const outer = known(text.slice(0, at));
					expect(outer.from).toBeLessThanOrEqual(inner.from);
					expect(outer.to).toBeGreaterThanOrEqual(inner.to);
				}
			}),
		);
	});

	test('of a set hold those of its members; qualifiers and digits left out never narrow them', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(date, { minLength: 1, maxLength: 5 }),
				fc.constantFrom('?', '~', '%'),
				(texts, sign) => {
					const whole = known(`[${texts.join(',')}]`);
					const parts = texts.map(known);
					expect(whole.from).toBe(Math.min(...parts.map(({ from }) => from)));
					expect(whole.to).toBe(Math.max(...parts.map(({ to }) => to)));
					for (const text of texts) {
						expect(known(`${text}${sign}`)).toEqual(known(text));
						const vague = known(text.replace(/\d(?=-|$)/, 'X'));
						expect(vague.from).toBeLessThanOrEqual(known(text).from);
						expect(vague.to).toBeGreaterThanOrEqual(known(text).to);
					}
				},
			),
		);
	});

	test('of an interval are valid exactly where it does not end before it begins, and hold what is sure', () => {
		fc.assert(
			fc.property(date, date, (one, other) => {
				const edtf = readEdtf(`${one}/${other}`);
				expect(edtf !== null).toBe(known(one).from <= known(other).from);
				if (!edtf) return;
				const [part] = extentOf(edtf).parts;
				expect([part?.from, part?.to]).toEqual([known(one).from, known(other).to]);
				if (!part?.sure) return;
				expect(part.sure.from).toBeGreaterThanOrEqual(part.from);
				expect(part.sure.to).toBeLessThanOrEqual(part.to);
			}),
		);
	});

	test('any text is read or refused, without a fault', () => {
		const signs = fc.constantFrom(...'0123456789XYES-/.,[]{}?~%T:Z+ ');
		fc.assert(
			fc.property(fc.array(signs, { maxLength: 30 }), (characters) => {
				const edtf = readEdtf(characters.join(''));
				if (!edtf) return;
				const { from, to } = outerStretch(extentOf(edtf));
				expect(from).toBeLessThan(to);
			}),
		);
	});
});
