import { collation } from '#shared/messages/collation.ts';
import type { TermHits } from '#shared/search/list/search-list.ts';
import { matchKinds } from '#shared/search/search-query.ts';

export const listColumns = ['term', 'hits', 'records', 'how'] as const;
export type ListColumn = (typeof listColumns)[number];

/** By which column; null is the order of the list. */
export type ListSort = { column: ListColumn; isDescending: boolean } | null;

/** After a press on a heading: numbers begin with the most, and a third press gives the list's own order back. */
export function sortAfterPress(sort: ListSort, column: ListColumn): ListSort {
	const firstIsDescending = column === 'hits' || column === 'records';
	if (sort?.column !== column) return { column, isDescending: firstIsDescending };
	return sort.isDescending === firstIsDescending ? { column, isDescending: !firstIsDescending } : null;
}

/** What is equal keeps the order of the list. */
export function inOrder(rows: readonly TermHits[], sort: ListSort): readonly TermHits[] {
	if (!sort) return rows;
	const compare = collation();
	const direction = sort.isDescending ? -1 : 1;
	const orders: Record<ListColumn, (one: TermHits, other: TermHits) => number> = {
		term: (one, other) => compare(one.term, other.term),
		hits: (one, other) => one.hits - other.hits,
		records: (one, other) => one.records.length - other.records.length,
		how: (one, other) => distanceOf(one) - distanceOf(other),
	};
	const order = orders[sort.column];
	return [...rows].sort((one, other) => direction * order(one, other));
}

/** What was not found is further than any kind of match. */
function distanceOf({ how }: TermHits): number {
	return how ? matchKinds.indexOf(how) : matchKinds.length;
}
