import type { EditionId, RecordId } from '#shared/domain/ids.ts';

/** The path part of a passage's address. */
export function recordPath(recordId: RecordId, editionId: EditionId, ordinal: number): string {
	return `/record/${recordId}/${editionId}/${ordinal}`;
}
