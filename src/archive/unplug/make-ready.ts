import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, realpathSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { syncFolder } from '#archive/packages/bag/folder-sink.ts';
import type { Unplugged, Unplugging } from '#shared/domain/medium.ts';
import { listHolders } from './holders.ts';
import { findMedium } from './medium.ts';
import { findMount, isWithin } from './mounts.ts';

/** What SQLite and Lectern leave beside an archive that was not closed in order. */
const besides = ['-wal', '-shm', '-journal', '.lock'];

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
	if (!isReadOnly) await syncFile(path);
	const isMediumSynced = await syncMedium(dirname(path));
	const sha256 = await digestOf(path, signal, onReading);
	const file = realpathSync(path);
	const medium = findMedium(path);
	const isAway = medium === 'removable' || medium === 'encrypted';
	const mount = isAway ? findMount(path) : null;
	const isThere = (other: string) => (mount ? isWithin(other, mount.path) : false);
	return {
		sha256,
		isMediumSynced,
		leftBeside: besides
			.map((ending) => path + ending)
			.filter((each) => existsSync(each))
			.map((each) => basename(each)),
		heldBy: listHolders(
			(other) => other === file || besides.some((ending) => other === file + ending) || isThere(other),
		),
		isProgramThere: isThere(process.execPath),
	};
}

async function syncFile(path: string): Promise<void> {
	const handle = await open(path, 'r+');
	await handle.sync().finally(() => handle.close());
	await syncFolder(dirname(path));
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
