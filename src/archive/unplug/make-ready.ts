import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { asideOf, fileEndings } from '#archive/db/broken-off.ts';
import { syncFile, syncFolder } from '#archive/db/sync.ts';
import type { Unplugged, Unplugging } from '#shared/domain/medium.ts';
import { listHolders } from './holders.ts';
import { findMedium } from './medium.ts';
import { findMount, isWithin } from './mounts.ts';

/** What SQLite and Lectern leave beside an archive that was not closed in order, or whose writing anew was broken off. */
const besidesOf = (path: string) => [
	...fileEndings.slice(1).map((ending) => path + ending),
	`${path}.lock`,
	asideOf(path),
];

export interface MakingReady {
	/** Ends the reading back, and nothing else. */
	signal: AbortSignal;
	onReading(reading: Unplugging): void;
}

type Found = Pick<Unplugged, 'sha256' | 'leftBeside' | 'heldBy' | 'isProgramThere' | 'isMediumSynced'>;

/**
 * Writes out everything of an archive that was closed, reads it back, and looks for whatever speaks against taking its
 * medium away. What is read back may come from memory where the system keeps it there.
 */
export async function makeReady(path: string, isReadOnly: boolean, { signal, onReading }: MakingReady): Promise<Found> {
	const file = realpathSync(path);
	if (!isReadOnly) {
		syncFile(file);
		syncFolder(dirname(file));
	}
	const isMediumSynced = await syncMedium(dirname(file));
	const sha256 = await digestOf(file, signal, onReading);
	const besides = [...new Set([...besidesOf(path), ...besidesOf(file)])];
	const medium = findMedium(path);
	const isAway = medium === 'removable' || medium === 'encrypted';
	const mount = isAway ? findMount(path) : null;
	const isThere = (other: string) => (mount ? isWithin(other, mount.path) : false);
	return {
		sha256,
		isMediumSynced,
		leftBeside: besides.filter((each) => existsSync(each)).map((each) => basename(each)),
		heldBy: listHolders((other) => other === file || besides.includes(other) || isThere(other)),
		isProgramThere: isThere(process.execPath),
	};
}

/** What else waits to be written there, of other programs too. */
async function syncMedium(folder: string): Promise<boolean> {
	if (process.platform !== 'linux') return false;
	return promisify(execFile)('sync', ['--file-system', folder]).then(
		() => true,
		() => false,
	);
}

async function digestOf(
	path: string,
	signal: AbortSignal,
	onReading: MakingReady['onReading'],
): Promise<string | null> {
	const { size: total } = await stat(path);
	const hash = createHash('sha256');
	let done = 0;
	for await (const bytes of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) {
		if (signal.aborted) return null;
		hash.update(bytes as Uint8Array);
		done += (bytes as Uint8Array).length;
		onReading({ done, total });
	}
	return hash.digest('hex');
}
