import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { readFilters, type SearchFilters } from '#shared/search/search-filters.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';

/** A text and a place in it; what the record shows, from its start, where they are left out. */
export interface BesidePlace {
	recordId: RecordId;
	editionId?: EditionId | undefined;
	ordinal?: number | undefined;
}

/** In the address behind the first text: the one beside it, the same record without it; and the search that led here. */
export interface BesideSearch extends SearchFilters {
	with?: string;
	edition?: string;
	at?: number;
	q?: string;
}

const besideRoute = '/beside/$recordId/{-$editionId}/{-$ordinal}';

export function readBesideSearch(search: Record<string, unknown>): BesideSearch {
	const { with: other, edition, at, q } = search;
	return {
		...(typeof other === 'string' ? { with: other } : {}),
		...(typeof edition === 'string' ? { edition } : {}),
		...(Number.isSafeInteger(at) && Number(at) >= 0 ? { at: Number(at) } : {}),
		// A query may look like JSON; the router would have parsed it, and it is text.
		...(q === undefined ? {} : { q: String(q), ...readFilters(search) }),
	};
}

/** Both places, as the parts of the address have them. */
export function placesOf(
	params: { recordId?: string; editionId?: string; ordinal?: string },
	search: BesideSearch,
): { first: BesidePlace; second: BesidePlace } {
	const recordId = params.recordId as RecordId;
	const ordinal = Number(params.ordinal);
	return {
		first: {
			recordId,
			editionId: params.editionId as EditionId | undefined,
			ordinal: Number.isSafeInteger(ordinal) ? ordinal : undefined,
		},
		second: {
			recordId: (search.with as RecordId | undefined) ?? recordId,
			editionId: search.edition as EditionId | undefined,
			ordinal: search.at,
		},
	};
}

/** The address of two places, and of the search whose hits are marked in them. */
export function besideAddress(first: BesidePlace, second: BesidePlace, { text, ...filters }: SearchQuery) {
	return {
		to: besideRoute,
		params: {
			recordId: first.recordId,
			editionId: first.editionId,
			ordinal: first.editionId !== undefined && first.ordinal !== undefined ? String(first.ordinal) : undefined,
		},
		search: {
			with: second.recordId,
			...(second.editionId !== undefined && { edition: second.editionId }),
			...(second.ordinal !== undefined && { at: second.ordinal }),
			...(text !== '' && { q: text, ...readFilters(filters) }),
		},
	} as const;
}
