import type { StoredBlock } from '#shared/domain/block.ts';
import type { Span } from '../text/use-text-highlight.ts';

export interface Match extends Span {
	ordinal: number;
}

/** Enough to count to; a single letter in a long text would otherwise mark half of it. */
export const mostMatches = 5000;

/**
 * Where `words` stand in the text, letter by letter, without regard to case; any run of white space matches any other, so
 * that what was typed on one line is found across a line break.
 */
export function findWords(blocks: readonly StoredBlock[], words: string): Match[] {
	const parts = words.trim().split(/\s+/).filter(Boolean);
	if (parts.length === 0) return [];
	const pattern = new RegExp(parts.map(escapePattern).join('\\s+'), 'giu');
	const found: Match[] = [];
	for (const { ordinal, text } of blocks) {
		for (const match of text.matchAll(pattern)) {
			if (found.length >= mostMatches) return found;
			found.push({ ordinal, start: match.index, end: match.index + match[0].length });
		}
	}
	return found;
}

function escapePattern(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
