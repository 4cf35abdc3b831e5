import { flushSync } from 'react-dom';
import { desktop } from '#renderer/lib/desktop.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { footLines, headLine } from './page-style.ts';
import { endPrinting, type NotePlace, usePrint } from './print-store.ts';
import { loadPrintedPictures, type PrintedBlocks } from './printed-pictures.ts';

/** Draws the document for paper and opens the system's own dialog for printing. */
export async function print(text: PrintedBlocks, notes: NotePlace): Promise<void> {
	await drawForPaper(text, notes, true);
	window.addEventListener('afterprint', endPrinting, { once: true });
	window.print();
}

/** Draws the document for paper and writes it as PDF where the person says; only on the desktop. */
export async function savePdf(
	text: PrintedBlocks,
	record: { title: string; reference: string },
	notes: NotePlace,
): Promise<void> {
	const { title, reference } = record;
	await drawForPaper(text, notes, false);
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

async function drawForPaper(text: PrintedBlocks, notes: NotePlace, hasRunningLines: boolean): Promise<void> {
	const pictures = await loadPrintedPictures(text);
	flushSync(() => usePrint.setState({ isAsking: false, notes, hasRunningLines, pictures }));
	const images = [...document.querySelectorAll<HTMLImageElement>('[data-printed] img')];
	// One that cannot be drawn keeps nobody from printing the rest.
	await Promise.all([document.fonts.ready, ...images.map((image) => image.decode().catch(() => undefined))]);
}
