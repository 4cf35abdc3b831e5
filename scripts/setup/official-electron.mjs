import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inPackage, readJson, userCache } from './places.mjs';
import { say } from './say.mjs';

/** @typedef {{ executable: string, folder: string, version: string, source: 'override' | 'official' | 'registry' }} ElectronRuntime */

const package_ = inPackage('electron');
const retryAfterMs = 7 * 24 * 3600 * 1000;

/**
 * The runtime that ELECTRON_OVERRIDE_DIST_PATH names, as the electron package itself reads it.
 * @returns {ElectronRuntime | undefined}
 */
export function overriddenElectron() {
	const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
	if (!folder) return undefined;
	return { executable: path.join(folder, 'electron'), folder, version: versionIn(folder), source: 'override' };
}

/**
 * The official runtime, downloaded if it can be. A failure is remembered for a week, so that a machine without access
 * does not wait for it at every start.
 * @returns {ElectronRuntime | undefined}
 */
export function officialElectron() {
	return installed() ?? download();
}

/** @returns {ElectronRuntime | undefined} */
function installed() {
	const pathFile = path.join(package_, 'path.txt');
	if (!fs.existsSync(pathFile)) return undefined;
	const folder = path.join(package_, 'dist');
	const executable = path.join(folder, fs.readFileSync(pathFile, 'utf8'));
	return fs.existsSync(executable) ? { executable, folder, version: versionIn(folder), source: 'official' } : undefined;
}

function download() {
	const { version } = readJson(path.join(package_, 'package.json'));
	const failure = path.join(userCache, `electron-${version}-not-available.txt`);
	if (fs.existsSync(failure) && Date.now() - fs.statSync(failure).mtimeMs < retryAfterMs) return undefined;
	say(`downloading Electron ${version} (about 110 MB, once)`);
	const result = spawnSync(process.execPath, [path.join(package_, 'install.js')], {
		encoding: 'utf8',
		timeout: 10 * 60 * 1000,
	});
	const found = installed();
	if (result.status === 0 && found) return found;
	const reason = (result.stderr || result.error?.message || 'no reason given').split('\n')[0] ?? '';
	say(`the official Electron cannot be had here: ${reason}`);
	fs.mkdirSync(userCache, { recursive: true });
	fs.writeFileSync(failure, `${reason}\nRemove this file to try the download again.\n`);
	return undefined;
}

/** @param {string} folder */
function versionIn(folder) {
	const file = path.join(folder, 'version');
	return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}
