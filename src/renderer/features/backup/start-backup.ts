import { archive } from '#renderer/lib/archive.ts';
import { fileStemOf } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { fileDay } from '#renderer/lib/file-day.ts';
import { saveDrafts } from '#renderer/lib/unsaved.ts';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * Asks where to, stores what is being written, and starts the backup; false where the dialog was closed. What cannot be
 * stored keeps it from starting: it would not be in it.
 *
 * @param passphrase for an archive without one
 */
export async function startBackup({ path }: Pick<ArchiveStatus, 'path'>, passphrase?: string): Promise<boolean> {
	const name = message('backup.file-name', { name: fileStemOf(path), day: fileDay() });
	const target = await desktop?.chooseSavePath(`${name}.lectern`);
	if (!target) return false;
	const unsaved = await saveDrafts();
	if (unsaved) throw unsaved;
	// The system's dialog has asked already where a file has that name.
	const request = { id: newId<JobId>(), path: target, replaces: true };
	await archive.calls.backups.start({ ...request, ...(passphrase !== undefined && { passphrase }) });
	return true;
}
