import type { TextRange } from '#shared/domain/annotation.ts';

export const recordRoute = '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}';

/** The address of words, or of a record as a whole. */
export function placeOf(recordId: string, range: TextRange | null, annotationId: string | null) {
	return {
		recordId,
		editionId: range?.editionId,
		ordinal: range ? String(range.startOrdinal) : undefined,
		annotationId: (range && annotationId) ?? undefined,
	};
}
