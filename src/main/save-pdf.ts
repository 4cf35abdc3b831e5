import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { SavedPdf } from '#shared/api/desktop-ipc.ts';
import { chooseSavePath } from './dialogs.ts';

/** Asks where to, and writes what the page prints there; the file has its name only once it is whole. */
export async function savePdf(window: BrowserWindow, suggestedName: string): Promise<SavedPdf | null> {
	const path = await chooseSavePath(window, suggestedName);
	if (path === null) return null;
	const partial = `${path}.${randomUUID()}.partial`;
	try {
		const bytes = await window.webContents.printToPDF({
			preferCSSPageSize: true,
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
