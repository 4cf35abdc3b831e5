import { create } from 'zustand';
import type { SearchDocumentKind } from '#shared/api/search-api.ts';
import type { SearchQuery, SearchSort, YearSpan } from '#shared/search/search-query.ts';

/** What narrows and orders the hits, kept while the words change and while one is away from the page. */
export interface SearchFilters {
	kinds: readonly SearchDocumentKind[];
	recordKinds: readonly string[];
	languages: readonly string[];
	dates: YearSpan | null;
	sort: SearchSort;
	/** Close matches only. */
	close: boolean;
}

/** The facets that are lists of values to tick. */
export type ListFacet = 'kinds' | 'recordKinds' | 'languages';

const none = { kinds: [], recordKinds: [], languages: [], dates: null } as const;

export const useSearchFilters = create<SearchFilters>(() => ({ ...none, sort: 'best', close: false }));

export function clearFilters(): void {
	useSearchFilters.setState(none);
}

export function hasFilters({ kinds, recordKinds, languages, dates }: SearchFilters): boolean {
	return kinds.length + recordKinds.length + languages.length > 0 || dates !== null;
}

export function toggleFilter(facet: ListFacet, value: string): void {
	useSearchFilters.setState((filters) => {
		const chosen: readonly string[] = filters[facet];
		const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
		return { [facet]: next };
	});
}

export function queryOf(text: string, { dates, ...filters }: SearchFilters): SearchQuery {
	return { text, ...filters, ...(dates ? { dates } : {}) };
}
