import type { Alignment, Correspondence } from './alignment.ts';
import { chanceOf } from './chance.ts';
import type { Span } from './text-stream.ts';

/** A mark over several passages, and its place, hold together at an end where this share of what is there is kept. */
const leastOfPiece = 0.5;
/** Of a few letters more may be misread: that a piece has lost so many is then as likely as this. */
const likelyMisread = 0.02;
/** Where no more is misread than this, few letters tell as much as many. */
const noisy = 0.08;
/** Noise takes so many letters together, and no more. */
const longestMisreading = 3;

interface Laid {
	/** Whose texts they are. */
	alignment: Alignment;
	map: Correspondence;
	span: Span;
	place: Span;
	/** Share of misread characters hereabouts. */
	noise: number;
}

/**
 * Whether an end of a mark has slipped, which what lies between does not tell: where something went in the middle of two
 * words and the head of one now stands before the tail of the other, and where the piece of a mark that lies in another
 * passage than the rest is not there any more.
 */
export function hasTornEnd({ alignment: { old, new: other }, map, span, place, noise }: Laid): boolean {
	const forth: Side = { text: old.text, at: (unit) => map.newAt(unit), own: span };
	const back: Side = { text: other.text, at: (unit) => map.oldAt(unit), own: place };
	const isPieceGone =
		endPieces(old.begins, span).some((piece) => isGone(forth, back, piece, noise)) ||
		endPieces(other.begins, place).some((piece) => isGone(back, forth, piece, noise));
	return isPieceGone || joinsWords(forth, back, 'start') || joinsWords(forth, back, 'end');
}

/** Of a stretch over several passages what lies in the first and in the last of them; nothing of one within a passage. */
export function endPieces(begins: Uint8Array, { start, end }: Span): Span[] {
	const first = begins.indexOf(1, start + 1);
	if (first < 0 || first >= end) return [];
	return [
		{ start, end: first },
		{ start: begins.lastIndexOf(1, end - 1), end },
	];
}

interface Side {
	text: string;
	/** The unit of the other text that stands for one of this; -1 where none does. */
	at(unit: number): number;
	own: Span;
}

const digit = /\p{Nd}/u;
const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;

/** Whether of the letters of a piece too few stand unchanged within the other's mark. */
function isGone(side: Side, other: Side, { start, end }: Span, noise: number): boolean {
	let letters = 0;
	let kept = 0;
	for (let unit = start; unit < end; unit += 1) {
		if (!isLetter(side.text, unit)) continue;
		letters += 1;
		const found = side.at(unit);
		const isWithin = found >= other.own.start && found < other.own.end;
		if (isWithin && side.text.charCodeAt(unit) === other.text.charCodeAt(found)) kept += 1;
	}
	if (kept >= leastOfPiece * letters) return false;
	return noise < noisy || chanceOf(letters, letters - kept, noise) < likelyMisread;
}

/**
 * Whether the place begins or ends inside of a word though the mark does not, and the rest of that word is not what
 * stood right beside the mark: a space that was not read joins two words, too.
 */
function joinsWords(old: Side, other: Side, end: 'start' | 'end'): boolean {
	const [edge, cut] = end === 'start' ? [old.own.start, other.own.start] : [old.own.end, other.own.end];
	if (cutsWord(old.text, edge) || !cutsWord(other.text, cut)) return false;
	// More digits make another number, by however few.
	if (isDigit(other.text, cut - 1) && isDigit(other.text, cut)) return true;
	const step = end === 'start' ? -1 : 1;
	const beside = end === 'start' ? cut - 1 : cut;
	for (let unit = 0; unit <= longestMisreading; unit += 1) {
		const found = other.at(beside + step * unit);
		if (found >= 0) return Math.abs(end === 'start' ? edge - found - 1 : found - edge) > longestMisreading;
		if (!isLetter(other.text, beside + step * unit)) return false;
	}
	return true;
}

function cutsWord(text: string, at: number): boolean {
	return isLetter(text, at - 1) && isLetter(text, at);
}

function isLetter(text: string, at: number): boolean {
	return letterOrDigit.test(text.charAt(at));
}

function isDigit(text: string, at: number): boolean {
	return digit.test(text.charAt(at));
}
