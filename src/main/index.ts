import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { registerAppScheme, serveApp, serveRecordings } from './app-protocol.ts';
import { superviseArchive } from './archive-supervisor.ts';
import { readCommand, readLaunch } from './arguments.ts';
import { isFieldFolder, leaveNothing } from './field-profile.ts';
import { createFilesToAdd } from './files-to-add.ts';
import { lockDownChromium, lockDownSession } from './lock-down.ts';
import { makePassingFolder, noTraces, portableDataFolder } from './portable-folder.ts';
import { describeRuntime } from './runtime.ts';
import { openWindow, tell } from './window.ts';

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

async function start(): Promise<void> {
	const appFolder = app.getAppPath();
	const runtime = describeRuntime();
	let window: BrowserWindow | null = null;
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
		onGivenUp: (exitCode) => void import('./attend.ts').then(({ sayStopped }) => sayStopped(window, exitCode)),
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
	const { attend } = await import('./attend.ts');
	attend(window, { launch, isField, archive, filesToAdd, refusedCount: refusals.refusedCount });
}
