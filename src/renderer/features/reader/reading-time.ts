import type { StoredBlock } from '#shared/domain/block.ts';

/**
 * Words a minute of silent reading of non-fiction in English (Brysbaert 2019, a review of 190 studies: 238). Other
 * languages differ by less than people do.
 */
const wordsPerMinute = 238;

/** Minutes to read, in whole minutes and never less than one. */
export function minutesToRead(wordCount: number): number {
	return Math.max(1, Math.round(wordCount / wordsPerMinute));
}

/** For each block, by its position, the words from there to the end, as white space separates them. */
export function countWordsLeft(blocks: readonly StoredBlock[]): number[] {
	const left: number[] = [];
	let words = 0;
	for (const block of blocks.toReversed()) {
		words += block.text.match(/\S+/g)?.length ?? 0;
		left.push(words);
	}
	return left.reverse();
}
