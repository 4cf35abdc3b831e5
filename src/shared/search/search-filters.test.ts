import { expect, test } from 'vitest';
import { isNarrowed, readFilters, withoutNarrowing } from './search-filters.ts';

test('takes what it knows, whatever else is there', () => {
	const given = {
		...{ tags: ['sample tag', 'sample tag', 7, ''], people: 'nobody', kinds: [], sort: 'upwards' },
		...{ dates: { from: 1990, to: '2000' }, close: 'yes', without: ['near', 'exact', 'other'], q: 'alpha' },
	};
	expect(readFilters(given)).toEqual({ tags: ['sample tag'], without: ['near'] });
	expect(readFilters({ dates: { from: -5, to: 3 }, close: true, sort: 'newest' })).toEqual({
		...{ dates: { from: -5, to: 3 }, close: true, sort: 'newest' },
	});
});

test('what is as it is at first is not written down', () => {
	expect(readFilters({ sort: 'best', close: false, without: [], tags: [] })).toEqual({});
});

test('only what leaves hits out counts as narrowing', () => {
	const wide = { without: ['near'], close: true, sort: 'record' } as const;
	expect(isNarrowed(wide)).toBe(false);
	expect(isNarrowed({ ...wide, sources: ['Sample giver'] })).toBe(true);
	expect(withoutNarrowing({ ...wide, sources: ['Sample giver'], dates: { from: 1, to: 2 } })).toEqual(wide);
});
