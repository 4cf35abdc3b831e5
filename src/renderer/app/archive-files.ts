import { openArchiveAt } from '#renderer/features/passphrase/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { fileStemOf } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { saveBeforeOpening } from '#renderer/lib/unsaved.ts';
import { showError } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';

/** Asks for an archive's file and opens it; the present one stays open when that fails. */
export function openArchive(): void {
	void chooseAndOpen().catch(showError);
}

export function makeArchive(): void {
	void chooseAndMake().catch(showError);
}

async function chooseAndOpen(): Promise<void> {
	const path = await desktop?.chooseArchive();
	if (path) await openArchiveAt(path);
}

async function chooseAndMake(): Promise<void> {
	const path = await desktop?.chooseSavePath(`${message('archive.new-name')}.lectern`);
	if (!path) return;
	await saveBeforeOpening();
	await archive.calls.archive.create({ path, title: fileStemOf(path) });
}
