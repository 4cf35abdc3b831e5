import type { EditionId, RecordId } from '#shared/domain/ids.ts';

/** A text and a place in it; what the record shows, from its start, where they are left out. */
export interface BesidePlace {
	recordId: RecordId;
	editionId?: EditionId | undefined;
	ordinal?: number | undefined;
}

/** In the address behind the first text: the one beside it. The same record without it. */
export interface BesideSearch {
	with?: string;
	edition?: string;
	at?: number;
}

export const besideRoute = '/beside/$recordId/{-$editionId}/{-$ordinal}';

export function readBesideSearch(search: Record<string, unknown>): BesideSearch {
	const { with: other, edition, at } = search;
	return {
		...(typeof other === 'string' ? { with: other } : {}),
		...(typeof edition === 'string' ? { edition } : {}),
		...(Number.isSafeInteger(at) && Number(at) >= 0 ? { at: Number(at) } : {}),
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

/** The address of two places. */
export function besideAddress(first: BesidePlace, second: BesidePlace) {
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
		},
	} as const;
}
