import { expect, test } from 'vitest';
import type { TermHits } from '#shared/search/list/search-list.ts';
import { inOrder, type ListSort, sortAfterPress } from './list-order.ts';

const row = (term: string, hits: number, how: TermHits['how']): TermHits => ({ term, hits, records: [], how });
const rows = [row('beta', 2, 'near'), row('alpha', 0, null), row('gamma', 2, 'exact')];
const terms = (sort: ListSort) => inOrder(rows, sort).map(({ term }) => term);

test('sorts by each column, what is equal in the order of the list', () => {
	expect(terms(null)).toEqual(['beta', 'alpha', 'gamma']);
	expect(terms({ column: 'term', isDescending: false })).toEqual(['alpha', 'beta', 'gamma']);
	expect(terms({ column: 'hits', isDescending: true })).toEqual(['beta', 'gamma', 'alpha']);
	expect(terms({ column: 'how', isDescending: false })).toEqual(['gamma', 'beta', 'alpha']);
});

test('a heading is pressed one way, the other way, and off', () => {
	const first = sortAfterPress(null, 'hits');
	expect(first).toEqual({ column: 'hits', isDescending: true });
	const second = sortAfterPress(first, 'hits');
	expect(second).toEqual({ column: 'hits', isDescending: false });
	expect(sortAfterPress(second, 'hits')).toBeNull();
	expect(sortAfterPress(first, 'term')).toEqual({ column: 'term', isDescending: false });
});
