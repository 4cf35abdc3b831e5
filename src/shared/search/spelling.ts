const nearestLetters = 4;
const mostEdits = 2;
// MiniSearch and every other engine is slow on the near spelling of what is no word: long hashes, runs of letters.
const longestNearTerm = 32;
const editsPerLetter = 0.2;

/** How many letters may differ in a near spelling of `term`: none below four letters or in numbers, two at most. */
export function editsAllowed(term: string): number {
	if (term.length < nearestLetters || term.length > longestNearTerm || /\p{N}/u.test(term)) return 0;
	return Math.min(mostEdits, Math.round(term.length * editsPerLetter));
}
