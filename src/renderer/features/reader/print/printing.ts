import { flushSync } from 'react-dom';
import { desktop } from '#renderer/lib/desktop.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { footLines, headLine } from './page-style.ts';
import { type NotePlace, usePrint } from './print-store.ts';

/** Draws the document for paper and opens the system's own dialog for printing. */
export async function print(notes: NotePlace): Promise<void> {
	await drawForPaper(notes, true);
	window.addEventListener('afterprint', () => usePrint.setState({ notes: null }), { once: true });
	window.print();
}

/** Draws the document for paper and writes it as PDF where the person says; only on the desktop. */
export async function savePdf(title: string, reference: string, notes: NotePlace): Promise<void> {
	await drawForPaper(notes, false);
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
		usePrint.setState({ notes: null });
	}
}

async function drawForPaper(notes: NotePlace, hasRunningLines: boolean): Promise<void> {
	flushSync(() => usePrint.setState({ isAsking: false, notes, hasRunningLines }));
	await document.fonts.ready;
}
