import type { Correspondence } from './alignment.ts';
import { chanceOf, editDistance, unspaced, unspacedLength } from './chance.ts';
import type { ComparedText } from './compared-text.ts';
import { rawSpan } from './folded-text.ts';
import type { Span } from './text-stream.ts';

const digit = /\p{Nd}/u;
const wordWithDigit = /[\p{L}\p{M}\p{N}]*\p{Nd}[\p{L}\p{M}\p{N}]*/gu;
const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;
/** Has two cases; Georgian, whose letters Unicode calls small, uses one. */
const cased = /\p{Lu}|(?!\p{sc=Georgian})\p{Ll}/u;
/** Below this share of misread characters a name that is spelt otherwise is another one. */
const cleanNoise = 0.008;

/**
 * A name that is misread so is likelier to be another one. In a text full of misreadings less is asked: more would leave
 * every name of four or five letters to a person.
 */
const leastNameChance = (noise: number) => (noise < 0.08 ? 0.023 : 0.012);

export interface Comparison {
	old: ComparedText;
	new: ComparedText;
	map: Correspondence;
	/** Share of misread characters hereabouts: what a difference is held against. */
	noise: number;
	/** Names or numbers beside are others now: then less is needed to take one for another. */
	isSuspect?: boolean;
}

/**
 * Whether a quotation, laid on its place, tells something else now: another number, another name, a word put in, left out
 * or replaced. Noise and spelling are no such change: a difference counts where the noise around makes it unlikely, and
 * any where what stands there is a word that the texts know otherwise.
 */
export function hasChangedWords(comparison: Comparison, span: Span, place: Span): boolean {
	return (
		hasNewDigit(comparison, place) ||
		hasNewWord(comparison, place) ||
		wordsOf(comparison.old, span).some((word) => isChanged(comparison, word))
	);
}

/** Whether at least two names or numbers of a stretch are others now: so are those in a look-alike put in its place. */
export function hasOtherNames(comparison: Comparison, span: Span): boolean {
	return namesOf(comparison, span).filter((word) => isChanged(comparison, word)).length >= 2;
}

/**
 * Whether a few words that have no name or number themselves stand beside others than they did: of those in `around`, which
 * is what stands on both sides of them, the two that are nearest.
 */
export function isBesideOtherNames(comparison: Comparison, words: Span, around: Span): boolean {
	const distance = ({ folded: { start, end } }: QuotedWord) => Math.max(words.start - end, start - words.end, -1);
	const names = namesOf(comparison, around).sort((one, other) => distance(one) - distance(other));
	const nearest = names.slice(0, 2);
	return nearest.length === 2 && nearest.every((name) => distance(name) >= 0 && isChanged(comparison, name));
}

function namesOf({ old }: Comparison, span: Span): QuotedWord[] {
	return wordsOf(old, span).filter(
		({ folded, isName }) => isName || digit.test(old.folded.text.slice(folded.start, folded.end)),
	);
}

interface QuotedWord {
	folded: Span;
	isCapital: boolean;
	/** A capital that is not only the beginning of a sentence. */
	isName: boolean;
}

function wordsOf(text: ComparedText, span: Span): QuotedWord[] {
	return text.wordsIn(rawSpan(text.folded, span)).flatMap(({ folded, isCapital }) => {
		const written = text.folded.text.slice(folded.start, folded.end);
		if (unspaced.test(written))
			return pieces(folded).map((piece) => ({ folded: piece, isCapital: false, isName: false }));
		return [{ folded, isCapital, isName: isCapital && !text.isEverSmall(written) }];
	});
}

function pieces({ start, end }: Span): Span[] {
	const found: Span[] = [];
	for (let at = start; at < end; at += unspacedLength)
		found.push({ start: at, end: Math.min(end, at + unspacedLength) });
	return found;
}

function isChanged(comparison: Comparison, { folded, isCapital, isName }: QuotedWord): boolean {
	const { old: oldText, new: newText, noise, isSuspect = false } = comparison;
	const old = oldText.folded.text.slice(folded.start, folded.end);
	const place = wholeWordAt(comparison, folded);
	const now = place ? newText.folded.text.slice(place.start, place.end) : '';
	if (now === old) return false;
	const errors = editDistance(old, now);
	const chance = chanceOf(old.length, errors, noise);
	if (digit.test(old))
		return hasOtherDigit(comparison, folded) || digitsIn(now) > digitsIn(old) || (!digit.test(now) && chance < 0.01);
	const isKnown = oldText.countOf(now) > 0 || (newText.countOf(now) > 1 && errors > 1);
	if (isName) {
		const least = isSuspect ? 0.15 : leastNameChance(noise);
		return noise < cleanNoise || chance < least || (isKnown && chance < 0.1 && !oldText.isEverSmall(now));
	}
	if (isKnown && old.length > 3 && errors > 1 && errors > old.length / 3 && chance < 0.01) return true;
	if (isCapital && place && isCapitalAt(newText, place) && errors * 2 >= old.length && chance < leastNameChance(noise))
		return true;
	const tolerated = cased.test(old) ? 0.5 : 0.4;
	return old.length > 2 && errors > old.length * tolerated && chance < 0.0005;
}

function isCapitalAt({ stream, folded }: ComparedText, span: Span): boolean {
	return /\p{Lu}/u.test(stream.text.charAt(rawSpan(folded, span).start));
}

function digitsIn(text: string): number {
	return text.match(/\p{Nd}/gu)?.length ?? 0;
}

/** A digit that is another one now, or gone. One that was read as a letter is noise. */
function hasOtherDigit({ old, new: other, map }: Comparison, word: Span): boolean {
	for (let at = word.start; at < word.end; at += 1) {
		const character = old.folded.text.charAt(at);
		if (!digit.test(character)) continue;
		const found = map.newAt(at);
		const now = found < 0 ? '' : other.folded.text.charAt(found);
		if (now === '' || (now !== character && digit.test(now))) return true;
	}
	return false;
}

/** A digit of a number that nothing stood for before, or a space; one among letters is a letter misread. */
function hasNewDigit({ old, new: other, map }: Comparison, place: Span): boolean {
	const { text } = other.folded;
	for (const { 0: word, index } of text.slice(place.start, place.end).matchAll(wordWithDigit)) {
		const digits = [...word].flatMap((character, at) => (digit.test(character) ? [place.start + index + at] : []));
		const isNumber = digits.length >= word.length / 2 || /\p{Nd}\p{Nd}/u.test(word);
		const isNew = (at: number) => !isWordAt(old, map.oldAt(at));
		if (isNumber && digits.some(isNew)) return true;
	}
	return false;
}

/** A word that nothing stood for before. */
function hasNewWord({ new: other, map, noise }: Comparison, place: Span): boolean {
	let length = 0;
	for (let at = place.start; at <= place.end; at += 1) {
		const isWord = at < place.end && letterOrDigit.test(other.folded.text.charAt(at));
		if (isWord && map.oldAt(at) < 0) {
			length += 1;
			continue;
		}
		const isWhole = !isWord && !isWordAt(other, at - length - 1);
		if (isWhole && length > 1 && chanceOf(length, length, noise) < 0.0001) return true;
		length = 0;
	}
	return false;
}

function isWordAt(text: ComparedText, at: number): boolean {
	return letterOrDigit.test(text.folded.text.charAt(at));
}

/** What stands for a word now, with the letters that grew on it; null when nothing does. */
function wholeWordAt({ new: other, map }: Comparison, word: Span): Span | null {
	let start = -1;
	let end = -1;
	for (let at = word.start; at < word.end; at += 1) {
		const found = map.newAt(at);
		if (found < 0) continue;
		if (start < 0) start = found;
		end = found + 1;
	}
	if (start < 0) return null;
	while (start > 0 && map.oldAt(start - 1) < 0 && isWordAt(other, start - 1)) start -= 1;
	while (map.oldAt(end) < 0 && isWordAt(other, end)) end += 1;
	return { start, end };
}
