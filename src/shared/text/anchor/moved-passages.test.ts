import { expect, test } from 'vitest';
import { Alignment } from './alignment.ts';
import { ComparedText } from './compared-text.ts';
import { findMovedPassages } from './moved-passages.ts';
import { PassageTeller } from './passage-teller.ts';

const signs = ['ka', 'lo', 'mi', 'nu', 're', 'sa', 'ti', 'vo'];
const vocabulary = Array.from({ length: 256 }, (_, at) => `${signs[at >> 5]}${signs[(at >> 2) & 7]}${signs[at & 3]}`);

/** Passages of words by chance, from one vocabulary. */
function unlikeText(count: number, length: number, random: () => number): ComparedText {
	const passage = () => Array.from({ length }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ');
	return new ComparedText(Array.from({ length: count }, (_, ordinal) => ({ ordinal, text: passage() })));
}

/** The same numbers each time (Park and Miller). */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

test('of unlike texts in one language no passages are compared, as nearly all could be nearly any', () => {
	const random = randomFrom(56);
	const [old, other] = [unlikeText(300, 200, random), unlikeText(300, 200, random)];
	const teller = new PassageTeller(0.02);
	expect(findMovedPassages(new Alignment(old.comparable, other.comparable), teller)).toEqual([]);
	// Comparing would have used up all that one pair of texts may have compared.
	const [own, rival] = ['sample register of alpha has 31 leaves', 'sample register of gammadelta has 478 leaves'];
	expect(teller.surelyOf(own, [rival, own])).toBe(1);
});
