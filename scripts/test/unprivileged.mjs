// Chromium has no sandbox when root runs it, so a root user's end-to-end tests run as `nobody` where that can be.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isRoot } from '../setup/places.mjs';
import { say } from '../setup/say.mjs';

const asNobody = ['--reuid=nobody', '--regid=nogroup', '--clear-groups'];

/**
 * @param {string[]} readable what that user must be able to read
 * @returns {string | undefined} why it cannot be, if it cannot
 */
export function whyNotUnprivileged(readable) {
	const as = (/** @type {string[]} */ ...command) => spawnSync('setpriv', [...asNobody, ...command]).status === 0;
	if (!as('true')) return 'setpriv cannot change to the user nobody';
	const closed = readable.find((file) => fs.existsSync(file) && !as('test', '-r', file));
	if (closed) return `the user nobody cannot read ${closed}`;
	if (!as('unshare', '--user', '--map-root-user', 'true')) return 'this system gives nobody no user namespaces';
	return undefined;
}

/**
 * Runs `body` with a folder of its own that the unprivileged user may write to, as home and for results.
 * @param {(command: { prefix: [string, ...string[]], home: string }) => Promise<number>} body
 */
export async function asUnprivileged(body) {
	const home = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-e2e-'));
	const nobody = Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout);
	const nogroup = Number(spawnSync('id', ['-g', 'nobody'], { encoding: 'utf8' }).stdout);
	fs.chownSync(home, nobody, nogroup);
	try {
		return await body({ prefix: ['setpriv', ...asNobody], home });
	} finally {
		removeWhenLeft(home);
	}
}

/**
 * Helper processes of Chromium outlive its window by a moment, and a cache they still write makes the folder fill while
 * it is emptied. What cannot be removed at all is said; it is no fault of the tests.
 * @param {string} folder
 */
function removeWhenLeft(folder) {
	try {
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
	} catch (error) {
		say(`the tests' folder ${folder} is left behind: ${error instanceof Error ? error.message : error}`);
	}
}

export const mayNeedIt = isRoot && process.platform === 'linux';
