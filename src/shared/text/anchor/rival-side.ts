import search from 'approx-string-match';
import type { ComparableText } from './comparable-text.ts';
import type { Span } from './text-stream.ts';

/** Units on each side, in the same passage, in which look-alikes may differ. */
const contextLength = 160;
/** A heading is like every other: below this length what stands around is taken in. */
const shortPassage = 40;
/** Units on each side in which a look-alike could have been taken for the quotation by the alignment. */
const reach = 1500;
const longestWidening = 2000;
export const shortestStretch = 6;

/** One of the two texts, the quotation or its place in it, and what stands near it without a counterpart. */
export interface Side {
	text: string;
	begins: Uint8Array;
	own: Span;
	/** The unit of the other text that stands for one of this; -1 where none does. */
	counterpart(at: number): number;
	stretches: Span[];
}

/** With the stretches near the quotation, outside of it, that have no counterpart. */
export function sideOf({ text, begins }: ComparableText, own: Span, counterpart: Side['counterpart']): Side {
	const stretches = windowsOf({ text, own }).flatMap((window) => unpaired(window, counterpart));
	return { text, begins, own, counterpart, stretches };
}

/** Before and behind the quotation, as far as a look-alike can matter. */
export function windowsOf({ text, own }: Pick<Side, 'text' | 'own'>): Span[] {
	const width = reach + Math.min(longestWidening, own.end - own.start);
	return [
		{ start: Math.max(0, own.start - width), end: own.start },
		{ start: own.end, end: Math.min(text.length, own.end + width) },
	];
}

function unpaired(near: Span, counterpart: Side['counterpart']): Span[] {
	const stretches: Span[] = [];
	let start = near.start;
	for (let at = near.start; at <= near.end; at += 1) {
		if (at < near.end && counterpart(at) < 0) continue;
		if (at - start >= shortestStretch) stretches.push({ start, end: at });
		start = at + 1;
	}
	return stretches;
}

/**
 * The quotation with its context, as it stands in both texts: no further than its passage in either, since the one beside
 * it may be what went or came.
 */
export function inContext(old: Side, other: Side): { old: Span; new: Span } {
	let before = Math.min(ownPassageBefore(old), ownPassageBefore(other));
	let after = Math.min(ownPassageAfter(old), ownPassageAfter(other));
	if (before + after + old.own.end - old.own.start < shortPassage) {
		before = shortPassage;
		after = shortPassage;
	}
	const around = ({ own }: Side) => ({ start: Math.max(0, own.start - before), end: own.end + after });
	return { old: around(old), new: around(other) };
}

function ownPassageBefore({ begins, own }: Side): number {
	let length = 0;
	while (length < contextLength && own.start - length > 0 && begins[own.start - length] !== 1) length += 1;
	return length;
}

function ownPassageAfter({ text, begins, own }: Side): number {
	let length = 0;
	while (length < contextLength && own.end + length < text.length && begins[own.end + length] !== 1) length += 1;
	return length;
}

export function widened({ start, end }: Span): Span {
	return { start: start - contextLength, end: end + contextLength };
}

export function cut({ text }: Side, { start, end }: Span): string {
	return text.slice(Math.max(0, start), Math.max(0, end));
}

/** Stands where the quotation was. */
export const mask = '\u0000';

/** The text with the quotation itself made unreadable: it is no rival of its own. */
export function masked({ text, own }: Side, { start, end }: Span): string {
	const from = Math.min(Math.max(own.start, start), end);
	const to = Math.max(Math.min(own.end, end), from);
	return text.slice(start, from) + mask.repeat(to - from) + text.slice(to, end);
}

/** How well the best place in a text fits, from 0 to 1; 0 below a half. */
export function likeness(text: string, words: string): number {
	const [best] = search(text, words, Math.floor(words.length / 2));
	return best ? 1 - best.errors / words.length : 0;
}
