import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import type { HeldFile } from '#shared/domain/record.ts';

/** The files of a record that can be listened to or watched, in the order of its parts; a reading copy holds none. */
export function recordingsOf(files: readonly HeldFile[]): HeldFile[] {
	return readingCopy ? [] : files.filter(({ mediaType }) => isRecording(mediaType));
}
