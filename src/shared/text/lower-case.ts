import { apostrophes, lineEndHyphens } from './tokenise.ts';

const plain = /^[a-z0-9]+$/;
/** Letters that are their own compatibility form, whatever stands beside them, and of which none is İ. */
const settled =
	/^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u012f\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u018f\u0259\u0400-\u045f\u0490-\u04ff\u0531-\u0556\u0561-\u0586\u10d0-\u10f0]+$/;
const marksBetween = new RegExp(`[${apostrophes}]|[${lineEndHyphens}]\\r?\\n[ \\t]*`, 'gv');
const notOfWords = /[^\p{L}\p{M}\p{N}]/gu;

/**
 * A word in lower case by no locale, without apostrophes, invisible characters and breaks at the end of a line. Accents
 * and ı stay, since they tell how the word is read; İ becomes i ('İ'.toLowerCase() has two characters).
 */
export function lowerCase(word: string): string {
	if (plain.test(word)) return word;
	if (settled.test(word)) return word.toLowerCase();
	return strip(strip(word).normalize('NFKC')).toLowerCase().replaceAll('i\u0307', 'i').normalize('NFKC');
}

function strip(word: string): string {
	return word.replace(marksBetween, '').replace(notOfWords, '');
}
