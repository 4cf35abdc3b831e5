// The data by which text in pictures is recognised, gathered in one folder that the program reads and a package carries:
// from npm where there is a package, else from Debian's, which are installed, or only unpacked where that is not allowed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { inPackage, isRoot, projectRoot } from './places.mjs';
import { say } from './say.mjs';

const folder = path.join(projectRoot, 'resources', 'tessdata');

/** @type {{ code: string, name: string, debian?: string }[]} */
const languages = [
	{ code: 'eng', name: 'English' },
	{ code: 'rus', name: 'Russian', debian: 'tesseract-ocr-rus' },
	{ code: 'hye', name: 'Armenian' },
	{ code: 'aze', name: 'Azerbaijani' },
	{ code: 'aze_cyrl', name: 'Azerbaijani (Cyrillic)', debian: 'tesseract-ocr-aze-cyrl' },
	{ code: 'tur', name: 'Turkish' },
	{ code: 'fra', name: 'French' },
	{ code: 'kat', name: 'Georgian' },
];

/** Never keeps anything from starting: without a language's data everything else works, and the program says so too. */
export function ensureRecognitionData() {
	try {
		const missing = languages.filter(({ code }) => !fs.existsSync(fileOf(code)));
		if (missing.length === 0) return;
		fs.mkdirSync(folder, { recursive: true });
		const absent = missing.filter((language) => !fromNpm(language) && !fromSystem(language));
		fetchFromDebian(absent);
		tell(absent.filter(({ code }) => !fs.existsSync(fileOf(code))));
	} catch (error) {
		say(`text in pictures cannot be recognised: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** @param {string} code */
function fileOf(code) {
	return path.join(folder, `${code}.traineddata.gz`);
}

/** @param {{ code: string }} language */
function fromNpm({ code }) {
	const file = inPackage('@tesseract.js-data', code, '4.0.0_best_int', `${code}.traineddata.gz`);
	if (!fs.existsSync(file)) return false;
	put(code, fs.readFileSync(file));
	return true;
}

/** @param {{ code: string }} language */
function fromSystem({ code }) {
	const base = '/usr/share/tesseract-ocr';
	const versions = fs.existsSync(base)
		? fs.readdirSync(base).map((version) => path.join(base, version, 'tessdata'))
		: [];
	return fromFolders(code, [...versions, '/usr/share/tessdata', '/usr/share/tesseract/tessdata']);
}

/**
 * @param {string} code
 * @param {string[]} folders
 */
function fromFolders(code, folders) {
	const file = folders.map((each) => path.join(each, `${code}.traineddata`)).find((each) => fs.existsSync(each));
	if (!file) return false;
	put(code, zlib.gzipSync(fs.readFileSync(file)));
	return true;
}

/**
 * Aside and then renamed: a start that is cut off leaves no half file.
 * @param {string} code
 * @param {Uint8Array} packed
 */
function put(code, packed) {
	const aside = `${fileOf(code)}.${process.pid}.new`;
	fs.writeFileSync(aside, packed);
	fs.renameSync(aside, fileOf(code));
}

/** @param {{ code: string, name: string, debian?: string }[]} absent */
function fetchFromDebian(absent) {
	const wanted = absent.flatMap(({ debian }) => debian ?? []);
	if (wanted.length === 0 || !fs.existsSync('/usr/bin/apt-get')) return;
	say(`fetching from Debian: ${wanted.join(', ')} (seconds, once)`);
	const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-tessdata-'));
	try {
		// Downloading and unpacking needs no rights and leaves the system as it is; only the lists may be stale.
		if (!download(wanted, parent) && isRoot) {
			run('apt-get', ['update', '-qq'], parent);
			download(wanted, parent);
		}
		for (const file of fs.readdirSync(parent).filter((name) => name.endsWith('.deb')))
			run('dpkg-deb', ['-x', file, 'unpacked'], parent);
		const base = path.join(parent, 'unpacked/usr/share/tesseract-ocr');
		const folders = fs.existsSync(base)
			? fs.readdirSync(base).map((version) => path.join(base, version, 'tessdata'))
			: [];
		for (const { code } of absent) fromFolders(code, folders);
	} finally {
		fs.rmSync(parent, { recursive: true, force: true });
	}
}

/**
 * @param {string[]} packages
 * @param {string} cwd
 */
function download(packages, cwd) {
	return run('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', ...packages], cwd);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
	return spawnSync(command, args, { cwd, stdio: 'ignore' }).status === 0;
}

/** @param {{ code: string, name: string, debian?: string }[]} still */
function tell(still) {
	if (still.length === 0) return;
	const names = still.map(({ name }) => name).join(', ');
	const packages = still.flatMap(({ debian }) => debian ?? []).join(' ');
	say(
		`without the data for ${names}, pictures in that language cannot be recognised yet. Install ${packages || 'the dependencies'} and run \`npm run setup\`, or add a .traineddata file in the settings.`,
	);
}
