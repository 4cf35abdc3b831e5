import type { SearchIndex } from '#shared/search/search-index.ts';
import type { Quiet } from './quiet.ts';

/** As many letters as somebody types before looking up. */
const lettersTyped = 4;
/** What a window asks for, about. */
const hitCount = 16;
/** Most stand somewhere. */
const namesAsked = 3;

/**
 * Types these words as a person would, and nobody sees what is found: what a search runs through for the first time, it
 * runs through ten times as slowly, in each script anew.
 */
export async function warmUp(
	{ find, mentions, ownNames }: SearchIndex,
	words: readonly string[],
	quiet: Quiet,
): Promise<void> {
	for (const word of words)
		for (let end = 1; end <= lettersTyped; end++) {
			await quiet.wait();
			await find({ text: word.slice(0, end) }, { offset: 0, limit: hitCount });
		}
	// And asks where the first names stand, as their pages do.
	for (const forms of [...ownNames().values()].slice(0, namesAsked)) {
		await quiet.wait();
		await mentions({ forms }, false);
	}
}
