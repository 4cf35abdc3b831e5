import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearBars } from './year-bars.ts';

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
