import { archive } from '#renderer/lib/archive.ts';
import { fileNameOf } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';

/** Asks where notes are to go; one that is there already goes on. @param title of the archive */
export async function chooseNotesFile(title: string): Promise<void> {
	const name = message('side-notes.file-name', { title: plainFileName(title) });
	const path = await desktop?.chooseSavePath(`${name}.notes.jsonld`);
	if (path) await goOnIn(path);
}

export async function goOnIn(path: string): Promise<void> {
	await archive.calls.sideNotes.use({ path });
	showToast(message('side-notes.begun', { file: fileNameOf(path) }));
}
