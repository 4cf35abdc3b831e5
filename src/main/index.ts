import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { type ArchiveSupervisor, superviseArchive } from './archive-supervisor.ts';
import { type Launch, readLaunch } from './arguments.ts';
import { chooseArchive, chooseFiles, chooseFolder, chooseSavePath, openExternal, showError } from './dialogs.ts';
import { createFilesToAdd, type FilesToAdd } from './files-to-add.ts';
import { lockDownChromium, lockDownSession } from './lock-down.ts';
import { buildMenu } from './menu.ts';
import { describeRuntime } from './runtime.ts';
import { openWindow, tell } from './window.ts';
import { answerWindow } from './window-calls.ts';

const launch = readLaunch(process.argv, app.isPackaged, process.cwd());
// Everything that Chromium writes goes below the data folder; the lock of the single instance is taken there too.
const desktopFolder = join(launch.dataFolder, 'desktop');
mkdirSync(desktopFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', desktopFolder);
app.setPath('sessionData', desktopFolder);

registerAppScheme();
lockDownChromium();
if (app.requestSingleInstanceLock({ ...launch })) void app.whenReady().then(start);
else app.exit();

function start(): void {
	const appFolder = app.getAppPath();
	const runtime = describeRuntime(appFolder);
	let window: BrowserWindow | null = null;
	const filesToAdd = createFilesToAdd(launch.filesToAdd, (paths) => tell(window, 'filesToAdd', paths));
	const archive = superviseArchive({
		archiveEntry: join(appFolder, 'out/main/archive-process.js'),
		importEntry: join(appFolder, 'out/main/import-process.js'),
		process: {
			dataFolder: launch.dataFolder,
			archivePath: launch.archivePath,
			resourcesFolder: join(appFolder, 'resources'),
			runtime: runtime.version,
		},
		onGivenUp: (exitCode) =>
			showError(new AppError('unexpected', { reason: message('desktop.archiveStopped', { exitCode }) })),
		onOpened: (error) => error && showError(error),
	});
	const refusals = lockDownSession(session.defaultSession, (count) => tell(window, 'requestRefused', count));
	serveApp(join(appFolder, 'out/renderer'));
	Menu.setApplicationMenu(buildMenu((id) => tell(window, 'command', id)));
	window = openWindow({
		preloadFile: join(appFolder, 'out/preload/index.cjs'),
		iconFile: join(appFolder, 'resources/icon.png'),
		placeFile: join(launch.dataFolder, 'window.json'),
		runtime,
	});
	connectWindow(window, archive, filesToAdd, refusals.refusedCount);
	listenToApp(window, archive, filesToAdd);
}

function connectWindow(
	window: BrowserWindow,
	archive: ArchiveSupervisor,
	filesToAdd: FilesToAdd,
	refusedCount: () => number,
): void {
	answerWindow(window, {
		chooseFiles: () => chooseFiles(window),
		chooseFolder: () => chooseFolder(window),
		chooseArchive: () => chooseArchive(window),
		chooseSavePath: (suggestedName) => chooseSavePath(window, suggestedName),
		refusedRequests: refusedCount,
		filesToAdd: () => filesToAdd.take(),
		openExternal: (url) => openExternal(window, url),
		setTitle: (title) => window.setTitle(title),
		wantArchivePort: (purpose) => tell(window, 'archivePort', purpose, [archive.connect(purpose)]),
	});
}

function listenToApp(window: BrowserWindow, archive: ArchiveSupervisor, filesToAdd: FilesToAdd): void {
	app.on('second-instance', (_event, _argv, _folder, data) => {
		const second = data as Launch;
		if (second.archivePath) archive.open(second.archivePath);
		filesToAdd.offer(second.filesToAdd);
		if (window.isDestroyed()) return;
		if (window.isMinimized()) window.restore();
		window.focus();
	});
	app.on('open-file', (event, path) => {
		event.preventDefault();
		archive.open(path);
	});
	app.on('window-all-closed', () => app.quit());
	let isClosed = false;
	// The windows are gone by now, and with them what they still had to say to the archive.
	app.on('will-quit', (event) => {
		if (isClosed) return;
		event.preventDefault();
		void archive.close().then(() => {
			isClosed = true;
			app.quit();
		});
	});
}
