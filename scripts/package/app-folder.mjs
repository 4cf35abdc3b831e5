// The folder that becomes the app's archive file: what the build made, and of the packages only what it still opens by
// name at run time, since all of their code is in the bundles already.
import fs from 'node:fs';
import path from 'node:path';
import { inPackage, projectRoot } from '../setup/places.mjs';
import { desktopFileName } from './desktop-files.mjs';
import { product } from './product.mjs';

/** @typedef {{ platform: NodeJS.Platform, arch: string }} Target */

/** Files of packages that the program looks for beside their package.json. @type {Record<string, RegExp>} */
const filesOfPackages = {
	'pdfjs-dist': /^(cmaps|standard_fonts|wasm)\/(?!.*(quickjs|nowasm))/,
	'tesseract.js-core': /^tesseract-core-simd-lstm\.(js|wasm)$/,
};
const builtAddon = 'build/Release/better_sqlite3.node';

/**
 * @param {string} folder made anew
 * @param {Target} target
 * @param {string} icon for the window
 */
export function fillAppFolder(folder, target, icon) {
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	copy('out', folder, (file) => path.basename(file) !== 'built-from.txt');
	copy('resources/starter', folder);
	copy('resources/tessdata', folder);
	fs.copyFileSync(icon, path.join(folder, 'resources/icon.png'));
	for (const [name, wanted] of Object.entries(filesOfPackages)) copyPackage(name, folder, wanted);
	for (const driver of ['better-sqlite3', 'better-sqlite3-multiple-ciphers'])
		copyPackage(driver, folder, new RegExp(`^${addonFor(driver, target).replaceAll('.', '[.]')}$`));
	fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest(), null, '\t')}\n`);
}

/** Without the dependencies: a packager would look for them and carry them all. */
function manifest() {
	const { name, productName, version, description, author, license, type, main } = product;
	return { name, productName, version, description, author, license, type, main, desktopName: desktopFileName };
}

/**
 * The one that was built here, where the ones that come with the package do not load in this runtime.
 * @param {string} driver
 * @param {Target} target
 */
function addonFor(driver, { platform, arch }) {
	const isHere = platform === process.platform && arch === process.arch;
	if (isHere && fs.existsSync(inPackage(driver, builtAddon))) return builtAddon;
	return `prebuilds/${platform}-${arch}.node`;
}

/**
 * @param {string} place below the project
 * @param {string} folder
 * @param {(file: string) => boolean} [isWanted]
 */
function copy(place, folder, isWanted = () => true) {
	fs.cpSync(path.join(projectRoot, place), path.join(folder, place), { recursive: true, filter: isWanted });
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {RegExp} wanted matches paths below the package
 */
function copyPackage(name, folder, wanted) {
	const files = fs.readdirSync(inPackage(name), { recursive: true, encoding: 'utf8', withFileTypes: true });
	const chosen = files
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(inPackage(name), path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((file) => file === 'package.json' || wanted.test(file));
	if (chosen.length < 2) throw new Error(`${name} has none of the files that Lectern opens`);
	for (const file of chosen) {
		const to = path.join(folder, 'node_modules', name, file);
		fs.mkdirSync(path.dirname(to), { recursive: true });
		fs.copyFileSync(inPackage(name, file), to);
	}
}
