import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { currentNode, inPackage, projectRoot } from './places.mjs';
import { run } from './run.mjs';
import { SetUpError, say } from './say.mjs';

const sources = [
	...['src', 'resources', 'scripts/vite-plugins', 'electron.vite.config.ts'],
	...['package.json', 'package-lock.json'],
];
const stamp = path.join(projectRoot, 'out', 'built-from.txt');

/** Builds out/ when a source is newer than, or other than, what it was built from. */
export async function ensureBuild() {
	const from = fingerprint();
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === from) return;
	say('building the app (some seconds)');
	fs.rmSync(stamp, { force: true });
	const args = [inPackage('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'];
	const status = await run(currentNode(), args, { cwd: projectRoot, stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new SetUpError('the build failed; it says why above.');
	fs.writeFileSync(stamp, from);
}

/** Names, sizes and times of all sources: some milliseconds for a thousand files. */
function fingerprint() {
	const hash = createHash('sha256');
	for (const source of sources) addTo(hash, path.join(projectRoot, source));
	return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} file
 */
function addTo(hash, file) {
	const stat = fs.statSync(file, { throwIfNoEntry: false });
	if (stat?.isDirectory()) {
		for (const name of fs.readdirSync(file).sort()) addTo(hash, path.join(file, name));
	} else if (stat && !/[.]test[.]tsx?$/.test(file)) {
		hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
	}
}
