import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { makeSingleFile, openForReading } from '#archive/db/archive-file.ts';
import { Connection } from '#archive/db/connection.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { outdatedSnapshots } from './snapshot-retention.ts';
import { getChunk, getLastChange, listOriginals } from './snapshots-repository.ts';

/** Above this size a copy would take too long and too much room; originals are immutable and a later step copies the rest alone. */
const largestBytes = 1024 ** 3;
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

	/** @param folder of this one archive, asked each time: a new archive gets its id later than its keeper. */
	constructor(connection: Connection, folder: () => string) {
		this.#connection = connection;
		this.#folder = folder;
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

	/** The new snapshot; null when the archive is too large for one. Throws when it cannot be written or is not sound. */
	async take(at: Date): Promise<Snapshot | null> {
		if ((await stat(this.#connection.path)).size > largestBytes) return null;
		const lastChange = getLastChange(this.#connection);
		const folder = this.#folder();
		await mkdir(folder, { recursive: true, mode: 0o700 });
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
		await Promise.all(outdatedSnapshots(this.#names()).map((old) => rm(join(folder, old), { force: true })));
		return { path, lastChange };
	}

	#names(): string[] {
		return namesIn(this.#folder);
	}
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

/**
 * Reads every original in a copy back, and closes it: a page that went bad unnoticed must not push a sound copy out.
 * Gives way to other work between pieces. Throws damaged-original.
 */
async function checkCopy(copy: Connection): Promise<void> {
	try {
		for (const original of listOriginals(copy)) {
			const hash = createHash('sha256');
			for (let ordinal = 0, bytes = getChunk(copy, original, 0); bytes; bytes = getChunk(copy, original, ++ordinal)) {
				hash.update(bytes);
				await nextTurn();
			}
			if (hash.digest('hex') !== original) throw new AppError('damaged-original', { file: original });
		}
	} finally {
		copy.close();
	}
}
