import { archive } from '#renderer/lib/archive.ts';
import { forgetCopied } from '#renderer/lib/copies.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { saveDrafts } from '#renderer/lib/unsaved.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * Stores what was typed, and closes the archive until its passphrase is given again. What could not be stored keeps the
 * archive open: locked away it would be lost.
 */
export async function lockArchive(): Promise<void> {
	if (!hasPassphrase()) return showToast(message('lock.no-passphrase'));
	const unsaved = await saveDrafts();
	if (unsaved) return showError(unsaved);
	await forgetCopied();
	try {
		await archive.calls.archive.lock();
	} catch (error) {
		// The archive's process may have ended before it could answer.
		if (!(error instanceof AppError) || error.code !== 'connection-lost') showError(error);
	}
}

/** As far as this window knows; of one that was unplugged, too. */
function hasPassphrase(): boolean {
	const status = queryClient.getQueryData<{ hasPassphrase: boolean }>(queries.archive.status().queryKey);
	return status?.hasPassphrase ?? false;
}

/**
 * Whoever leaves the machine leaves an open archive too; of one that cannot be locked nothing is said then. In the desktop
 * window the program itself lets go of the page.
 */
export function leaveWhenLocked(): void {
	desktop?.onLeft(() => {
		if (hasPassphrase()) void lockArchive();
	});
	if (!desktop) archive.on('archive.locked', () => window.location.reload());
}
