/**
 * Words a minute of silent reading of non-fiction in English (Brysbaert 2019, a review of 190 studies: 238). Other
 * languages differ by less than people do.
 */
const wordsPerMinute = 238;

/** Minutes to read, in whole minutes and never less than one. */
function minutesToRead(wordCount: number): number {
	return Math.max(1, Math.round(wordCount / wordsPerMinute));
}

/** From here on minutes say less than hours do. */
const longMinutes = 120;

/** In whole minutes, or in whole hours where there are many. */
export function timeToRead(wordCount: number): { minutes: number } | { hours: number } {
	const minutes = minutesToRead(wordCount);
	return minutes < longMinutes ? { minutes } : { hours: Math.round(minutes / 60) };
}

/**
 * For each block, by its position, about how many words there are from there to the end: as many of all as there are
 * characters, since a text that is not here yet cannot be counted.
 */
export function estimateWordsLeft(lengths: readonly number[], wordCount: number): number[] {
	const left: number[] = [];
	let characters = 0;
	for (const length of lengths.toReversed()) {
		characters += length;
		left.push(characters);
	}
	return left.reverse().map((each) => Math.round((each / Math.max(1, characters)) * wordCount));
}
