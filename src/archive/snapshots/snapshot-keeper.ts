import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeSingleFile, openForReading } from '#archive/db/archive-file.ts';
import { Connection } from '#archive/db/connection.ts';
import { checkCopy } from './check-copy.ts';
import { besidesTheNewestTwo, outdatedSnapshots } from './snapshot-retention.ts';
import { getLastChange } from './snapshots-repository.ts';

/** What a device has for copies. */
export interface CopyLimits {
	/** Above this size of the archive one every few minutes would take too long and too much room. */
	largestBytes: number;
	/** Room where the folder is, or will be. */
	freeBytes(folder: string): number;
}

const usualLimits: CopyLimits = { largestBytes: 1024 ** 3, freeBytes };
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
	readonly #limits: CopyLimits;

	/**
	 * @param folder of this one archive, asked each time: a new archive gets its id later than its keeper
	 * @param keeps `few`: the room is the archive's own; there are two copies, and none that would leave too little of it
	 */
	constructor(connection: Connection, folder: () => string, keeps: 'many' | 'few', limits = usualLimits) {
		this.#connection = connection;
		this.#folder = folder;
		this.#keeps = keeps;
		this.#limits = limits;
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

	/**
	 * Whether one can be taken now.
	 * @param leaving copies that go as soon as this one is there: for their sake the size does not matter
	 */
	canTake(leaving: readonly string[] = []): boolean {
		const { largestBytes, freeBytes: free } = this.#limits;
		// Not that of what lies under its name: a file that was deleted meanwhile can be copied as long as it is open.
		const size = Number(this.#connection.pragma('page_count')) * Number(this.#connection.pragma('page_size'));
		if (leaving.length === 0 && size > largestBytes) return false;
		if (leaving.length === 0 && this.#keeps === 'many') return true;
		const left = free(this.#folder()) - size;
		// Those that lie elsewhere make no room here.
		const own = leaving.filter((path) => dirname(path) === this.#folder());
		const madeFree = own.reduce((sum, path) => sum + statSync(path).size, 0);
		// As much again is for what is yet to be written, where that room is the archive's own.
		return left >= 0 && (this.#keeps === 'many' || left + madeFree >= size);
	}

	/**
	 * The new snapshot; null when none can be taken. Throws when it cannot be written or is not sound.
	 * @param leaving as for `canTake`
	 */
	async take(at: Date, leaving: readonly string[] = []): Promise<Snapshot | null> {
		if (!this.canTake(leaving)) return null;
		const lastChange = getLastChange(this.#connection);
		const folder = this.#folder();
		await this.#makeFolder(folder);
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

	/** Of those beside the archive nothing above is made: where its medium is gone, that would be on another one. */
	async #makeFolder(folder: string): Promise<void> {
		if (this.#keeps === 'many') return void (await mkdir(folder, { recursive: true, mode: 0o700 }));
		for (const each of [dirname(folder), folder]) {
			if (!existsSync(each)) await mkdir(each, { mode: 0o700 });
		}
	}

	#names(): string[] {
		return namesIn(this.#folder);
	}
}

function freeBytes(folder: string): number {
	if (!existsSync(folder)) return freeBytes(dirname(folder));
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

/** Of every archive on this device, but those in the folders that are left out. */
export function listSnapshots(root: string, leftOut: ReadonlySet<string>): string[] {
	const folders = foldersIn(root)
		.filter((name) => !leftOut.has(name))
		.map((name) => join(root, name));
	return folders.flatMap((folder) => namesIn(() => folder).map((name) => join(folder, name)));
}

/** None where it is not there, or is somebody's who does not let it be read. */
function foldersIn(root: string): string[] {
	try {
		return readdirSync(root);
	} catch {
		return [];
	}
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
