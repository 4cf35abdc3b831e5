import { expect, test } from 'vitest';
import { chanceOf } from './chance.ts';

test('of a few letters it is the sum of the ways in which they may be misread', () => {
	expect(chanceOf(1, 1, 0.1)).toBeCloseTo(0.1, 12);
	expect(chanceOf(3, 2, 0.1)).toBeCloseTo(3 * 0.1 ** 2 * 0.9 + 0.1 ** 3, 12);
	expect(chanceOf(3, 0, 0.1)).toBe(1);
	expect(chanceOf(3, 4, 0.1)).toBe(0);
	expect(chanceOf(3, 1, 0)).toBe(0);
	expect(chanceOf(3, 3, 1)).toBe(1);
});

test('of many letters it is still a number', () => {
	// About the mean, it is about as likely as not.
	expect(chanceOf(2000, 200, 0.1)).toBeGreaterThan(0.45);
	expect(chanceOf(2000, 200, 0.1)).toBeLessThan(0.55);
	expect(chanceOf(2000, 1, 0.1)).toBeCloseTo(1, 9);
	expect(chanceOf(2000, 1001, 0.1)).toBeLessThan(1e-100);
	expect(chanceOf(2000, 2000, 0.1)).toBe(0);
});
