import { matchOf } from '../match-of.ts';
import { type HitMark, type MatchKind, matchKinds, type WidenedWords } from '../search-query.ts';
import { type Word, wordsOf } from '../words.ts';
import { type FormWord, formsAsked } from './form-words.ts';

/** Finds where a name stands in one text after another: in order, not overlapping, the words of a form as one mark. */
export type MentionFinder = (text: string) => HitMark[];

/**
 * Marks a name as the index finds it (`mentionsOf`), by the words that it found to answer too. The words of a form may
 * stand the other way round, as surnames do in lists.
 */
export function createMentionFinder(forms: readonly string[], widened: WidenedWords): MentionFinder {
	let known: FormWord[][] | null = null;
	return (text) => {
		// With the first text: what is painted first needs none (`first-mentions.ts`), and taking words apart is dear at first.
		known ??= runsAsked(forms);
		const asked = known;
		const words = wordsOf(text);
		const marks: HitMark[] = [];
		for (let at = 0; at < words.length; ) {
			const found = longestAt(words, at, asked, widened);
			if (found) marks.push(found.mark);
			at += found?.length ?? 1;
		}
		return marks;
	};
}

/** The words of each form, both ways round, the longest first. */
function runsAsked(forms: readonly string[]): FormWord[][] {
	return formsAsked(forms)
		.map(({ asked }) => [...asked])
		.flatMap((words) => (words.length > 1 ? [words, [...words].reverse()] : [words]))
		.sort((one, other) => other.length - one.length);
}

function longestAt(
	words: readonly Word[],
	at: number,
	asked: readonly (readonly FormWord[])[],
	widened: WidenedWords,
): { mark: HitMark; length: number } | null {
	let best: { mark: HitMark; length: number } | null = null;
	for (const form of asked) {
		if (best && best.length > form.length) break;
		const how = matchAt(words, at, form, widened);
		const [first, last] = [words[at], words[at + form.length - 1]];
		if (!how || !first || !last) continue;
		if (best && isBetter(best.mark[2], how)) continue;
		best = { mark: [first.start, last.end, how], length: form.length };
	}
	return best;
}

/** How the words from `at` on are a form: as the word does that is furthest from it. */
function matchAt(
	words: readonly Word[],
	at: number,
	form: readonly FormWord[],
	widened: WidenedWords,
): MatchKind | null {
	let worst: MatchKind = 'exact';
	for (const [step, { clause, position }] of form.entries()) {
		const word = words[at + step];
		const how = word ? matchOf(clause, position, word.term, widened) : null;
		if (!how) return null;
		if (isBetter(worst, how)) worst = how;
	}
	return worst;
}

function isBetter(one: MatchKind, other: MatchKind): boolean {
	return matchKinds.indexOf(one) < matchKinds.indexOf(other);
}
