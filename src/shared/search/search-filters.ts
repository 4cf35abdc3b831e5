import { listFacets, type SearchQuery, searchSorts, widenings, type YearSpan } from './search-query.ts';

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.]\d+)?Z$/;

/** What narrows, widens and orders a search beside its words. What is not there is as it is at first. */
export type SearchFilters = Omit<SearchQuery, 'text' | 'counts'>;

/**
 * Filters from data that nobody vouches for: an address, or a row that another version wrote. What is unknown or has
 * another form is left out; the same filters give the same object, key by key.
 */
export function readFilters(given: Readonly<Record<string, unknown>>): SearchFilters {
	const filters: { -readonly [K in keyof SearchFilters]: SearchFilters[K] } = {};
	for (const facet of listFacets) {
		const values = textsIn(given[facet]);
		if (values.length > 0) filters[facet] = values;
	}
	const dates = yearsIn(given.dates);
	if (dates) filters.dates = dates;
	if (typeof given.since === 'string' && isInstant.test(given.since)) filters.since = given.since;
	const without = widenings.filter((kind) => textsIn(given.without).includes(kind));
	if (without.length > 0) filters.without = without;
	if (given.close === true) filters.close = true;
	const sort = searchSorts.find((each) => each === given.sort);
	if (sort && sort !== 'best') filters.sort = sort;
	return filters;
}

/** The same text for the same search, whatever the order of its parts. */
export function searchKey({ text, ...filters }: SearchQuery): string {
	return JSON.stringify([text.trim(), readFilters(filters)]);
}

/** Whether hits are left out that answer the words: widenings and order do not. */
export function isNarrowed(filters: SearchFilters): boolean {
	return (
		filters.dates !== undefined ||
		filters.since !== undefined ||
		listFacets.some((facet) => (filters[facet]?.length ?? 0) > 0)
	);
}

/** The same search with every hit that answers the words. */
export function withoutNarrowing({ without, close, sort }: SearchFilters): SearchFilters {
	return readFilters({ without, close, sort });
}

function textsIn(given: unknown): string[] {
	if (!Array.isArray(given)) return [];
	return [...new Set(given.filter((each): each is string => typeof each === 'string' && each !== ''))];
}

function yearsIn(given: unknown): YearSpan | null {
	if (typeof given !== 'object' || given === null) return null;
	const { from, to } = given as Partial<Record<keyof YearSpan, unknown>>;
	return Number.isInteger(from) && Number.isInteger(to) ? { from: Number(from), to: Number(to) } : null;
}
