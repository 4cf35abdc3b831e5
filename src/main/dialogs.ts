import { type BrowserWindow, dialog, shell } from 'electron';
import type { ErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';

const archiveFilter = (name: 'desktop.dialog.archive' | 'desktop.dialog.archives') => ({
	name: message(name),
	extensions: ['lectern'],
});

export async function chooseFiles(window: BrowserWindow): Promise<string[]> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.addFiles'),
		properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
	});
	return filePaths;
}

export async function chooseFolder(window: BrowserWindow): Promise<string[]> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.addFolder'),
		properties: ['openDirectory', 'dontAddToRecent'],
	});
	return filePaths;
}

export async function chooseArchive(window: BrowserWindow): Promise<string | null> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.openArchive'),
		properties: ['openFile', 'dontAddToRecent'],
		filters: [archiveFilter('desktop.dialog.archives')],
	});
	return filePaths[0] ?? null;
}

export async function chooseAnnotations(window: BrowserWindow): Promise<string | null> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.importAnnotations'),
		properties: ['openFile', 'dontAddToRecent'],
		filters: [
			{ name: message('desktop.dialog.annotations'), extensions: ['jsonld', 'json'] },
			{ name: message('desktop.dialog.anyFile'), extensions: ['*'] },
		],
	});
	return filePaths[0] ?? null;
}

export async function chooseEdition(window: BrowserWindow): Promise<string | null> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.newEdition'),
		properties: ['openFile', 'dontAddToRecent'],
	});
	return filePaths[0] ?? null;
}

export async function choosePackage(window: BrowserWindow): Promise<string | null> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.package'),
		properties: ['openFile', 'dontAddToRecent'],
		filters: [
			{ name: message('desktop.dialog.packages'), extensions: ['zip', 'age'] },
			{ name: message('desktop.dialog.anyFile'), extensions: ['*'] },
		],
	});
	return filePaths[0] ?? null;
}

export async function chooseMergeSource(window: BrowserWindow): Promise<string | null> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.mergeSource'),
		properties: ['openFile', 'dontAddToRecent'],
		filters: [
			{ name: message('desktop.dialog.mergeSources'), extensions: ['lectern', 'zip', 'age', 'jsonld'] },
			{ name: message('desktop.dialog.anyFile'), extensions: ['*'] },
		],
	});
	return filePaths[0] ?? null;
}

export async function chooseLanguageData(window: BrowserWindow): Promise<string | null> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title: message('desktop.dialog.languageData'),
		properties: ['openFile', 'dontAddToRecent'],
		filters: [{ name: message('desktop.dialog.languageData'), extensions: ['traineddata', 'gz'] }],
	});
	return filePaths[0] ?? null;
}

export async function chooseSavePath(window: BrowserWindow, suggestedName: string): Promise<string | null> {
	const isArchive = suggestedName.endsWith('.lectern');
	const { filePath } = await dialog.showSaveDialog(window, {
		defaultPath: suggestedName,
		properties: ['dontAddToRecent'],
		...(isArchive ? { filters: [archiveFilter('desktop.dialog.archive')] } : {}),
	});
	return filePath || null;
}

/** Shows the whole address and asks; only then another program is given it. */
export async function openExternal(window: BrowserWindow, url: string): Promise<void> {
	const open = 1;
	const { response } = await dialog.showMessageBox(window, {
		type: 'question',
		message: message('desktop.external.message'),
		detail: url,
		buttons: [message('desktop.external.cancel'), message('desktop.external.open')],
		defaultId: 0,
		cancelId: 0,
		normalizeAccessKeys: false,
	});
	if (response === open) await shell.openExternal(url);
}

/** An error of something that was not begun in the window, so that nothing in it could show it. */
export function showError(window: BrowserWindow | null, error: ErrorData): void {
	const options = { type: 'error' as const, message: errorMessage(error) };
	void (window && !window.isDestroyed() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}

/** Asks before a page goes that still has something to write. */
export function askBeforeLeaving(window: BrowserWindow): void {
	window.webContents.on('will-prevent-unload', (event) => {
		if (isLeavingConfirmed(window)) event.preventDefault();
	});
}

function isLeavingConfirmed(window: BrowserWindow): boolean {
	const leave = 1;
	const chosen = dialog.showMessageBoxSync(window, {
		type: 'question',
		message: message('desktop.leave.message'),
		detail: message('desktop.leave.detail'),
		buttons: [message('desktop.leave.stay'), message('desktop.leave.leave')],
		defaultId: 0,
		cancelId: 0,
	});
	return chosen === leave;
}
