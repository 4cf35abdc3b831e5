import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsWithin, brushedBy, yearBars, yearsOfBars } from './year-bars.ts';

test('one bar a year while there is room, empty years included', () => {
	expect(
		yearBars([
			{ year: 1919, count: 2 },
			{ year: 1921, count: 1 },
		]),
	).toEqual([
		{ from: 1919, to: 1919, count: 2 },
		{ from: 1920, to: 1920, count: 0 },
		{ from: 1921, to: 1921, count: 1 },
	]);
	expect(yearBars([])).toEqual([]);
});

test('few bars, without gaps, that count everything', () => {
	const years = fc.uniqueArray(fc.record({ year: fc.integer({ min: -3000, max: 3000 }), count: fc.nat(99) }), {
		selector: ({ year }) => year,
		minLength: 1,
	});
	fc.assert(
		fc.property(years, (unsorted) => {
			const sorted = unsorted.sort((one, other) => one.year - other.year);
			const bars = yearBars(sorted);
			expect(bars.length).toBeLessThanOrEqual(24);
			for (const [at, bar] of bars.slice(1).entries()) expect(bar.from).toBe((bars[at]?.to ?? 0) + 1);
			const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
			expect(sum(bars)).toBe(sum(sorted));
		}),
	);
});

test('the ends of a span move by keys, and never cross', () => {
	const span = { first: 2, last: 4 };
	expect(brushedBy('ArrowRight', 'first', span, 9)).toEqual({ first: 3, last: 4 });
	expect(brushedBy('PageUp', 'first', span, 9)).toEqual({ first: 4, last: 4 });
	expect(brushedBy('Home', 'last', span, 9)).toEqual({ first: 2, last: 2 });
	expect(brushedBy('End', 'last', span, 9)).toEqual({ first: 2, last: 8 });
	expect(brushedBy('ArrowLeft', 'first', { first: 0, last: 4 }, 9)).toEqual({ first: 0, last: 4 });
	expect(brushedBy('Enter', 'last', span, 9)).toBeNull();
});

test('years that were chosen are the bars that they touch', () => {
	const bars = yearBars([
		{ year: 1900, count: 1 },
		{ year: 1999, count: 1 },
	]);
	expect(bars[0]).toEqual({ from: 1900, to: 1904, count: 1 });
	expect(barsWithin(bars, { from: 1903, to: 1912 })).toEqual({ first: 0, last: 2 });
	expect(yearsOfBars(bars, { first: 1, last: 2 })).toEqual({ from: 1905, to: 1914 });
	expect(barsWithin(bars, { from: 2050, to: 2060 })).toEqual({ first: 19, last: 19 });
});
