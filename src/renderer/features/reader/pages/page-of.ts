import type { StoredBlock } from '#shared/domain/block.ts';

/** The page on which a passage begins, or the last one before it that says so; 1 where none does. */
export function pageOf(blocks: readonly StoredBlock[], ordinal: number): number {
	for (let at = Math.min(ordinal, blocks.length - 1); at >= 0; at -= 1) {
		const page = blocks[at]?.page;
		if (page !== undefined) return page;
	}
	return 1;
}

/** The first passage that begins on a page, or the one that runs on over it; null where the text has no pages. */
export function firstOn(blocks: readonly StoredBlock[], page: number): number | null {
	let before: number | null = null;
	for (const { ordinal, text, page: own } of blocks) {
		if (own === undefined || text === '') continue;
		if (own > page) return before;
		if (own === page) return ordinal;
		before = ordinal;
	}
	return before;
}
