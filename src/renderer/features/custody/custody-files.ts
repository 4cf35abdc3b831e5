import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { CustodyExportChoice } from '#shared/api/context-api.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes = { jsonl: 'application/jsonl', csv: 'text/csv' } as const;

/**
 * Writes the log where the person says, with its signature beside it, or hands both to the browser to keep. Throws what
 * the archive says, before anything is written.
 */
export async function exportCustody(choice: CustodyExportChoice): Promise<void> {
	const name = `custody-log.${choice.format}`;
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		if (!path) return;
		const { entryCount } = await archive.calls.custody.exportTo({ ...choice, path });
		showToast(message('custody.exported', { count: entryCount }));
		return;
	}
	const { text, signatureText, entryCount } = await archive.calls.custody.exportText(choice);
	download(new Blob([text], { type: mediaTypes[choice.format] }), name);
	if (signatureText !== null) download(new Blob([signatureText], { type: 'text/plain' }), `${name}.minisig`);
	showToast(message('custody.exported', { count: entryCount }));
}
