import { expect, test } from 'vitest';
import { Alignment } from './alignment.ts';
import { ComparedText } from './compared-text.ts';
import { hasTornEnd } from './torn-ends.ts';

/** A mark on two passages, of which the second, so many letters long, is another one now. */
function isTorn(letters: number): boolean {
	const first = 'sample passage one tells of paper and of ink ';
	const [old, other] = ['a', 'z'].map(
		(letter) =>
			new ComparedText([first, letter.repeat(letters)].map((text, ordinal) => ({ ordinal, text }))).comparable,
	);
	if (!old || !other) throw new Error('no texts');
	const span = { start: 0, end: old.text.length };
	// Letter for letter, as where nothing tells better.
	const map = { newAt: (unit: number) => unit, oldAt: (unit: number) => unit };
	return hasTornEnd({ alignment: new Alignment(old, other), map, span, place: span, noise: 0.1 });
}

test.each([20, 1000, 2000])('a piece of %i letters that is gone is gone, also in a noisy text', (letters) => {
	expect(isTorn(letters)).toBe(true);
});

test('a letter by itself may be misread', () => {
	expect(isTorn(1)).toBe(false);
});
