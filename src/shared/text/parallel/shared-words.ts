import { fold } from '../fold.ts';
import { tokenise } from '../tokenise.ts';
import type { ParallelPassage } from './parallel-text.ts';

/** A word in so many pairs of passages tells nothing of any. */
const mostPairs = 64;
/** Of what a rare word says so much is counted: names are also repeated where nothing else is. */
const trust = 0.5;
/** How rare a word is shows only among many passages: as if so many more were there, without it. */
const passagesElsewhere = 50;

/** What words that stand in both texts say, in nats, by positions. */
export interface SharedWords {
	/** For each passage of the first text, those of the second that have words in common with it. */
	pairs: Map<number, number>[];
	/** What the words of each passage could say at the most. */
	first: Float64Array;
	second: Float64Array;
}

/**
 * Words that stand in both texts: numbers and years between any two languages, names within a script, nearly all words
 * between two wordings of one text (after Simard, Foster and Isabelle 1992, on cognates).
 */
export function sharedWords(first: readonly ParallelPassage[], second: readonly ParallelPassage[]): SharedWords {
	const places = wordPlaces(second);
	const said: SharedWords = {
		pairs: first.map(() => new Map<number, number>()),
		first: new Float64Array(first.length),
		second: new Float64Array(second.length),
	};
	for (const [word, own] of wordPlaces(first)) {
		const others = places.get(word);
		if (!others || own.length * others.length > mostPairs) continue;
		const rarity = Math.min(
			(first.length + passagesElsewhere) / own.length,
			(second.length + passagesElsewhere) / others.length,
		);
		const weight = trust * Math.log(rarity);
		for (const other of others) said.second[other] = (said.second[other] as number) + weight;
		for (const at of own) {
			said.first[at] = (said.first[at] as number) + weight;
			const row = said.pairs[at] as Map<number, number>;
			for (const other of others) row.set(other, (row.get(other) ?? 0) + weight);
		}
	}
	return said;
}

/** Positions of the passages in which each word stands, each once, ascending. */
function wordPlaces(passages: readonly ParallelPassage[]): Map<string, number[]> {
	const places = new Map<string, number[]>();
	passages.forEach(({ text }, at) => {
		for (const word of new Set(tokenise(text).map((token) => asciiDigits(fold(token.text))))) {
			const known = places.get(word);
			if (known) known.push(at);
			else places.set(word, [at]);
		}
	});
	return places;
}

/** Digits of every script as those of ASCII. */
function asciiDigits(word: string): string {
	return word.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Scripts have their ten digits in order, and where two sets stand side by side each begins anew. */
function digitValue(code: number): number {
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
	return before % 10;
}
