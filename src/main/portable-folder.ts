import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A folder of this name beside the program makes it portable: what it keeps is kept there, and nothing on the machine. */
export const portableFolderName = 'lectern-data';

/** For the environment of a portable program: GTK keeps its settings by way of dconf, which writes to the person's home. */
export const noTraces = { GSETTINGS_BACKEND: 'memory' };

/** What the place of the folder depends on, passed in so that it can be tried for every system. */
export interface Program {
	/** As `process.execPath`. */
	executable: string;
	/** As `process.platform`. */
	platform: string;
	environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The data folder of a portable program, or null for one that is not. On a medium that cannot be written to, it is a
 * passing one on the machine, in memory where there is such a place: Chromium cannot do without any.
 */
export function portableDataFolder(program: Program): string | null {
	const folder = join(folderBeside(program), portableFolderName);
	if (!isFolder(folder)) return null;
	return isWritable(folder) ? folder : makePassingFolder(program.environment.XDG_RUNTIME_DIR);
}

function folderBeside({ executable, platform, environment }: Program): string {
	// An AppImage runs from a mount of its own, and says where its file lies.
	if (environment.APPIMAGE) return dirname(environment.APPIMAGE);
	// Lectern.app/Contents/MacOS/Lectern
	return platform === 'darwin' ? resolve(executable, '../../../..') : dirname(executable);
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * A folder that goes when this program ends, however that is.
 *
 * @param runtimeFolder lies in memory, and is gone when the person logs out
 */
export function makePassingFolder(runtimeFolder: string | undefined): string {
	const parent = runtimeFolder && isFolder(runtimeFolder) && isWritable(runtimeFolder) ? runtimeFolder : tmpdir();
	const folder = mkdtempSync(join(parent, 'lectern-'));
	removeAfterEnd(folder);
	return folder;
}

/**
 * Subtle: by another process. Chromium writes its caches when all of our code has ended, and makes folders anew for them.
 * It also does it when the program is killed. Windows has no such shell; there the folder stays until the next clean-up.
 */
function removeAfterEnd(folder: string): void {
	if (process.platform === 'win32') return;
	const script = 'while kill -0 "$0" 2>/dev/null; do sleep 1; done; rm -rf -- "$1"';
	// Away from the medium, which could not be unmounted otherwise.
	spawn('/bin/sh', ['-c', script, String(process.pid), folder], { cwd: '/', detached: true, stdio: 'ignore' }).unref();
}
