import { isPassage, type StoredBlock } from '#shared/domain/block.ts';

export interface ContentsEntry {
	ordinal: number;
	text: string;
	/** From 1, counted from the highest level that this text uses. */
	depth: number;
}

/** The headings of a text, in order; empty when there is nothing to choose between. */
export function contentsOf(blocks: readonly StoredBlock[]): ContentsEntry[] {
	const headings = blocks.filter((block) => block.kind === 'heading' && isPassage(block));
	const highest = Math.min(...headings.map((block) => block.level ?? 1));
	return headings.map((block) => ({
		ordinal: block.ordinal,
		text: block.text.replaceAll(/\s+/g, ' ').trim(),
		depth: (block.level ?? 1) - highest + 1,
	}));
}

/** The entry under which `ordinal` stands; null before the first. */
export function currentEntry(entries: readonly ContentsEntry[], ordinal: number): ContentsEntry | null {
	return entries.findLast((entry) => entry.ordinal <= ordinal) ?? null;
}
