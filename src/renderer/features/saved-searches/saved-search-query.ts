import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import type { SavedSearch } from '#shared/domain/saved-search.ts';
import { readFilters, searchKey } from '#shared/search/search-filters.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';

/** What a saved search asks now; filters that this version does not know are left aside. */
export function queryOf({ text, filters }: SavedSearch): SearchQuery {
	return { text, ...readFilters(filters) };
}

/** The saved search that asks this, whatever its order and whether or not only what is new is shown. */
export function useSavedAs(query: SearchQuery): SavedSearch | undefined {
	const { data: searches = [] } = useQuery(queries.savedSearches.list());
	const key = keyOf(query);
	return searches.find((search) => keyOf(queryOf(search)) === key);
}

function keyOf({ since: _since, sort: _sort, ...query }: SearchQuery): string {
	return searchKey(query);
}
