import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { useIsField } from './use-is-field.ts';

/**
 * Whether nothing of the archive may be named outside of the page, as in the title of its window: in the field, and where a
 * browser would keep in its history, in the open, what is encrypted on the disk. Also until it is known.
 */
export function useIsNameless(): boolean {
	const isField = useIsField();
	const hasPassphrase = useArchiveStatus()?.hasPassphrase ?? true;
	return isField || (!desktop && (readingCopy?.isEncrypted ?? hasPassphrase));
}
