import { apostrophes, lineEndHyphens } from './tokenise.ts';

const plain = /^[a-z0-9]+$/;
const marksBetween = new RegExp(`[${apostrophes}]|[${lineEndHyphens}]\\r?\\n[ \\t]*`, 'gv');
const notOfWords = /[^\p{L}\p{M}\p{N}]/gu;

/**
 * A word in lower case by no locale, without apostrophes, invisible characters and breaks at the end of a line. Accents
 * and ı stay, since they tell how the word is read; İ becomes i ('İ'.toLowerCase() has two characters).
 */
export function lowerCase(word: string): string {
	if (plain.test(word)) return word;
	return strip(strip(word).normalize('NFKC')).toLowerCase().replaceAll('i\u0307', 'i').normalize('NFKC');
}

function strip(word: string): string {
	return word.replace(marksBetween, '').replace(notOfWords, '');
}
