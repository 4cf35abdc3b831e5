import type { Clause } from './clause.ts';
import type { MatchKind } from './search-query.ts';

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

/** How the word `term` of a text answers the word at `position` of a clause; null when it does not. All are folded. */
export function matchOf(clause: Clause, position: number, term: string): MatchKind | null {
	const wanted = clause.terms[position];
	if (wanted === undefined) return null;
	if (term === wanted) return 'exact';
	if (clause.isPrefix && position === clause.terms.length - 1 && term.startsWith(wanted)) return 'prefix';
	const edits = clause.isNear ? editsAllowed(wanted) : 0;
	return edits > 0 && isWithinEdits(wanted, term, edits) ? 'near' : null;
}

/** Whether at most `most` insertions, deletions and substitutions of UTF-16 units lie between the two (Levenshtein). */
export function isWithinEdits(one: string, other: string, most: number): boolean {
	if (Math.abs(one.length - other.length) > most) return false;
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		let least = i;
		for (let j = 1; j <= other.length; j++) {
			const substituted = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
			const cost = Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
			next.push(cost);
			if (cost < least) least = cost;
		}
		if (least > most) return false;
		row = next;
	}
	return (row[other.length] ?? 0) <= most;
}
