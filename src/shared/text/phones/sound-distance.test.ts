import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundDistance } from './sound-distance.ts';

const sounds = fc
	.array(fc.constantFrom(...'pbfvtdkgqxhGszSZcCDJlmnrjaAeiIoOuU'.split('')), { minLength: 1, maxLength: 12 })
	.map((list) => list.join(''));

test.each([
	['lavrov', 'lavrov', 0, 0],
	['qarabaG', 'karabax', 0.01, 0.08],
	['erevan', 'irevan', 0.01, 0.08],
	['aliev', 'Aliiev', 0.05, 0.14],
	['hakob', 'akop', 0.1, 0.24],
	['malta', 'baku', 0.5, 1],
])('%s and %s', (one, other, least, most) => {
	expect(soundDistance(one, other)).toBeGreaterThanOrEqual(least);
	expect(soundDistance(one, other)).toBeLessThanOrEqual(most);
});

test('is symmetric, from 0 to 1, and 0 only for the same', () => {
	fc.assert(
		fc.property(sounds, sounds, (one, other) => {
			const distance = soundDistance(one, other);
			expect(distance).toBeCloseTo(soundDistance(other, one), 10);
			expect(distance).toBeLessThanOrEqual(1 + 1e-9);
			expect(distance === 0).toBe(one === other);
		}),
	);
});

test('a limit changes nothing below it', () => {
	fc.assert(
		fc.property(sounds, sounds, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, limit) => {
			const distance = soundDistance(one, other);
			const limited = soundDistance(one, other, limit);
			if (distance <= limit) expect(limited).toBe(distance);
			else expect(limited).toBeGreaterThan(limit);
		}),
	);
});
