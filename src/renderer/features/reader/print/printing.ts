import { desktop } from '#renderer/lib/desktop.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { drawForPaper, type PrintOrder } from './draw-for-paper.ts';
import { footLines, headLine } from './page-style.ts';
import { endPrinting } from './print-store.ts';

/** Draws the document for paper and opens the system's own dialog for printing. */
export async function print(order: PrintOrder): Promise<void> {
	if (!(await drawForPaper(order, true))) return;
	window.addEventListener('afterprint', endPrinting, { once: true });
	window.print();
}

/** Draws the document for paper and writes it as PDF where the person says; only on the desktop. */
export async function savePdf(order: PrintOrder, record: { title: string; reference: string }): Promise<void> {
	const { title, reference } = record;
	if (!(await drawForPaper(order, false))) return;
	try {
		const saved = await desktop?.savePdf({
			suggestedName: `${plainFileName(title) || message('print.file-name')}.pdf`,
			head: headLine(title),
			foot: footLines(reference),
		});
		if (saved?.error) showError(new AppError(saved.error.code, saved.error.detail));
		else if (saved) showToast(message('print.saved', { file: saved.file }));
	} catch (error) {
		showError(error);
	} finally {
		endPrinting();
	}
}
