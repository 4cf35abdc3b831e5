import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What SQLite may have beside a file. */
export const fileEndings = ['', '-wal', '-shm', '-journal'];

/** The file that an archive is written anew in, until it takes the archive's name. */
export const asideOf = (path: string) => `${path}.new`;

/** A name for the file as it was before: `name.old.lectern`, or with the first number that is free. */
export function freeOldName(path: string): string {
	for (let number = 1; ; number += 1) {
		const name = `${stemOf(path)}.old${number === 1 ? '' : `-${number}`}.lectern`;
		if (!existsSync(name)) return name;
	}
}

/**
 * Removes what a rewriting that was broken off left beside an archive: the unfinished file, which may be without a
 * passphrase where the archive has one, and another name of the archive's own file. Nobody else may have the archive
 * open for writing.
 */
export function removeBrokenOff(path: string): void {
	removeWithSidecars(asideOf(path));
	const own = statSync(path, { bigint: true });
	if (own.nlink < 2n) return;
	for (const old of oldNamesOf(path)) {
		const { dev, ino } = statSync(old, { bigint: true });
		if (dev === own.dev && ino === own.ino) rmSync(old);
	}
}

/**
 * Gives an archive its name back where a rewriting was broken off between taking it away and giving it to the new file,
 * which happens only where no links can be made. The new file, of which nobody was told, is removed when it is opened.
 */
export function restoreBrokenOff(path: string): void {
	if (existsSync(path) || !existsSync(asideOf(path))) return;
	const [latest] = oldNamesOf(path).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
	if (latest !== undefined) renameSync(latest, path);
}

export function removeWithSidecars(path: string): void {
	for (const ending of fileEndings) rmSync(path + ending, { force: true });
}

export function removeSidecars(path: string): void {
	for (const ending of fileEndings) if (ending !== '') rmSync(path + ending, { force: true });
}

/** Files beside an archive that have the name of one as it was before. */
export function oldNamesOf(path: string): string[] {
	const stem = `${basename(stemOf(path))}.old`;
	return readdirSync(dirname(path))
		.filter((name) => name.startsWith(stem) && /^(-\d+)?\.lectern$/.test(name.slice(stem.length)))
		.map((name) => join(dirname(path), name));
}

const stemOf = (path: string) => path.replace(/\.lectern$/, '');
