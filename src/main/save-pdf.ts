import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { PdfToSave, SavedPdf } from '#shared/api/desktop-ipc.ts';
import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import { chooseSavePath } from './dialogs.ts';

/** Asks where to, and writes what the page prints there; the file has its name only once it is whole. */
export async function savePdf(
	window: BrowserWindow,
	{ suggestedName, head, foot }: PdfToSave,
): Promise<SavedPdf | null> {
	const path = await chooseSavePath(window, suggestedName);
	if (path === null) return null;
	const partial = `${path}.${randomUUID()}.partial`;
	try {
		const bytes = await window.webContents.printToPDF({
			preferCSSPageSize: true,
			// Not by margin boxes in the page's own style, which the older of the two runtimes does not know.
			displayHeaderFooter: true,
			headerTemplate: sheetTemplate(head, ''),
			footerTemplate: sheetTemplate(foot, '<span class="pageNumber"></span> / <span class="totalPages"></span>'),
			generateTaggedPDF: true,
			generateDocumentOutline: true,
		});
		await writeFile(partial, bytes);
		await rename(partial, path);
		return { file: basename(path), error: null };
	} catch (error) {
		await rm(partial, { force: true });
		const { code, message: reason } = error as NodeJS.ErrnoException;
		const file = basename(path);
		return {
			file,
			error:
				code === 'ENOSPC' ? { code: 'disk-full', detail: {} } : { code: 'unwritable-file', detail: { file, reason } },
		};
	}
}

/** Chromium takes these as HTML, in a page of their own without scripts; the words come from the archive. */
function sheetTemplate(text: string, end: string): string {
	return `<div style="display:flex;gap:8mm;width:100%;padding:0 18mm;font:7.5pt serif"><span style="flex:1">${escapeMarkup(text)}</span><span>${end}</span></div>`;
}
