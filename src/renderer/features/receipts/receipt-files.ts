import { flushSync } from 'react-dom';
import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { ReceiptChoice, ReceiptSummary } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import { useReceiptView } from './receipt-store.ts';

/**
 * Writes a receipt where the person says, with its signature beside it, or hands both to the browser to keep. False where
 * the dialog was closed; throws what the archive says.
 */
export async function exportReceipt(choice: ReceiptChoice): Promise<boolean> {
	const { receipts } = archive.calls;
	const name = `${message('receipt.file-name')}.html`;
	const written = await exportFile(name, 'text/html', {
		toPath: (path) => receipts.exportTo({ ...choice, path }),
		content: () => receipts.make(choice),
	});
	if (!written) return false;
	if ('signatureText' in written && written.signatureText !== null)
		download(new Blob([written.signatureText], { type: 'text/plain' }), `${name}.minisig`);
	tellOf(written);
	return true;
}

/** Draws it for paper and writes it as PDF where the person says; only on the desktop. False where they did not. */
export async function saveReceiptAsPdf(choice: Omit<ReceiptChoice, 'signature'>): Promise<boolean> {
	const { receipt, ...summary } = await archive.calls.receipts.make({ ...choice, signature: null });
	flushSync(() => useReceiptView.setState({ printed: receipt }));
	try {
		await document.fonts.ready;
		const saved = await desktop?.savePdf({
			suggestedName: `${message('receipt.file-name')}.pdf`,
			head: '',
			foot: receipt.custody.head,
		});
		if (saved?.error) throw new AppError(saved.error.code, saved.error.detail);
		if (saved) tellOf(summary);
		return Boolean(saved);
	} finally {
		useReceiptView.setState({ printed: null });
	}
}

function tellOf({ fileCount, exposedNames, isGiverExposed }: ReceiptSummary): void {
	showToast(message('receipt.written', { count: fileCount }));
	if (exposedNames.length > 0) showToast(message('finding-aid.exposed', { names: exposedNames.join('; ') }));
	if (isGiverExposed) showToast(message('receipt.giver-exposed'));
}
