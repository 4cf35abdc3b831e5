// `npm run package [-- PART…]`: the app as people get it, in `dist/`, for the system it is run on. Parts on Linux: `folder`,
// `zip`, `tar`, `deb`, and, only when asked for, `appimage`, which electron-builder downloads a file for. Elsewhere:
// `folder` and `windows` or `macos`.
import './setup/node-version.cjs';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onCurrentNode } from './setup/node.mjs';
import { runScript, SetUpError, say } from './setup/say.mjs';

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const usual = {
	linux: ['folder', 'zip', 'tar', ...(fs.existsSync('/usr/bin/dpkg-deb') ? ['deb'] : [])],
	win32: ['folder', 'windows'],
	darwin: ['folder', 'macos'],
};
/** What electron-builder makes beside the folder. @type {Record<string, string[]>} */
const builderTargets = { appimage: ['AppImage'], windows: ['zip', 'nsis'], macos: ['dmg', 'zip'] };
const known = ['folder', 'zip', 'tar', 'deb', ...Object.keys(builderTargets)];

await runScript(() => onCurrentNode(makePackages));

async function makePackages() {
	const parts = chosenParts();
	const { ensureForWindow } = await import('./setup/parts.mjs');
	const { packFolder, distribution, work } = await import('./package/packed-folder.mjs');
	const { packageName } = await import('./package/builder-config.mjs');
	const electron = await ensureForWindow();
	const packed = await packFolder(
		electron,
		parts.flatMap((part) => builderTargets[part] ?? []),
	);
	const name = path.join(distribution, packageName(electron));
	const files = await makeFiles(parts, packed, name);
	writeDigests(files, `${name}.sha256`);
	fs.rmSync(work, { recursive: true });
	process.stdout.write(`${[packed, ...files].map((file) => path.relative(process.cwd(), file)).join('\n')}\n`);
	if (electron.source === 'registry')
		say(`this is a development build, on Electron ${electron.version}: good for trying and testing, not for a release`);
}

function chosenParts() {
	const given = process.argv.slice(2);
	const parts = given.length > 0 ? given : (usual[process.platform] ?? ['folder']);
	const unknown = parts.find((part) => !known.includes(part));
	if (unknown) throw new SetUpError(`there is no package "${unknown}"; there are ${known.join(', ')}.`);
	return parts;
}

/**
 * Gives the files that were made of the packed folder.
 * @param {string[]} parts
 * @param {string} packed
 * @param {string} name where they go, without the ending
 */
async function makeFiles(parts, packed, name) {
	const { tarFolder, zipFolder } = await import('./package/archives.mjs');
	const { makeDebianPackage } = await import('./package/debian-package.mjs');
	const { icons, work } = await import('./package/packed-folder.mjs');
	/** @type {[part: string, file: string, make: (file: string) => void | Promise<void>][]} */
	const makers = [
		// For a stick: what it keeps, it keeps in the folder beside the program (docs/decisions/0021).
		['zip', `${name}.zip`, (file) => zipFolder(packed, file, ['lectern-data'])],
		['tar', `${name}.tar.gz`, (file) => tarFolder(packed, file)],
		['deb', `${name}.deb`, (file) => makeDebianPackage({ packed, icons, work, file })],
	];
	const chosen = makers.filter(([part]) => parts.includes(part));
	for (const [, file, make] of chosen) {
		fs.rmSync(file, { force: true });
		await make(file);
	}
	return chosen.map(([, file]) => file);
}

/**
 * As `sha256sum --check` reads it.
 * @param {string[]} files
 * @param {string} to
 */
function writeDigests(files, to) {
	if (files.length === 0) return;
	const lines = files.map((file) => {
		const digest = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
		return `${digest}  ${path.basename(file)}\n`;
	});
	fs.writeFileSync(to, lines.join(''));
}
