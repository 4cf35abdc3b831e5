import { fold } from '../text/fold.ts';
import { lightStems } from '../text/light-stems.ts';
import { lowerCase } from '../text/lower-case.ts';
import { majorityScript } from '../text/script.ts';
import { tokenise } from '../text/tokenise.ts';

const shortestStem = 4;

/**
 * What the forms of one name have in common: its words without endings of case and number, folded. Two names may have
 * one key, as a people and its country do; a person tells them apart.
 */
export function candidateKey(text: string): string {
	return tokenise(text)
		.map(({ text: word }) => wordKey(word))
		.join(' ');
}

const known = new Map<string, string>();
const mostKnown = 50_000;

function wordKey(word: string): string {
	let key = known.get(word);
	if (key !== undefined) return key;
	const lower = lowerCase(word);
	const folded = fold(word);
	const stems = majorityScript(lower) === 'latin' ? lightStems(lower, 'en').map(fold) : lightStems(folded, '');
	key = [folded, ...stems].filter((stem) => stem.length >= shortestStem).sort(byLength)[0] ?? folded;
	if (known.size >= mostKnown) known.clear();
	known.set(word, key);
	return key;
}

function byLength(one: string, other: string): number {
	return one.length - other.length || (one < other ? -1 : 1);
}
