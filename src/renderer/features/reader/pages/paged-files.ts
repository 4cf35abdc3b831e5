import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { HeldFile } from '#shared/domain/record.ts';

/** What the pages worker can draw. */
const pagedTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** The files of a record that can be looked at page by page, in the order of its parts; a reading copy holds none. */
export function pagedFiles(files: readonly HeldFile[]): HeldFile[] {
	return readingCopy ? [] : files.filter(({ mediaType }) => pagedTypes.has(mediaType));
}
