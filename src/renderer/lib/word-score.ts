import { fold } from '#shared/text/fold.ts';
import { tokenise } from '#shared/text/tokenise.ts';

/** How likely an entry is meant, from 0 (not at all) to 1; `otherwise` at most where it is called by another word than its own. */
export const scores = { whole: 1, start: 0.9, words: 0.7, otherwise: 0.6, search: 0.5, part: 0.3 } as const;

/** The words of a text as they are compared: case, accents and apostrophes do not matter. */
export function comparedWords(text: string): string[] {
	return tokenise(text)
		.map((token) => fold(token.text))
		.filter((term) => term !== '');
}

/** Scores a text against what was typed: the whole of it, its start, words in any order by their beginnings, or parts. */
export function scoreText(typed: readonly string[], words: readonly string[]): number {
	if (typed.length === 0 || words.length === 0) return 0;
	const [asked, text] = [typed.join(' '), words.join(' ')];
	if (asked === text) return scores.whole;
	if (text.startsWith(asked)) return scores.start;
	if (typed.every((part) => words.some((word) => word.startsWith(part)))) return scores.words;
	return typed.every((part) => part.length > 1 && text.includes(part)) ? scores.part : 0;
}
