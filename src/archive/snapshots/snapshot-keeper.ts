import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSingleFile, openForReading } from '#archive/db/archive-file.ts';
import { Connection } from '#archive/db/connection.ts';
import { checkCopy } from './check-copy.ts';
import { besidesTheNewestTwo, outdatedSnapshots } from './snapshot-retention.ts';
import { getLastChange } from './snapshots-repository.ts';

/** Above this size a copy would take too long and too much room; originals are immutable and a later step copies the rest alone. */
const largestBytes = 1024 ** 3;
/** So many copies must fit: the one to be taken, and as much again for what is yet to be written. */
const roomFor = 2;
/** Names are instants, with '-' for ':'. Nothing else that lies in the folder is ever removed. */
const snapshotName = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.lectern$/;

export interface Snapshot {
	path: string;
	/** The last change that is in it. */
	lastChange: string;
}

/**
 * Verified copies of an archive in the device's data folder: what a damaged archive is restored from, and what a second
 * opener reads. A copy is written aside and gets its name only after it was opened and checked.
 */
export class SnapshotKeeper {
	readonly #folder: () => string;
	readonly #connection: Connection;

	readonly #keeps: 'many' | 'few';

	/**
	 * @param folder of this one archive, asked each time: a new archive gets its id later than its keeper
	 * @param keeps `few`: the room is the archive's own; there are two copies, and none that would leave too little of it
	 */
	constructor(connection: Connection, folder: () => string, keeps: 'many' | 'few' = 'many') {
		this.#connection = connection;
		this.#folder = folder;
		this.#keeps = keeps;
	}

	/** Newest first. */
	paths(): string[] {
		return this.#names().map((name) => join(this.#folder(), name));
	}

	/** The newest one, if it can be read; taking the same again would only push older ones out. */
	latest(): Snapshot | null {
		const [name] = this.#names();
		if (name === undefined) return null;
		const path = join(this.#folder(), name);
		try {
			const snapshot = new Connection(path, 'read', this.#connection.key);
			try {
				return { path, lastChange: getLastChange(snapshot) };
			} finally {
				snapshot.close();
			}
		} catch {
			// A snapshot that does not open is none: a new one is taken.
			return null;
		}
	}

	/** The new snapshot; null when the archive is too large for one, or would be left too little room. Throws when it cannot be written or is not sound. */
	async take(at: Date): Promise<Snapshot | null> {
		const { size } = await stat(this.#connection.path);
		if (size > largestBytes) return null;
		const lastChange = getLastChange(this.#connection);
		const folder = this.#folder();
		await mkdir(folder, { recursive: true, mode: 0o700 });
		if (this.#keeps === 'few' && (await freeBytes(folder)) < roomFor * size) return null;
		const path = join(folder, `${at.toISOString().replaceAll(':', '-')}.lectern`);
		const partial = `${path}.partial`;
		try {
			await this.#connection.copyTo(partial);
			makeSingleFile(partial, this.#connection.key);
			await checkCopy(openForReading(partial, this.#connection.key));
			await rename(partial, path);
		} finally {
			await rm(partial, { force: true });
		}
		const outdated = this.#keeps === 'few' ? besidesTheNewestTwo : outdatedSnapshots;
		await Promise.all(outdated(this.#names()).map((old) => rm(join(folder, old), { force: true })));
		return { path, lastChange };
	}

	#names(): string[] {
		return namesIn(this.#folder);
	}
}

async function freeBytes(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

/** Of every archive on this device, but those in the folders that are left out. */
export function listSnapshots(root: string, leftOut: ReadonlySet<string>): string[] {
	if (!existsSync(root)) return [];
	const folders = readdirSync(root)
		.filter((name) => !leftOut.has(name))
		.map((name) => join(root, name));
	return folders.flatMap((folder) => namesIn(() => folder).map((name) => join(folder, name)));
}

/** Newest first. */
function namesIn(folder: () => string): string[] {
	try {
		return readdirSync(folder())
			.filter((name) => snapshotName.test(name))
			.sort()
			.reverse();
	} catch {
		// No folder yet: none was taken.
		return [];
	}
}
