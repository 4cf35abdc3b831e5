import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './running-process.ts';

/** Of Linux' tmpfs (`statfs(2)`): what lies there is gone with the machine's memory. */
const tmpfs = 0x01021994;

/** A new folder of this process that lies in memory; null where the system has no place for one. */
export function makeMemoryFolder(): string | null {
	for (const place of ['/dev/shm', process.env.XDG_RUNTIME_DIR])
		if (place !== undefined && isInMemory(place)) {
			removeAbandoned(place);
			return mkdtempSync(join(place, `lectern-${process.pid}-`));
		}
	return null;
}

function isInMemory(place: string): boolean {
	try {
		return statfsSync(place).type === tmpfs;
	} catch {
		// There is no such place.
		return false;
	}
}

/** What processes of this person that were killed have left. */
function removeAbandoned(place: string): void {
	for (const name of readdirSync(place)) {
		const processId = /^lectern-(\d+)-/.exec(name)?.[1];
		if (processId === undefined || isRunning(Number(processId))) continue;
		try {
			rmSync(join(place, name), { recursive: true, force: true });
		} catch {
			// It is another person's, who will remove it.
		}
	}
}
