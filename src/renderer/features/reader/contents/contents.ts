import { firstNot } from '#renderer/lib/passage-dom.ts';
import { isPassage, type StoredBlock } from '#shared/domain/block.ts';

export interface ContentsEntry {
	ordinal: number;
	text: string;
	/** From 1: how many headings this one stands under, and itself. A level that the text skips counts for nothing. */
	depth: number;
	/** Index of the entry that it stands under; -1 for none. */
	parent: number;
	/** Which of how many under that one, from 1. */
	position: number;
	siblings: number;
}

/** The headings of a text, in order; empty when there is nothing to choose between. */
export function contentsOf(blocks: readonly StoredBlock[]): ContentsEntry[] {
	const entries: ContentsEntry[] = [];
	const above: { index: number; level: number }[] = [];
	const under = new Map<number, ContentsEntry[]>();
	for (const block of blocks) {
		if (block.kind !== 'heading' || !isPassage(block)) continue;
		const level = block.level ?? 1;
		while ((above.at(-1)?.level ?? 0) >= level) above.pop();
		const parent = above.at(-1)?.index ?? -1;
		const siblings = under.get(parent) ?? [];
		under.set(parent, siblings);
		above.push({ index: entries.length, level });
		const entry: ContentsEntry = {
			ordinal: block.ordinal,
			text: block.text.replaceAll(/\s+/g, ' ').trim(),
			depth: above.length,
			parent,
			position: siblings.length + 1,
			siblings: 0,
		};
		siblings.push(entry);
		entries.push(entry);
	}
	for (const siblings of under.values()) for (const entry of siblings) entry.siblings = siblings.length;
	return entries;
}

/** Index of the entry under which a passage stands; -1 before the first. */
export function currentEntry(entries: readonly ContentsEntry[], ordinal: number): number {
	return firstNot(entries, (entry) => entry.ordinal <= ordinal) - 1;
}
