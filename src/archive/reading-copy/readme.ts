import type { ReadingCopyPreview } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';

/** README.txt of an encrypted copy: how it is opened and checked, and nothing of what is in it. */
export function writeSealedReadme(): string {
	return `${[
		message('reading-copy.readme.sealed'),
		message('reading-copy.readme.open'),
		`${message('reading-copy.readme.sealed-check')}\n\n  sha256sum -c manifest-sha256.txt`,
	].join('\n\n')}\n`;
}

/** README.txt: what this is, how it is opened, what stays out, and how to check it with tools that every system has. */
export function writeCopyReadme(title: string, preview: ReadingCopyPreview): string {
	const { recordCount, passageCount, annotationCount, closedCount, originalCount } = preview;
	return `${[
		`${title}\n${'='.repeat(Math.min(72, title.length))}`,
		message('reading-copy.readme.what'),
		message('reading-copy.readme.open'),
		message('reading-copy.readme.contents', { records: recordCount, passages: passageCount, notes: annotationCount }),
		message('reading-copy.readme.stays', { originals: originalCount, closed: closedCount }),
		message('reading-copy.readme.notes'),
		`${message('reading-copy.readme.check')}\n\n  sha256sum -c manifest-sha256.txt\n  sha256sum manifest-sha256.txt`,
	].join('\n\n')}\n`;
}
