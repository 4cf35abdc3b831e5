import type { CollectionId, RecordId } from '#shared/domain/ids.ts';
import type { PackageChoice } from '#shared/domain/package.ts';
import type { ReadingCopyForm } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';

/** All records, those that are selected, or those of a collection. */
export type CopiedRecords = 'all' | 'selected' | CollectionId;

/** What was chosen for a reading copy so far. */
export interface CopyDraft {
	records: CopiedRecords;
	form: ReadingCopyForm;
	hasNotes: boolean;
}

export function choiceOf({ records }: CopyDraft, selectedIds: readonly RecordId[]): PackageChoice {
	if (records === 'all') return {};
	return records === 'selected' ? { recordIds: [...selectedIds] } : { collectionId: records };
}

/** A bare file name to begin with, that any system takes. */
export function suggestedName(title: string, form: ReadingCopyForm): string {
	const plain = title
		.replace(/[^\p{L}\p{M}\p{N}._ -]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+/, '')
		.slice(0, 60)
		.trim();
	return `${message('reading-copy.file-name', { title: plain })}${form === 'zip' ? '.zip' : ''}`;
}
