import { lstat, readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { listHolders } from '#archive/unplug/holders.ts';
import { isWithin } from '#archive/unplug/mounts.ts';
import { partPath } from './parts/part-name.ts';

/**
 * Whoever writes shows it within this time. Nothing else does: of several parts those that are done are open in nobody's hands,
 * and a program of somebody else, or on another machine, cannot be seen from here.
 */
const longestPauseMillis = 24 * 60 * 60 * 1000;

/**
 * Removes what exports to this name left when the program, or the machine, ended in the middle of them: nobody else would,
 * and on a stick it takes the room that the next one needs. What was written to in the last day stays, and what a program
 * that can be seen from here has open; so does all where the system does not tell who has what open.
 *
 * @param now milliseconds since 1970
 */
export async function removeBrokenOffExports(path: string, now: number): Promise<void> {
	const folder = await realpath(dirname(path));
	const left = (await readdir(folder)).filter((name) => isLeftOf(path, name));
	for (const partial of left.map((name) => join(folder, name))) {
		const isLeft = now - (await lastWrittenMillis(partial)) > longestPauseMillis;
		if (isLeft && listHolders((open) => isWithin(open, partial))?.length === 0)
			await rm(partial, { recursive: true, force: true });
	}
}

/** `letters.zip.UUID.partial`, and the same of each part. */
function isLeftOf(path: string, name: string): boolean {
	const [, own = ''] = /^(.+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.partial$/.exec(name) ?? [];
	if (own === basename(path)) return true;
	const numbers = [...own.matchAll(/\.(\d+)-of-(\d+)/g)].map(([, number, total]) => [Number(number), Number(total)]);
	return numbers.some(([number = 0, total = 0]) => own === basename(partPath(path, { number, total })));
}

/** Of a folder, that of whatever in it was written last. */
async function lastWrittenMillis(path: string): Promise<number> {
	const found = await lstat(path);
	if (!found.isDirectory()) return found.mtimeMs;
	const within = await readdir(path, { recursive: true });
	const times = await Promise.all(within.map(async (name) => (await lstat(join(path, name))).mtimeMs));
	return times.reduce((last, time) => Math.max(last, time), found.mtimeMs);
}
