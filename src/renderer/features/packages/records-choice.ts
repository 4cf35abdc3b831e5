import type { CollectionId, RecordId } from '#shared/domain/ids.ts';
import type { PackageChoice } from '#shared/domain/package.ts';

/** Which records are handed on: all, those that are selected, or those of a collection; and of these, without some. */
export interface RecordsDraft {
	records: 'all' | 'selected' | CollectionId;
	/** Left out of those after all. */
	withoutIds: RecordId[];
}

export function recordsChosen({ records, withoutIds }: RecordsDraft, selectedIds: readonly RecordId[]): PackageChoice {
	return {
		...(records === 'selected' && { recordIds: [...selectedIds] }),
		...(records !== 'selected' && records !== 'all' && { collectionId: records }),
		...(withoutIds.length > 0 && { withoutIds }),
	};
}
