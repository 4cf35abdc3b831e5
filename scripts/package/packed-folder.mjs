// The folder that is the packaged app: made by electron-builder, with what must stand beside the program.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuild } from '../setup/build.mjs';
import { projectRoot, readJson } from '../setup/places.mjs';
import { say } from '../setup/say.mjs';
import { fillAppFolder } from './app-folder.mjs';
import { billOfMaterials } from './bill-of-materials.mjs';
import { builderConfig } from './builder-config.mjs';
import { writeIcons } from './icons.mjs';
import { shippedPackages } from './shipped-packages.mjs';
import { thirdPartyText } from './third-party.mjs';

/** @typedef {import('../setup/official-electron.mjs').ElectronRuntime} ElectronRuntime */

export const distribution = path.join(projectRoot, 'dist');
/** On the way only. */
export const work = path.join(distribution, 'work');
export const icons = path.join(work, 'icons');

/**
 * Packs for this system, and gives the folder with the program.
 * @param {ElectronRuntime} electron
 * @param {string[]} targets electron-builder's, beside the folder
 */
export async function packFolder(electron, targets = []) {
	await ensureBuild();
	say('packing the app');
	const started = Date.now();
	const places = { app: path.join(work, 'app'), beside: path.join(work, 'beside'), icons, output: distribution };
	fs.rmSync(work, { recursive: true, force: true });
	await writeIcons(icons);
	fillAppFolder(places.app, process, path.join(icons, '128x128.png'));
	fillBeside(places.beside, electron);
	const { build, Platform } = await import('electron-builder');
	await build({
		projectDir: projectRoot,
		targets: Platform.current().createTarget(['dir', ...targets]),
		config: builderConfig(places, electron),
	});
	say(`packed in ${Math.round((Date.now() - started) / 1000)} s`);
	return path.join(distribution, packedFolderName());
}

/** The program in a packed folder. @param {string} folder */
export function programIn(folder) {
	if (process.platform === 'win32') return path.join(folder, 'Lectern.exe');
	return path.join(folder, process.platform === 'darwin' ? 'Lectern.app/Contents/MacOS/Lectern' : 'lectern');
}

/** As electron-builder names it. */
function packedFolderName() {
	const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
	if (process.platform === 'win32') return `win${arch}-unpacked`;
	return process.platform === 'darwin' ? `mac${arch}` : `linux${arch}-unpacked`;
}

/**
 * @param {string} folder
 * @param {ElectronRuntime} electron
 */
function fillBeside(folder, electron) {
	fs.mkdirSync(folder, { recursive: true });
	const packages = shippedPackages(readJson(path.join(projectRoot, 'package-lock.json')).packages);
	fs.writeFileSync(path.join(folder, 'THIRD-PARTY.txt'), thirdPartyText(packages, electron));
	fs.writeFileSync(path.join(folder, 'lectern.cdx.json'), billOfMaterials(packages, electron));
	fs.copyFileSync(path.join(projectRoot, 'LICENSE'), path.join(folder, 'LICENSE.txt'));
	if (process.platform !== 'linux') return;
	fs.mkdirSync(path.join(folder, 'bin'));
	fs.copyFileSync(path.join(projectRoot, 'resources/linux/lectern.sh'), path.join(folder, 'bin/lectern'));
	fs.chmodSync(path.join(folder, 'bin/lectern'), 0o755);
}
