import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, powerMonitor, session } from 'electron';
import type { ChosenKeys } from '#shared/api/chosen-keys.ts';
import type { ErrorData } from '#shared/domain/app-error.ts';
import { neutralFileName } from '#shared/domain/neutral-file-name.ts';
import { activateLocale, activeLocale, message } from '#shared/messages/messages.ts';
import { registerAppScheme, serveApp, serveRecordings } from './app-protocol.ts';
import { type ArchiveSupervisor, superviseArchive } from './archive-supervisor.ts';
import { type Launch, readCommand, readLaunch } from './arguments.ts';
import { type Copies, createCopies } from './copies.ts';
import {
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
import { isFieldFolder, leaveNothing } from './field-profile.ts';
import { createFilesToAdd, type FilesToAdd } from './files-to-add.ts';
import { lockDownChromium, lockDownSession } from './lock-down.ts';
import { buildMenu } from './menu.ts';
import { makePassingFolder, noTraces, portableDataFolder } from './portable-folder.ts';
import { describeRuntime } from './runtime.ts';
import { savePdf } from './save-pdf.ts';
import { openWindow, tell } from './window.ts';
import { answerWindow } from './window-calls.ts';

const command = readCommand(process.argv);
const launch = readLaunch(process.argv, app.isPackaged, process.cwd(), ownFolder);
const isField = launch.isField || isFieldFolder(launch.dataFolder);
const couldNotBeDone = 2;
// Everything that Chromium writes goes below the data folder; the lock of the single instance is taken there too.
const desktopFolder = join(launch.dataFolder, 'desktop');
mkdirSync(desktopFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', desktopFolder);
app.setPath('sessionData', desktopFolder);

/** macOS names a double-clicked archive before the app is ready, and only to those who listen by then. */
let openedEarly: string | null = null;
app.on('open-file', (event, path) => {
	event.preventDefault();
	openedEarly = path;
});

registerAppScheme();
lockDownChromium();
if (isField) leaveNothing();
// Or Chromium on Linux has no voices to read aloud with. They are those of a service that keeps a log of its own.
else app.commandLine.appendSwitch('enable-speech-dispatcher');
// Every process makes some megabytes of objects at its start; with V8's usual 1 MB for new ones it stops for each. And
// its middle compiler takes to what the first drawing calls 400 times, just when all processes want the processor.
app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=8 --invocation-count-for-maglev=2000');
// The page is kept compiled a while after it ran (`v8CacheOptions`), with what drawing it took.
app.commandLine.appendSwitch('enable-features', 'CacheCodeOnIdle:delay-in-ms/2000/service-worker-only/false');
// Or Electron builds a menu of its own when it is ready.
Menu.setApplicationMenu(null);
if (command) void runCommand(command);
else if (app.requestSingleInstanceLock({ ...launch })) void app.whenReady().then(start);
else app.exit();

function ownFolder(wantsPassing: boolean): string | null {
	const { execPath: executable, platform, env: environment } = process;
	const folder = app.isPackaged ? portableDataFolder({ executable, platform, environment }) : null;
	if (folder) Object.assign(environment, noTraces);
	// A command writes nothing there in the field profile, and a second one would not find it.
	return folder ?? (wantsPassing && !command ? makePassingFolder(environment.XDG_RUNTIME_DIR) : null);
}

/** Loaded only here: a window needs nothing of it. */
async function runCommand(argv: readonly string[]): Promise<void> {
	try {
		const { runCommandLine } = await import('./command-line.ts');
		app.exit(await runCommandLine(argv, { appFolder: app.getAppPath(), dataFolder: launch.dataFolder }));
	} catch (error) {
		// Electron would show a box, which nobody sees.
		process.stderr.write(`${String(error)}\n`);
		app.exit(couldNotBeDone);
	}
}

function start(): void {
	const appFolder = app.getAppPath();
	const runtime = describeRuntime();
	let window: BrowserWindow | null = null;
	const copies = createCopies();
	const filesToAdd = createFilesToAdd(launch.filesToAdd, (paths) => tell(window, 'filesToAdd', paths));
	const archive = superviseArchive({
		archiveEntry: join(appFolder, 'out/main/archive-start.cjs'),
		importEntry: join(appFolder, 'out/main/import-process.cjs'),
		process: {
			dataFolder: launch.dataFolder,
			isField,
			archivePath: launch.archivePath ?? openedEarly,
			resourcesFolder: join(appFolder, 'resources'),
			runtime: runtime.version,
			compiledFolder: join(desktopFolder, 'compiled'),
		},
		onGivenUp: (exitCode) => showError(window, stopped(exitCode)),
		// Another page in its place: whatever this one had of the archive goes with it.
		onLocked: () => window?.webContents.reload(),
	});
	const refusals = lockDownSession(session.defaultSession, (count) => tell(window, 'requestRefused', count));
	serveApp(join(appFolder, 'out/renderer'));
	serveRecordings(archive);
	window = openWindow({
		preloadFile: join(appFolder, 'out/preload/index.cjs'),
		placeFile: join(launch.dataFolder, 'window.json'),
		iconFile: app.isPackaged && process.platform === 'linux' ? join(appFolder, 'resources/icon.png') : null,
		isField,
		startFacts: { runtime, systemLanguages: app.getPreferredSystemLanguages() },
	});
	// From here on the page is on its way: what it does not wait for comes after.
	connectWindow(window, { archive, filesToAdd, copies, refusedCount: refusals.refusedCount });
	listenToApp(window, archive, filesToAdd);
	endWith(archive, copies);
}

interface Behind {
	archive: ArchiveSupervisor;
	filesToAdd: FilesToAdd;
	copies: Copies;
	refusedCount: () => number;
}

function connectWindow(window: BrowserWindow, { archive, filesToAdd, copies, refusedCount }: Behind): void {
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

function listenToApp(window: BrowserWindow, archive: ArchiveSupervisor, filesToAdd: FilesToAdd): void {
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

function endWith(archive: ArchiveSupervisor, copies: Copies): void {
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

/** The archive process ended by itself too often to be started again. */
function stopped(exitCode: number): ErrorData {
	return { code: 'unexpected', detail: { reason: message('desktop.archiveStopped', { exitCode }) } };
}
