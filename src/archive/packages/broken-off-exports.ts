import { readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { listHolders } from '#archive/unplug/holders.ts';
import { isWithin } from '#archive/unplug/mounts.ts';
import { partPath } from './parts/part-name.ts';

/** Bare names of what this process is writing: of several parts, those that are done are open in nobody's hands. */
export const exportsUnderWay = new Set<string>();

/**
 * Removes what exports to this name left when the program, or the machine, ended in the middle of them: nobody else would,
 * and on a stick it takes the room that the next one needs. What any program has open stays, and so does all where the
 * system does not tell who has what open.
 */
export async function removeBrokenOffExports(path: string): Promise<void> {
	const folder = await realpath(dirname(path));
	const left = (await readdir(folder)).filter((name) => isLeftOf(path, name) && !exportsUnderWay.has(name));
	for (const partial of left.map((name) => join(folder, name))) {
		if (listHolders((open) => isWithin(open, partial))?.length === 0)
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
