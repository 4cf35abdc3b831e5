import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSingleFile, openForReading } from '#archive/db/archive-file.ts';
import type { Connection } from '#archive/db/connection.ts';

/** Snapshots kept of one archive; older ones go when a newer one was verified. */
const keptSnapshots = 5;
/** Above this size a copy would take too long and too much room; originals are immutable and a later step copies the rest alone. */
const largestBytes = 1024 ** 3;

/**
 * Verified copies of an archive in the device's data folder: what a damaged archive is restored from, and what a second
 * opener reads. A copy is written aside and gets its name only after it was opened and checked.
 */
export class SnapshotKeeper {
	readonly #folder: string;
	readonly #connection: Connection;
	readonly #archivePath: string;

	constructor(connection: Connection, archivePath: string, folder: string) {
		this.#connection = connection;
		this.#archivePath = archivePath;
		this.#folder = folder;
	}

	/** Path of the new snapshot; null when the archive is too large for one. Throws when it cannot be written or is not sound. */
	async take(at: Date): Promise<string | null> {
		if ((await stat(this.#archivePath)).size > largestBytes) return null;
		await mkdir(this.#folder, { recursive: true });
		const path = join(this.#folder, `${at.toISOString().replaceAll(':', '-')}.lectern`);
		const partial = `${path}.partial`;
		try {
			await this.#connection.copyTo(partial);
			makeSingleFile(partial);
			openForReading(partial).close();
			await rename(partial, path);
		} finally {
			await rm(partial, { force: true });
		}
		await this.#rotate();
		return path;
	}

	/** Newest first. */
	async list(): Promise<string[]> {
		const names = await readdir(this.#folder).catch(() => []);
		return names
			.filter((name) => name.endsWith('.lectern'))
			.sort()
			.reverse()
			.map((name) => join(this.#folder, name));
	}

	async #rotate(): Promise<void> {
		const [, ...older] = await this.list();
		await Promise.all(older.slice(keptSnapshots - 1).map((path) => rm(path, { force: true })));
	}
}
