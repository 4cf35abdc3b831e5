import type { RecordsDraft } from '#renderer/features/packages/index.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import type { ReadingCopyForm } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';

/** What was chosen for a reading copy so far. */
export interface CopyDraft extends RecordsDraft {
	form: ReadingCopyForm;
	hasNotes: boolean;
}

/** A bare file name to begin with. */
export function suggestedName(title: string, form: ReadingCopyForm): string {
	return `${message('reading-copy.file-name', { title: plainFileName(title) })}${form === 'zip' ? '.zip' : ''}`;
}
