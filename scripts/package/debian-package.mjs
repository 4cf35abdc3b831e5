// The package for Debian and Ubuntu. Put together by dpkg-deb, which is there on both; electron-builder would fetch a
// packager of its own. It runs no script at installing: menus, icons and types are taken up by the system's own triggers.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../setup/places.mjs';
import { noTime } from './archives.mjs';
import { desktopFile, desktopFileName, mimeFile } from './desktop-files.mjs';
import { linuxSizesPx } from './icons.mjs';
import { appId, product } from './product.mjs';

const home = '/usr/lib/lectern';
const architectures = new Map([
	['x64', 'amd64'],
	['arm64', 'arm64'],
]);

/**
 * @param {{ packed: string, icons: string, work: string, file: string }} places
 */
export function makeDebianPackage({ packed, icons, work, file }) {
	const root = path.join(work, 'debian');
	fs.rmSync(root, { recursive: true, force: true });
	const at = (/** @type {string} */ place) => {
		const to = path.join(root, place);
		fs.mkdirSync(path.dirname(to), { recursive: true });
		return to;
	};
	fs.cpSync(packed, at(home), { recursive: true });
	// Where users may not make namespaces of their own, this is Chromium's way to its sandbox.
	fs.chmodSync(at(`${home}/chrome-sandbox`), 0o4755);
	fs.symlinkSync(`../lib/lectern/bin/lectern`, at('/usr/bin/lectern'));
	fs.writeFileSync(
		at(`/usr/share/applications/${desktopFileName}`),
		desktopFile({ command: `${home}/lectern`, icon: appId }),
	);
	fs.writeFileSync(at(`/usr/share/mime/packages/${appId}.xml`), mimeFile());
	for (const size of linuxSizesPx)
		fs.copyFileSync(
			path.join(icons, `${size}x${size}.png`),
			at(`/usr/share/icons/hicolor/${size}x${size}/apps/${appId}.png`),
		);
	fs.copyFileSync(path.join(icons, 'lectern.svg'), at(`/usr/share/icons/hicolor/scalable/apps/${appId}.svg`));
	fs.writeFileSync(at('/usr/share/doc/lectern/copyright'), copyright());
	fs.writeFileSync(at('/DEBIAN/control'), control(sizeOf(root)));
	build(root, file);
}

/**
 * Whatever the umask was, what is packed must be readable by all and written by none but root.
 * @param {string} root
 * @param {string} file
 */
function build(root, file) {
	spawnSync('chmod', ['-R', 'u+w,go-w,a+rX', root]);
	const made = spawnSync('dpkg-deb', ['--root-owner-group', '-Zzstd', '--build', root, file], {
		encoding: 'utf8',
		// No file in it is then newer than this.
		env: { ...process.env, SOURCE_DATE_EPOCH: String(noTime.getTime() / 1000) },
	});
	if (made.status !== 0) throw new Error(`dpkg-deb could not make the package: ${made.stderr}`);
}

/** @param {number} installedKib */
function control(installedKib) {
	return `Package: lectern
Version: ${product.version}
Architecture: ${architectures.get(process.arch)}
Maintainer: ${product.author} <lectern@example.invalid>
Installed-Size: ${installedKib}
Depends: libasound2 | libasound2t64, libatk-bridge2.0-0 | libatk-bridge2.0-0t64, libc6, libcups2 | libcups2t64, libgbm1, libgtk-3-0 | libgtk-3-0t64, libnss3
Recommends: shared-mime-info, xdg-utils
Section: text
Priority: optional
Description: ${product.description.replace(/^An? /, '')}
 Full-text search, reading, annotation and verification of primary sources,
 in one file and with no network at all.
`;
}

/** Machine-readable, as Debian asks for; the whole texts lie with the program. */
function copyright() {
	const licence = fs.readFileSync(path.join(projectRoot, 'LICENSE'), 'utf8');
	const indented = licence.trimEnd().replace(/^.*$/gm, (line) => (line.trim() === '' ? ' .' : ` ${line}`));
	return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ${product.productName}
Comment: The parts by others and their licences are in ${home}/THIRD-PARTY.txt
 and ${home}/LICENSES.chromium.html.

Files: *
Copyright: ${product.author}
License: Apache-2.0
${indented}
`;
}

/** @param {string} folder */
function sizeOf(folder) {
	return Number(spawnSync('du', ['-sk', folder], { encoding: 'utf8' }).stdout.split('\t')[0]);
}
