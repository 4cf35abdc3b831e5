import type { StoredBlock } from '#shared/domain/block.ts';

/** Level of a heading element; 1 is the page's own title. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/**
 * Levels to draw the headings of a text at, by ordinal. They say which heading stands under which, as the source does,
 * but begin at 2 and skip none, whatever the source began with: people who move by headings count on that.
 */
export function headingLevels(blocks: readonly StoredBlock[]): ReadonlyMap<number, HeadingLevel> {
	const levels = new Map<number, HeadingLevel>();
	const above: number[] = [];
	for (const { kind, ordinal, level = 1 } of blocks) {
		if (kind !== 'heading') continue;
		while ((above.at(-1) ?? 0) >= level) above.pop();
		above.push(level);
		levels.set(ordinal, Math.min(above.length + 1, 6) as HeadingLevel);
	}
	return levels;
}
