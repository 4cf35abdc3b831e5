import { apostrophes, lineEndHyphens } from '../tokenise.ts';
import type { Span } from './text-stream.ts';

/** A text in the form in which two editions are compared, with the place of every unit in the text it came from. */
export interface FoldedText {
	text: string;
	/** For each unit of `text`, the first unit of the raw characters it stands for. */
	starts: Uint32Array;
	/** The same, behind the last of them. */
	ends: Uint32Array;
}

const dropped = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const space = /[^\S\ufeff]+/y;
// A combining mark belongs to its letter, and both spellings of և are one letter.
const cluster = /(?:[Եե][ՒՎւվ]|.)\p{M}*/suy;
const hyphenAtLineEnd = new RegExp(`(?<=[\\p{L}\\p{M}])[${lineEndHyphens}]\\s*?\\r?\\n\\s*(?=[\\p{Ll}\\p{Lo}])`, 'uy');
const apostrophe = new RegExp(`^[${apostrophes}\u201a]`);
const quote = /^["\u00ab\u00bb\u201c-\u201f\u2033\u2039\u203a\u300c\u300d\uff02]/;
const dash = /^[\u00ac\u058a\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/;

/**
 * Folds for comparing editions: compatibility forms and case are gone, so are soft hyphens, hyphens at the end of a line
 * and everything invisible; all quotation marks, all dashes, all runs of space are one; ё is е, եւ and եվ are և. Unlike
 * the folding of a search it keeps accents and punctuation: they tell places apart.
 */
export function foldText(raw: string): FoldedText {
	const parts: string[] = [];
	const starts = new Growing(raw.length);
	const ends = new Growing(raw.length);
	for (let at = 0; at < raw.length; ) {
		const [folded, end] = foldAt(raw, at);
		parts.push(folded);
		for (let unit = 0; unit < folded.length; unit += 1) {
			starts.push(at);
			ends.push(end);
		}
		at = end;
	}
	return { text: parts.join(''), starts: starts.values(), ends: ends.values() };
}

/** The units of the folded text that stand for a span of the raw one, however little of a character it takes in. */
export function foldedSpan(folded: FoldedText, raw: Span): Span {
	return {
		start: firstIndex(folded.ends, (end) => end > raw.start),
		end: firstIndex(folded.starts, (start) => start >= raw.end),
	};
}

/** The raw characters, whole ones only, that a span of the folded text stands for. */
export function rawSpan(folded: FoldedText, { start, end }: Span): Span {
	return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 };
}

/** One step of the fold: what the character at `at` becomes, and where the next one begins. */
function foldAt(raw: string, at: number): [folded: string, end: number] {
	const code = raw.charCodeAt(at);
	const isPlain = code > 0x20 && code < 0x7f && code !== 0x2d && !(raw.charCodeAt(at + 1) >= 0x300);
	if (isPlain) return [foldPlain(raw.charAt(at)), at + 1];
	const spaceEnd = endOf(space, raw, at);
	if (spaceEnd > at) return [' ', spaceEnd];
	const hyphenEnd = endOf(hyphenAtLineEnd, raw, at);
	if (hyphenEnd > at) return ['', hyphenEnd];
	if (dropped.test(raw.charAt(at))) return ['', at + 1];
	const end = Math.max(at + 1, endOf(cluster, raw, at));
	return [foldCluster(raw.slice(at, end)), end];
}

function foldPlain(character: string): string {
	return character === '`' ? "'" : character.toLowerCase();
}

/** Texts are made of few different characters, and normalising each anew took most of the time. */
const cacheLimit = 20_000;
const cache = new Map<string, string>();

function foldCluster(character: string): string {
	const known = cache.get(character);
	if (known !== undefined) return known;
	const folded = foldCharacter(character);
	if (cache.size < cacheLimit) cache.set(character, folded);
	return folded;
}

function foldCharacter(character: string): string {
	return (
		foldSign(character) ??
		character
			.normalize('NFKC')
			.toLowerCase()
			.replace('i\u0307', 'i')
			.replace('ё', 'е')
			.normalize('NFKC')
			.replace(/^ե[ւվ]/, 'և')
			// Some characters are made of a sign and a letter (ŉ), or are a sign in another place (︱).
			.replace(/[\p{P}\p{S}\p{Lm}]/gu, (part) => foldSign(part) ?? part)
	);
}

/** Marks above a sign are gone with it; null where it is none of those that are written in many ways. */
function foldSign(character: string): string | null {
	if (apostrophe.test(character)) return "'";
	if (quote.test(character)) return '"';
	return dash.test(character) ? '-' : null;
}

function endOf(pattern: RegExp, raw: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(raw) ? pattern.lastIndex : at;
}

function firstIndex(values: Uint32Array, isBehind: (value: number) => boolean): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBehind(values[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Numbers that come one by one; a folded text may be longer than the raw one. */
class Growing {
	#values: Uint32Array;
	#length = 0;

	constructor(expected: number) {
		this.#values = new Uint32Array(expected + 16);
	}

	push(value: number): void {
		if (this.#length === this.#values.length) {
			const longer = new Uint32Array(this.#length * 2);
			longer.set(this.#values);
			this.#values = longer;
		}
		this.#values[this.#length] = value;
		this.#length += 1;
	}

	values(): Uint32Array {
		return this.#values.subarray(0, this.#length);
	}
}
