import type { RecordDetail } from '#shared/api/records-api.ts';
import { type Edition, readEditionOf } from '#shared/domain/edition.ts';
import { isRecording } from '#shared/domain/media-facts.ts';

export interface Rereadable {
	/** Null where the record has no text: this version may read what the one that took the file in did not. */
	shown: Edition | null;
	/** What was read from the file: the shown text, or the one it was made of by hand. */
	read: Edition | null;
}

/** What reading a file of the record again goes on from; null where there is nothing to read again. */
export function rereadableOf(record: RecordDetail): Rereadable | null {
	const shown = record.editions.find(({ id }) => id === record.editionId);
	const read = shown && readEditionOf(record.editions, shown);
	if (shown) return read ? { shown, read } : null;
	const [file] = record.files;
	// What pictures and recordings say is recognised and written down.
	const isReadable = file && !file.mediaType.startsWith('image/') && !isRecording(file.mediaType);
	return isReadable ? { shown: null, read: null } : null;
}
