import { alignPair } from './align-pair.ts';
import { chanceOf, editDistance, unspaced, unspacedLength } from './chance.ts';
import type { Span } from './text-stream.ts';

const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const hasDigit = /\p{Nd}/u;
/** What is as likely as this by misreading both is one word. */
const likelyOneWord = 0.003;
/** One digit is read for another less often than a letter for anything. */
const digitShare = 0.6;
/** The own reading has to be so many times likelier, as a natural logarithm. */
const leastLead = Math.log(300);
/** Beyond this length a single word tells little, and laying the texts beside each other takes long. */
const longest = 3000;

/**
 * Whether `own` is surely what `text` was read from, and not `rival`, a look-alike: by the words in which the two differ
 * more than misreading makes one word differ, each held against the same word of `text`. What is misread in words that
 * both have tells nothing, and may be more than the one name or number that look-alikes differ in.
 */
export function isToldApart(
	text: string,
	{ own, rival, noise }: { own: string; rival: string; noise: number },
): boolean {
	if (Math.max(text.length, own.length, rival.length) > longest) return false;
	return isSurelyOwn(text, new Counterpart(text, own), new Counterpart(text, rival), noise);
}

/** The same, of readings that are laid beside the text already: each is held against several others. */
export function isSurelyOwn(text: string, inOwn: Counterpart, inRival: Counterpart, noise: number): boolean {
	let lead = 0;
	for (const span of wordsOf(text)) {
		const word = text.slice(span.start, span.end);
		const [ownWord, rivalWord] = [inOwn.wordAt(span), inRival.wordAt(span)];
		if (ownWord === rivalWord) continue;
		const isNumber = hasDigit.test(word);
		const share = isNumber ? noise * digitShare : noise;
		const length = Math.max(ownWord.length, rivalWord.length);
		const isOneWord = chanceOf(length, editDistance(ownWord, rivalWord), 2 * share) >= likelyOneWord;
		if (isOneWord && !isNumber) continue;
		lead += logChance(word, ownWord, share) - logChance(word, rivalWord, share);
	}
	return lead >= leastLead;
}

function logChance(word: string, read: string, noise: number): number {
	return Math.log(chanceOf(word.length, Math.min(word.length, editDistance(word, read)), noise));
}

function wordsOf(text: string): Span[] {
	return [...text.matchAll(words)].flatMap(({ 0: word, index: start }) => {
		if (!unspaced.test(word)) return [{ start, end: start + word.length }];
		const count = Math.ceil(word.length / unspacedLength);
		return Array.from({ length: count }, (_, at) => ({
			start: start + at * unspacedLength,
			end: start + Math.min(word.length, (at + 1) * unspacedLength),
		}));
	});
}

/** What stands in another text for the words of one. */
export class Counterpart {
	readonly #text: string;
	readonly #at: Int32Array;

	constructor(text: string, other: string) {
		this.#text = other;
		this.#at = new Int32Array(text.length).fill(-1);
		alignPair(plain(text), plain(other), (oldAt, newAt) => {
			this.#at[oldAt] = newAt;
		});
	}

	/** From where the text goes on behind the word before, to where it does before the next: '' where nothing is. */
	wordAt({ start, end }: Span): string {
		let from = -1;
		let to = -1;
		for (let at = start; at < end; at += 1) {
			const found = this.#at[at] ?? -1;
			if (found < 0) continue;
			if (from < 0) from = found;
			to = found + 1;
		}
		return from < 0 ? '' : this.#text.slice(from, to);
	}
}

function plain(text: string) {
	return { text, begins: new Uint8Array(text.length) };
}
