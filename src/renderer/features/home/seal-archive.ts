import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { fileDay } from '#renderer/lib/file-day.ts';
import { saveDrafts } from '#renderer/lib/unsaved.ts';
import type { SealedMatter } from '#shared/domain/home.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

const endings: Readonly<Record<SealedMatter, string>> = { archive: '.zip.age', notes: '.notes.jsonld.age' };

/**
 * Asks where to, stores what is being written, and starts sealing; null where the dialog was closed. What cannot be stored
 * keeps it from starting: it would not be in it.
 *
 * @param recipient for an archive that does not know its home
 */
export async function startSealing(matter: SealedMatter, recipient?: string): Promise<JobId | null> {
	const path = await desktop?.chooseSavePath(message('home.file-name', { day: fileDay() }) + endings[matter]);
	if (!path) return null;
	const unsaved = await saveDrafts();
	if (unsaved) throw unsaved;
	// The system's dialog has asked already where a file has that name.
	const request = { id: newId<JobId>(), path, replaces: true };
	return archive.calls.home.seal({ ...request, ...(recipient !== undefined && { recipient }) });
}
