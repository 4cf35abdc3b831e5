import { lowerCase } from './lower-case.ts';
import { majorityScript } from './script.ts';

const plain = /^[a-z0-9]+$/;
const marks = /\p{M}/gu;

const latinLetters: Readonly<Record<string, string>> = {
	ə: 'e',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	ø: 'o',
	æ: 'ae',
	œ: 'oe',
	ß: 'ss',
	þ: 'th',
	ŋ: 'n',
	ħ: 'h',
};
const latinLetter = new RegExp(`[${Object.keys(latinLetters).join('')}]`, 'gu');

/** What a reader of scanned Cyrillic takes for a Latin letter, by its lower case. */
const cyrillicLookalikes: Readonly<Record<string, string>> = {
	a: 'а',
	b: 'в',
	c: 'с',
	e: 'е',
	h: 'н',
	i: 'і',
	k: 'к',
	m: 'м',
	o: 'о',
	p: 'р',
	t: 'т',
	x: 'х',
	y: 'у',
};
const cyrillicLookalike = /[abcehikmoptxy]/g;
// NFKC has joined a grave stress to these two; no other stressed Cyrillic vowel has a code of its own.
const stressedCyrillic: Readonly<Record<string, string>> = { ѐ: 'е', ѝ: 'и', ё: 'е' };

const cacheLimit = 100_000;
const cache = new Map<string, string>();

/**
 * The form of a word under which it is indexed and compared: compatibility forms, case, invisible characters and
 * apostrophes are gone; accents too in Latin script, stress and ё in Cyrillic, և and եվ are one in Armenian. Never
 * longer lived than a search: stored text is not folded. Folding twice gives the same; '' when nothing is left.
 */
export function fold(word: string): string {
	if (plain.test(word)) return word;
	const known = cache.get(word);
	if (known !== undefined) return known;
	const folded = foldOnce(word);
	if (cache.size >= cacheLimit) cache.clear();
	cache.set(word, folded);
	return folded;
}

/** The same for a word that is not folded again soon: it is not kept. */
export function foldOnce(word: string): string {
	return plain.test(word) ? word : foldByScript(lower(word));
}

/** ı becomes i everywhere: the language of a query is unknown, and Turkish rules break the English I. */
function lower(word: string): string {
	return lowerCase(word).replaceAll('ı', 'i').replaceAll('ς', 'σ').normalize('NFKC');
}

function foldByScript(word: string): string {
	if (plain.test(word)) return word;
	switch (majorityScript(word)) {
		case 'latin':
			return word
				.normalize('NFD')
				.replace(marks, '')
				.replace(latinLetter, (letter) => latinLetters[letter] ?? letter);
		case 'cyrillic':
			// Marks are not stripped here: й would become и.
			return word
				.replace(/[\u0300\u0301]/g, '')
				.replace(/[ѐѝё]/g, (letter) => stressedCyrillic[letter] ?? letter)
				.replace(cyrillicLookalike, (letter) => cyrillicLookalikes[letter] ?? letter);
		case 'armenian':
			return word.replaceAll('եվ', 'եւ');
		default:
			return word;
	}
}
