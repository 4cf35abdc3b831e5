// What each way of running Lectern needs, and no more: a browser start never fetches Electron.
import { ensureSystemPackages } from './debian-packages.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { ensureRecognitionData } from './recognition-data.mjs';
import { ensureSqlite } from './sqlite-addon.mjs';

/** For the window: the Electron runtime, its libraries, SQLite in it, language data. */
export async function ensureForWindow() {
	ensureSystemPackages('window');
	const electron = await ensureElectron();
	ensureSqlite(electron.executable);
	ensureRecognitionData();
	return electron;
}

/** For the browser edition and the command line: SQLite in Node, language data. */
export function ensureForNode() {
	ensureSqlite();
	ensureRecognitionData();
}

/** For the unit tests: that, and the programs by which they check what Lectern writes. */
export function ensureForUnitTests() {
	ensureSystemPackages('age');
	ensureForNode();
}

/** For the tests: all of it, with a display that needs no screen and a browser. */
export async function ensureForTests() {
	ensureSystemPackages('window', 'display', 'browser', 'age');
	return ensureForWindow();
}

/**
 * For search beside its yardsticks: SQLite in Node, Xapian where it is asked for.
 * @param {{ withXapian: boolean }} options
 */
export function ensureForSearchBench({ withXapian }) {
	ensureForNode();
	if (withXapian) ensureSystemPackages('xapian');
}
