// What Lectern needs from the system. Looked for by what is used (library, program), not by package name:
// a name differs between releases and distributions.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isRoot } from './places.mjs';
import { SetUpError, say } from './say.mjs';

/**
 * @typedef {object} Need
 * @property {string} what as a person would search for it
 * @property {string[]} packages Debian's names for it, newest release first
 * @property {() => boolean} isThere
 */

/** @type {Record<'window' | 'display' | 'browser' | 'age' | 'compiler' | 'xapian', Need[]>} */
const needs = {
	window: [
		library('libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']),
		library('libnss3.so', ['libnss3']),
		library('libasound.so.2', ['libasound2t64', 'libasound2']),
		library('libgbm.so.1', ['libgbm1']),
	],
	display: [program('xvfb-run', ['xvfb']), program('xauth', ['xauth'])],
	browser: [
		program('chromium', ['chromium']),
		{
			what: 'Liberation fonts',
			packages: ['fonts-liberation'],
			isThere: () => fs.existsSync('/usr/share/fonts/truetype/liberation'),
		},
	],
	// Opens what Lectern encrypts, in the tests.
	age: [program('age', ['age'])],
	compiler: [program('python3', ['python3']), program('make', ['make']), program('g++', ['g++'])],
	xapian: [
		program('g++', ['g++']),
		{ what: 'Xapian', packages: ['libxapian-dev'], isThere: () => fs.existsSync('/usr/include/xapian.h') },
	],
};

/**
 * @param {string} name
 * @param {string[]} packages
 * @returns {Need}
 */
function program(name, packages) {
	const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/bin'];
	return { what: name, packages, isThere: () => folders.some((folder) => fs.existsSync(path.join(folder, name))) };
}

/**
 * @param {string} name
 * @param {string[]} packages
 * @returns {Need}
 */
function library(name, packages) {
	return { what: name, packages, isThere: () => knownLibraries().includes(name) };
}

/** @type {string | undefined} */
let libraries;
function knownLibraries() {
	if (libraries === undefined) {
		const tool = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => fs.existsSync(file)) ?? 'ldconfig';
		libraries = spawnSync(tool, ['-p'], { encoding: 'utf8' }).stdout ?? '';
	}
	return libraries;
}

/**
 * Makes sure that the system has what a purpose needs. Where the machine is Debian-like and the user root, what is
 * missing is installed; anywhere else a SetUpError names it and the command.
 * @param {(keyof typeof needs)[]} purposes
 */
export function ensureSystemPackages(...purposes) {
	if (process.platform !== 'linux') return;
	const missing = missingNow(purposes);
	if (missing.length === 0) return;
	if (!isRoot || !fs.existsSync('/usr/bin/apt-get')) throw new SetUpError(howToInstall(missing));
	install(missing);
	libraries = undefined;
	const still = missingNow(purposes);
	if (still.length > 0) throw new SetUpError(howToInstall(still));
}

/** @param {(keyof typeof needs)[]} purposes */
function missingNow(purposes) {
	return purposes.flatMap((purpose) => needs[purpose]).filter((need) => !need.isThere());
}

/** @param {Need[]} missing */
function install(missing) {
	say(`installing from Debian: ${missing.map((need) => need.what).join(', ')} (usually under a minute, once)`);
	const updated = apt(['update', '-qq']);
	const names = missing.map(nameHere);
	const installed = apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
	if (installed.status === 0) return;
	process.stderr.write(`${updated.stderr}${installed.stderr}`);
	throw new SetUpError(`apt-get could not install ${names.join(' ')}; it says why above.`);
}

/** @param {string[]} args */
function apt(args) {
	return spawnSync('apt-get', args, {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		maxBuffer: 64 << 20,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	});
}

/** @param {Need} need */
function nameHere(need) {
	const known = (/** @type {string} */ name) => spawnSync('apt-cache', ['show', name]).status === 0;
	return need.packages.find(known) ?? need.packages.at(-1) ?? need.what;
}

/** @param {Need[]} missing */
function howToInstall(missing) {
	const what = missing.map((need) => need.what).join(', ');
	if (!fs.existsSync('/usr/bin/apt-get')) {
		const names = missing.map((need) => need.packages.at(-1)).join(' ');
		return `this system lacks: ${what}. Install them with its package manager (Debian calls them ${names}), then start again.`;
	}
	const names = missing.map(nameHere).join(' ');
	return `this system lacks: ${what}. Install them, then start again:\n  sudo apt-get update && sudo apt-get install -y ${names}`;
}
