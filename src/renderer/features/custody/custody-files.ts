import { archive } from '#renderer/lib/archive.ts';
import { download } from '#renderer/lib/download.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { CustodyExportChoice } from '#shared/api/context-api.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes = { jsonl: 'application/jsonl', csv: 'text/csv' } as const;

/**
 * Writes the log where the person says, with its signature beside it, or hands both to the browser to keep. Throws what
 * the archive says, before anything is written.
 */
export async function exportCustody(choice: CustodyExportChoice): Promise<void> {
	const { custody } = archive.calls;
	const name = `custody-log.${choice.format}`;
	const written = await exportFile(name, mediaTypes[choice.format], {
		toPath: (path) => custody.exportTo({ ...choice, path }),
		content: () => custody.exportText(choice),
	});
	if (!written) return;
	if ('signatureText' in written && written.signatureText !== null)
		download(new Blob([written.signatureText], { type: 'text/plain' }), `${name}.minisig`);
	showToast(message('custody.exported', { count: written.entryCount }));
}
