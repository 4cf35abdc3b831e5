import type { PassphraseDraft, RecordsDraft } from '#renderer/features/packages/index.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import type { ReadingCopyForm } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';

/** What was chosen for a reading copy so far. */
export interface CopyDraft extends RecordsDraft, PassphraseDraft {
	form: ReadingCopyForm;
	hasNotes: boolean;
	/** Null as long as nobody said: then it goes by the records. */
	hasPictures: boolean | null;
	isEncrypted: boolean;
}

const endings: Readonly<Record<ReadingCopyForm, string>> = { folder: '', zip: '.zip', file: '.html' };

/** A bare file name to begin with. */
export function suggestedName(title: string, { form, isEncrypted }: CopyDraft): string {
	// What an encrypted copy is called is a part of what it keeps to itself.
	const name = isEncrypted
		? message('reading-copy.title')
		: message('reading-copy.file-name', { title: plainFileName(title) });
	return name + endings[form];
}
