import { app, type BrowserWindow, Menu, powerMonitor } from 'electron';
import type { ChosenKeys } from '#shared/api/chosen-keys.ts';
import { neutralFileName } from '#shared/domain/neutral-file-name.ts';
import { activateLocale, activeLocale, message } from '#shared/messages/messages.ts';
import type { ArchiveSupervisor } from './archive-supervisor.ts';
import type { Launch } from './arguments.ts';
import { type Copies, createCopies } from './copies.ts';
import {
	askBeforeLeaving,
	chooseAnnotations,
	chooseArchive,
	chooseEdition,
	chooseFiles,
	chooseFolder,
	chooseLanguageData,
	chooseMergeSource,
	choosePackage,
	chooseSavePath,
	openExternal,
	showError,
} from './dialogs.ts';
import { offerEditing } from './editing-menu.ts';
import type { FilesToAdd } from './files-to-add.ts';
import { buildMenu } from './menu.ts';
import { savePdf } from './save-pdf.ts';
import { tell } from './window.ts';
import { answerWindow } from './window-calls.ts';

export interface Behind {
	launch: Launch;
	isField: boolean;
	archive: ArchiveSupervisor;
	filesToAdd: FilesToAdd;
	refusedCount: () => number;
}

/**
 * All that the app does once its window is on its way: answers it, shows the menu, hears the system, and ends. Loaded by
 * then only: with the texts, which take longer to load than everything that a window needs.
 */
export function attend(window: BrowserWindow, behind: Behind): void {
	const copies = createCopies();
	connectWindow(window, behind, copies);
	askBeforeLeaving(window);
	offerEditing(window);
	listenToApp(window, behind);
	endWith(behind, copies);
}

/** Says that the archive process ended by itself too often to be started again. */
export function sayStopped(window: BrowserWindow | null, exitCode: number): void {
	const reason = message('desktop.archiveStopped', { exitCode });
	showError(window, { code: 'unexpected', detail: { reason } });
}

function connectWindow(
	window: BrowserWindow,
	{ isField, archive, filesToAdd, refusedCount }: Behind,
	copies: Copies,
): void {
	const menu = createMenu(window);
	const nameFor = (suggested: string) => (isField ? neutralFileName(suggested, message('field.file-name')) : suggested);
	answerWindow(window, {
		chooseFiles: () => chooseFiles(window),
		chooseFolder: () => chooseFolder(window),
		chooseArchive: () => chooseArchive(window),
		chooseAnnotations: () => chooseAnnotations(window),
		chooseEdition: () => chooseEdition(window),
		choosePackage: () => choosePackage(window),
		chooseMergeSource: () => chooseMergeSource(window),
		chooseLanguageData: () => chooseLanguageData(window),
		chooseSavePath: (suggestedName) => chooseSavePath(window, nameFor(suggestedName)),
		savePdf: (asked) => savePdf(window, { ...asked, suggestedName: nameFor(asked.suggestedName) }),
		refusedRequests: refusedCount,
		filesToAdd: () => filesToAdd.take(),
		openExternal: (url) => openExternal(window, url),
		setTitle: (title) => window.setTitle(title),
		noteCopy: copies.note,
		forgetCopy: copies.forget,
		setLocale: (locale) => activateLocale(locale).then(() => menu.show({})),
		setKeys: (keys) => menu.show({ keys }),
		turnFullScreen: () => window.setFullScreen(!window.isFullScreen()),
		wantArchivePort: (purpose) => tell(window, 'archivePort', purpose, [archive.connect(purpose)]),
	});
}

/** The menu in the language and with the keys of now. The page says both at each start, and mostly they are what they were. */
function createMenu(window: BrowserWindow): { show(change: { keys?: ChosenKeys }): void } {
	let keys: ChosenKeys = {};
	let shown = '';
	const show = (change: { keys?: ChosenKeys }): void => {
		keys = change.keys ?? keys;
		const wanted = JSON.stringify([activeLocale(), keys]);
		if (wanted === shown) return;
		shown = wanted;
		Menu.setApplicationMenu(buildMenu(keys, (id) => tell(window, 'command', id)));
	};
	show({});
	return { show };
}

function listenToApp(window: BrowserWindow, { launch, archive, filesToAdd }: Behind): void {
	app.on('second-instance', (_event, _argv, _folder, data) => {
		const second = data as Launch;
		void follow(second, window, archive, filesToAdd);
		if (window.isDestroyed()) return;
		if (window.isMinimized()) window.restore();
		window.focus();
	});
	app.on('open-file', (event, path) => {
		event.preventDefault();
		void follow({ ...launch, archivePath: path, filesToAdd: [] }, window, archive, filesToAdd);
	});
	// Whoever leaves the machine, or lets it sleep, leaves an open archive too; the page knows whether there is one to lock.
	for (const event of ['suspend', 'lock-screen'] as const)
		powerMonitor.on(event as 'suspend', () => tell(window, 'left', null));
	app.on('window-all-closed', () => app.quit());
}

function endWith({ isField, archive }: Behind, copies: Copies): void {
	// The windows are gone by now, and with them what they still had to say to the archive. Subtle: quit() would be passed
	// over where there is nothing to close, since it would come while this very quitting is still being stopped.
	app.on('will-quit', (event) => {
		event.preventDefault();
		const forgotten = isField ? copies.forget() : Promise.resolve();
		void forgotten.then(() => archive.close()).then(() => app.exit());
	});
}

/** Does what a second instance was started for: its files belong to its archive, so they wait until that is open. */
async function follow(
	second: Launch,
	window: BrowserWindow,
	archive: ArchiveSupervisor,
	filesToAdd: FilesToAdd,
): Promise<void> {
	const error = second.archivePath ? await archive.open(second.archivePath) : null;
	if (error?.code === 'needs-passphrase')
		tell(window, 'passphraseWanted', { path: String(error.detail.path), files: second.filesToAdd });
	else if (error) showError(window, error);
	else filesToAdd.offer(second.filesToAdd);
}
