import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { nodeModules, projectRoot, readJson } from './places.mjs';
import { SetUpError, say } from './say.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked */

/**
 * Whether what is installed is what the lockfile names. npm keeps its own list of what it installed; packages for
 * other platforms are optional and absent from it.
 * @param {Record<string, Locked>} locked
 * @param {Record<string, Locked>} installed
 */
export function matchesLock(locked, installed) {
	return Object.entries(locked).every(([place, wanted]) => {
		if (place === '') return true;
		const found = installed[place];
		if (!found) return Boolean(wanted.optional || wanted.devOptional);
		return found.version === wanted.version && found.integrity === wanted.integrity;
	});
}

function areCurrent() {
	const list = path.join(nodeModules, '.package-lock.json');
	if (!fs.existsSync(list)) return false;
	return matchesLock(readJson(path.join(projectRoot, 'package-lock.json')).packages, readJson(list).packages);
}

/** Installs exactly what the lockfile names, if it is not there already. */
export function ensureDependencies() {
	if (areCurrent()) return;
	say('installing the packages that Lectern is built from (npm ci; usually under a minute, once)');
	const started = Date.now();
	const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
	const npm = process.env.npm_execpath;
	const result = npm?.endsWith('.js')
		? spawnSync(process.execPath, [npm, ...args], { cwd: projectRoot, stdio: ['ignore', 2, 2] })
		: spawnSync('npm', args, { cwd: projectRoot, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	if (result.status !== 0) {
		throw new SetUpError(
			'the packages could not be installed; npm says why above. Set-up needs the npm registry once. Then start again.',
		);
	}
	say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}
