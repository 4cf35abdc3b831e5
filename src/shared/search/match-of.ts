import type { Clause } from './clause.ts';
import type { MatchKind, WidenedWords } from './search-query.ts';

/** How the word `term` of a text answers the word at `position` of a clause; null when it does not. All are folded. */
export function matchOf(clause: Clause, position: number, term: string, widened: WidenedWords): MatchKind | null {
	const wanted = clause.terms[position];
	if (wanted === undefined) return null;
	if (term === wanted) return 'exact';
	const words = widened[wanted];
	const how = words && Object.hasOwn(words, term) ? words[term] : undefined;
	if (how && mayAnswer(clause, how)) return how;
	const isPrefix = clause.isPrefix && position === clause.terms.length - 1;
	return isPrefix && term.startsWith(wanted) ? 'prefix' : null;
}

/** Phrases keep to the word forms of their words; quoted twice, or excluded, they are taken at their word. */
export function mayAnswer({ isNear, isLiteral, isExcluded, isPhrase }: Clause, how: MatchKind): boolean {
	if (isLiteral || isExcluded) return false;
	return isNear || (isPhrase && how === 'form');
}
