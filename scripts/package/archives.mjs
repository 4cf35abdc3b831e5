// The packed folder as one file. Made here and not by electron-builder: it would fetch a program for it, and leave out
// the folder, so that a ZIP spills some seventy files wherever it is unpacked.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Of every entry: the same content then makes the same file. */
export const noTime = new Date('2000-01-01T00:00:00Z');
/** The same for ZIP files, which have the time of day of wherever they are made. */
const noZipTime = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true };

/**
 * A ZIP with one folder in it, to be unpacked on a stick. `emptyFolders` are made in that folder.
 * @param {string} folder
 * @param {string} file
 * @param {string[]} emptyFolders
 */
export async function zipFolder(folder, file, emptyFolders = []) {
	const zip = new ZipFile();
	const inside = path.basename(file, '.zip');
	for (const { place, isExecutable } of filesIn(folder)) {
		zip.addFile(path.join(folder, place), `${inside}/${place}`, {
			...noZipTime,
			mode: isExecutable ? 0o100755 : 0o100644,
		});
	}
	for (const empty of emptyFolders) zip.addEmptyDirectory(`${inside}/${empty}`, { ...noZipTime, mode: 0o040755 });
	zip.end();
	await pipeline(zip.outputStream, fs.createWriteStream(file));
}

/**
 * @param {string} folder
 * @param {string} file
 */
export function tarFolder(folder, file) {
	const inside = path.basename(file, '.tar.gz');
	const made = spawnSync(
		'tar',
		[
			...[
				'--sort=name',
				'--owner=0',
				'--group=0',
				'--numeric-owner',
				'--mode=u+w,go-w,a+rX',
				`--mtime=@${noTime.getTime() / 1000}`,
			],
			`--transform=s,^[.],${inside},`,
			...['-czf', file, '-C', folder, '.'],
		],
		{ encoding: 'utf8' },
	);
	if (made.status !== 0) throw new Error(`tar could not pack ${folder}: ${made.stderr}`);
}

/** @param {string} folder */
function filesIn(folder) {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.map((file) => ({
			place: path.relative(folder, file).replaceAll('\\', '/'),
			isExecutable: (fs.statSync(file).mode & 0o100) !== 0,
		}))
		.sort((a, b) => (a.place < b.place ? -1 : 1));
}
