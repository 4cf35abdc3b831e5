import type { StoredBlock } from '#shared/domain/block.ts';
import type { Span } from '../text/use-text-highlight.ts';
import { findPattern } from './find-pattern.ts';
import { type ReadText, readText } from './read-text.ts';

export interface Match extends Span {
	ordinal: number;
}

/** Enough to count to; a single letter in a long text would otherwise mark half of it. */
export const mostMatches = 5000;

/**
 * Where `words` stand in the text, as `findPattern` takes them; also across what stands between words and is none of
 * them, as the sign of a footnote or the hyphen at the end of a line.
 */
export function findWords(blocks: readonly StoredBlock[], words: string): Match[] {
	const pattern = findPattern(words);
	if (!pattern) return [];
	const found: Match[] = [];
	for (const block of blocks) {
		for (const { start, end } of spansIn(block, pattern)) {
			if (found.length >= mostMatches) return found;
			found.push({ ordinal: block.ordinal, start, end });
		}
	}
	return found;
}

function spansIn(block: StoredBlock, pattern: RegExp): Iterable<Span> {
	const stored = spansOf(block.text, pattern);
	const asRead = readText(block);
	return asRead ? merged(stored, spansAsStored(asRead, pattern)) : stored;
}

function* spansOf(text: string, pattern: RegExp): Generator<Span> {
	for (const { index, 0: found } of text.matchAll(pattern)) yield { start: index, end: index + found.length };
}

function* spansAsStored({ text, storedAt }: ReadText, pattern: RegExp): Generator<Span> {
	for (const { start, end } of spansOf(text, pattern)) yield { start: storedAt(start), end: storedAt(end - 1) + 1 };
}

/**
 * All of the first, and of the second those that touch none of them, in order. Each is in order by itself and has no
 * overlaps, so both are gone through once, and no further than is asked for: one passage may be a whole book.
 */
function* merged(first: Iterator<Span>, second: Iterable<Span>): Generator<Span> {
	let reached = 0;
	let next = first.next();
	for (const span of second) {
		for (; !next.done && next.value.start < span.end; next = first.next()) {
			reached = next.value.end;
			yield next.value;
		}
		if (span.start >= reached) yield span;
	}
	for (; !next.done; next = first.next()) yield next.value;
}
