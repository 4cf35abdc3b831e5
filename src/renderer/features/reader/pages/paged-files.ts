import type { HeldFile } from '#shared/domain/record.ts';

/** What the pages worker can draw. */
const pagedTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** The files of a record that can be looked at page by page, in the order of its parts. */
export function pagedFiles(files: readonly HeldFile[]): HeldFile[] {
	return files.filter(({ mediaType }) => pagedTypes.has(mediaType));
}
