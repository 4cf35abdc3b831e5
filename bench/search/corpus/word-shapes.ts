import { randomFrom } from '../../../e2e/fixtures/random.ts';
import type { ArtificialLanguage } from './languages.ts';

type Letters = Pick<ArtificialLanguage, 'consonants' | 'vowels'>;

/** The word of a rank; the same rank has the same word for ever. */
export type WordOfRank = (rank: number) => string;

/** So many words are kept: those of half the text, and few enough that memory does not grow. */
const keptWords = 20_000;
/** Words up to these ranks have one or two, two or three syllables; all others three or four, or more. */
const shortRanks = 150;
const middleRanks = 5000;
const rareRanks = 1_000_000;
const codas = 0.25;

/**
 * Plainly artificial words of consonants and vowels in turn. What is frequent is short, and some syllables are more
 * frequent than others, which languages do not share. Two ranks may have the same word now and then.
 *
 * @param seed that of the language: with one seed a rank has the same sounds in any letters
 */
export function createWordShapes(letters: Letters, seed: number): WordOfRank {
	const kept: string[] = [];
	return (rank) => {
		if (rank >= keptWords) return wordOf(letters, seed, rank);
		let word = kept[rank];
		if (word === undefined) {
			word = wordOf(letters, seed, rank);
			kept[rank] = word;
		}
		return word;
	};
}

function wordOf({ consonants, vowels }: Letters, seed: number, rank: number): string {
	const random = randomFrom(mixed(seed, rank));
	const consonant = () => consonants[skewed(random, consonants.length, seed)] ?? '';
	let word = random() < 0.2 ? '' : consonant();
	for (let left = syllablesOf(rank, random); left > 0; left -= 1) {
		word += vowels[skewed(random, vowels.length, seed)];
		if (random() < codas) word += consonant();
		if (left > 1 || random() < 0.4) word += consonant();
	}
	return word;
}

function syllablesOf(rank: number, random: () => number): number {
	const more = random();
	if (rank < shortRanks) return more < 0.6 ? 1 : 2;
	if (rank < middleRanks) return more < 0.6 ? 2 : 3;
	if (rank < rareRanks) return more < 0.6 ? 3 : 4;
	return more < 0.4 ? 3 : more < 0.8 ? 4 : 5;
}

/** The index of a letter; which ones are the frequent is the language's own. */
function skewed(random: () => number, length: number, seed: number): number {
	return (Math.floor(random() ** 1.5 * length) * 7 + seed) % length;
}

function mixed(seed: number, rank: number): number {
	const high = Math.floor(rank / 2 ** 32);
	return Math.imul(rank ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
}
