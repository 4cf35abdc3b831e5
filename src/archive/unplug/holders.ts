import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Names of the programs that have a file open, run from it or are in it, as Linux tells of those of this user; null where
 * the system does not say. Whoever is the superuser sees all.
 *
 * @param isMeant whether a path is one of those that are asked for
 */
export function listHolders(isMeant: (path: string) => boolean): string[] | null {
	let numbers: string[];
	try {
		numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	} catch {
		return null;
	}
	if (numbers.length === 0) return null;
	const names = numbers.flatMap((number) => (openPaths(number).some(isMeant) ? nameOf(number) : []));
	return [...new Set(names)].sort();
}

/** Of a process that is gone by now, or another user's, none. */
function openPaths(number: string): string[] {
	const handles = attempt(() => readdirSync(`/proc/${number}/fd`), []).map((handle) => `fd/${handle}`);
	return [...handles, 'cwd', 'exe'].flatMap((link) => attempt(() => [readlinkSync(`/proc/${number}/${link}`)], []));
}

function nameOf(number: string): string[] {
	return attempt(() => [readFileSync(`/proc/${number}/comm`, 'utf8').trim()], []);
}

function attempt<T>(work: () => T, otherwise: T): T {
	try {
		return work();
	} catch {
		return otherwise;
	}
}
