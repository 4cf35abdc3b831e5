import { join } from 'node:path';
import { app } from 'electron';
import { speakAsStarted } from '#archive/device/spoken-language.ts';
import manifest from '#package' with { type: 'json' };
import { runProgram } from '../cli/program.ts';
import { startOwnImportProcess } from './own-import-process.ts';

const couldNotBeDone = 2;
/** As a shell says it. */
const interrupted = 130;

export interface CommandLinePlace {
	/** Where `out/` and `resources/` lie. */
	appFolder: string;
	dataFolder: string | null;
}

/**
 * `lectern --cli COMMAND …`, which `bin/lectern` of a packaged app stands for: there is no other Node to run it, since
 * the program cannot be made to act as one (docs/decisions/0021). No window is opened. Gives the exit status.
 */
export async function runCommandLine(argv: readonly string[], place: CommandLinePlace): Promise<number> {
	// `lectern list | head` closes our output early: that is no failure of ours.
	process.stdout.on('error', (error: NodeJS.ErrnoException) => app.exit(error.code === 'EPIPE' ? 0 : couldNotBeDone));
	// Chromium takes Ctrl+C for itself and quits. A command that listens wants to stop in order: it is told instead.
	app.on('before-quit', (event) => {
		event.preventDefault();
		if (!process.emit('SIGINT')) app.exit(interrupted);
	});
	await app.whenReady();
	await speakAsStarted();
	return runProgram(argv, { version: manifest.version, installation: installationIn(place) });
}

function installationIn({ appFolder, dataFolder }: CommandLinePlace) {
	return {
		folder: appFolder,
		runtime: `electron ${process.versions.electron}`,
		dataFolder,
		startImportProcess: () => startOwnImportProcess(join(appFolder, 'out/main/import-process.cjs')),
	};
}
