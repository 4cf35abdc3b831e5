import type { Match } from './evaluate.ts';
import type { SearchSort } from './search-query.ts';

// Folding makes Susa and Şuşa one word: among the first hits those that have the very letters come first.
const mostCompared = 50;
const literalBonus = 0.05;

/**
 * Sorts in place; what is equal keeps the order in which it was indexed.
 *
 * @param words those of the query, as typed
 */
export function rank(matches: Match[], sort: SearchSort, words: readonly string[]): Match[] {
	matches.sort(byScore);
	preferLiteral(matches, words);
	if (sort === 'best') return matches;
	if (sort === 'record') return matches.sort(byRecord(matches));
	const direction = sort === 'newest' ? -1 : 1;
	return matches.sort((one, other) => {
		const [a, b] = [one.stored.owner, other.stored.owner];
		// Without a date there is no place in time: such records come last in both directions.
		if (!a.years || !b.years) return Number(!a.years) - Number(!b.years) || byScore(one, other);
		return direction * (a.years.from - b.years.from || compare(dayOf(a.owner.dateEdtf), dayOf(b.owner.dateEdtf)));
	});
}

function preferLiteral(matches: Match[], words: readonly string[]): void {
	const wanted = words.map((word) => word.toLowerCase());
	const first = matches.slice(0, mostCompared).map((match) => {
		const text = match.stored.document.text.toLowerCase();
		const isLiteral = wanted.every((word) => text.includes(word));
		return { ...match, score: match.score + (isLiteral ? literalBonus : 0) };
	});
	matches.splice(0, first.length, ...first.sort(byScore));
}

function byScore(one: Match, other: Match): number {
	return other.score - one.score || one.stored.order - other.stored.order;
}

/** Records by their best hit, which comes first in `ranked`; the hits of one in the order of reading. */
function byRecord(ranked: readonly Match[]): (one: Match, other: Match) => number {
	const place = new Map<string, number>();
	for (const { stored } of ranked) {
		if (!place.has(stored.document.ownerId)) place.set(stored.document.ownerId, place.size);
	}
	return ({ stored: one }, { stored: other }) =>
		(place.get(one.document.ownerId) ?? 0) - (place.get(other.document.ownerId) ?? 0) ||
		(one.document.ordinal ?? -1) - (other.document.ordinal ?? -1) ||
		readingOrder[one.document.kind] - readingOrder[other.document.kind] ||
		one.order - other.order;
}

const readingOrder = { title: 0, description: 1, passage: 2, note: 3, name: 4 } as const;

function dayOf(edtf: string): string {
	return edtf.replace(/[^\dX-]/g, '');
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
