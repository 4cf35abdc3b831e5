import type { StoredBlock } from '#shared/domain/block.ts';
import type { Span } from '../text/use-text-highlight.ts';
import { findPattern } from './find-pattern.ts';
import { readText } from './read-text.ts';

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
		for (const match of matchesIn(block, pattern)) {
			if (found.length >= mostMatches) return found;
			found.push(match);
		}
	}
	return found;
}

function matchesIn(block: StoredBlock, pattern: RegExp): Match[] {
	const { ordinal, text } = block;
	const stored = [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
		...{ ordinal, start: index, end: index + found.length },
	}));
	const asRead = readText(block);
	if (!asRead) return stored;
	const more = [...asRead.text.matchAll(pattern)]
		.map(({ index, 0: found }) => ({
			...{ ordinal, start: asRead.storedAt(index), end: asRead.storedAt(index + found.length - 1) + 1 },
		}))
		.filter(({ start, end }) => !stored.some((match) => match.start < end && start < match.end));
	return [...stored, ...more].sort((a, b) => a.start - b.start);
}
