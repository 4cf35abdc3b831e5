import type { TextRange } from '#shared/domain/annotation.ts';

export const recordRoute = '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}';

/** The address of words, or of a record as a whole. */
export function placeOf(recordId: string, range: TextRange | null, annotationId: string | null) {
	if (!range) return { recordId };
	const place = { recordId, editionId: range.editionId, ordinal: String(range.startOrdinal) };
	return annotationId === null ? place : { ...place, annotationId };
}
