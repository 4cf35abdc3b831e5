import fs from 'node:fs';
import path from 'node:path';
import { desktopEntry } from './desktop-files.mjs';
import { appId, archiveType, product } from './product.mjs';

/**
 * @typedef {object} PackagePlaces
 * @property {string} app what becomes the archive file
 * @property {string} beside what stands beside the program
 * @property {string} icons
 * @property {string} output
 */

/** Languages of Chromium's own few words; Lectern's are its own, and these are the ones of its six that Chromium has. */
const chromiumLanguages = ['en-US', 'en-GB', 'fr', 'ru', 'tr'];

/**
 * What electron-builder is told. The folder for Linux is proved (`npm run test:packaged`); Windows and macOS are set up
 * here and have not been tried.
 * @param {PackagePlaces} places
 * @param {import('../setup/official-electron.mjs').ElectronRuntime} electron
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({ app, beside, icons, output }, electron) {
	return {
		appId,
		productName: product.productName,
		directories: { app, output, buildResources: icons },
		electronDist: electron.folder,
		electronVersion: electron.version,
		electronLanguages: chromiumLanguages,
		// "No" means that packages are seen to already. Otherwise it would look for them, find none in the app, and take all
		// of the project's.
		beforeBuild: async () => false,
		asar: { smartUnpack: false },
		// The system's loader opens files, not what lies inside of one; Electron would copy it to a temporary folder.
		asarUnpack: ['**/*.node'],
		// A folder of this name at the top is passed over, unless it is a set of its own.
		files: ['**/*', { from: 'node_modules', to: 'node_modules' }],
		extraFiles: [{ from: beside, to: '.' }],
		electronFuses: fuses,
		afterPack: ({ appOutDir }) => fs.promises.rm(path.join(appOutDir, 'resources/default_app.asar'), { force: true }),
		fileAssociations: [
			{
				ext: archiveType.extension,
				name: `${product.productName} archive`,
				mimeType: archiveType.mediaType,
				role: 'Editor',
				rank: 'Owner',
			},
		],
		publish: null,
		linux: {
			executableName: 'lectern',
			target: ['dir'],
			icon: icons,
			category: 'Office',
			desktop: { entry: desktopEntry() },
			syncDesktopName: false,
		},
		appImage: { artifactName: `${packageName(electron)}.AppImage` },
		win: {
			icon: path.join(icons, 'lectern.ico'),
			// Not `portable`, which unpacks itself into the machine's temporary folder at every start.
			target: ['zip', 'nsis'],
			artifactName: `${packageName(electron)}.\${ext}`,
		},
		nsis: {
			oneClick: false,
			perMachine: false,
			allowToChangeInstallationDirectory: true,
			deleteAppDataOnUninstall: false,
		},
		mac: {
			icon: path.join(icons, 'lectern.icns'),
			target: ['dmg', 'zip'],
			category: 'public.app-category.productivity',
			artifactName: `${packageName(electron)}.\${ext}`,
			hardenedRuntime: true,
			minimumSystemVersion: '12.0',
		},
	};
}

/** Switches in the program itself, that no argument and no variable of the environment turns back: docs/decisions/0021. */
export const fuses = /** @type {const} */ ({
	runAsNode: false,
	enableCookieEncryption: true,
	enableNodeOptionsEnvironmentVariable: false,
	enableNodeCliInspectArguments: false,
	// Windows and macOS only: Electron does not check it on Linux.
	enableEmbeddedAsarIntegrityValidation: true,
	onlyLoadAppFromAsar: true,
	loadBrowserProcessSpecificV8Snapshot: false,
	grantFileProtocolExtraPrivileges: false,
});

/**
 * `lectern-0.1.0-linux-x64`; a package on the development runtime says so in its name (decision 5).
 * @param {Pick<import('../setup/official-electron.mjs').ElectronRuntime, 'source'>} electron
 */
export function packageName({ source }) {
	const label = source === 'registry' ? '-development' : '';
	return `${product.name}-${product.version}${label}-${systemName()}-${process.arch}`;
}

function systemName() {
	return { win32: 'windows', darwin: 'macos' }[/** @type {string} */ (process.platform)] ?? process.platform;
}
