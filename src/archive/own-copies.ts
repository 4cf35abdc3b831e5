import { realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ArchiveId, derivedId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { getArchiveRow } from './archive-row.ts';
import type { ArchiveKey } from './db/archive-key.ts';
import { oldNamesOf } from './db/broken-off.ts';
import { Connection } from './db/connection.ts';
import { listSnapshots, type Snapshot, SnapshotKeeper } from './snapshots/snapshot-keeper.ts';

/**
 * Folder for verified copies; null keeps none. `beside`: nothing is kept on this device, so those of an archive with a
 * passphrase lie beside it, where they travel with it, and of others there are none.
 */
export type CopiesFolder = string | 'beside' | null;

interface OwnCopiesOptions {
	connection: Connection;
	/** Of the archive. */
	path: string;
	folder: CopiesFolder;
	/** No copies are taken of what can only be read. */
	isReadOnly: boolean;
	/** Of archives that were open on this device and are still there. */
	knownPaths(): string[];
}

/** The files that hold an archive as it was: copies taken of it, and what a change of its passphrase left. */
export class OwnCopies {
	readonly #connection: Connection;
	readonly #path: string;
	readonly #folder: CopiesFolder;
	readonly #knownPaths: () => string[];
	readonly #keeper: SnapshotKeeper | null;
	#archiveId: ArchiveId | '' = '';

	constructor({ connection, path, folder, isReadOnly, knownPaths }: OwnCopiesOptions) {
		this.#connection = connection;
		this.#path = path;
		this.#folder = folder;
		this.#knownPaths = knownPaths;
		this.#keeper = isReadOnly || path === ':memory:' ? null : this.#createKeeper();
	}

	/** Whether copies are taken at all. */
	get areTaken(): boolean {
		return this.#keeper !== null;
	}

	/** A verified one of this moment; null where none is taken, or there is no room. */
	async take(now: Date): Promise<Snapshot | null> {
		return (await this.#keeper?.take(now)) ?? null;
	}

	latest(): Snapshot | null {
		return this.#keeper?.latest() ?? null;
	}

	/** Verified ones on this device, newest first, also once the archive is closed. */
	taken(): string[] {
		return this.#keeper?.paths() ?? [];
	}

	/** Files that hold it as it was under another passphrase or none: old ones beside it, and copies that its key does not open. */
	left(): string[] {
		if (this.#path === ':memory:') return [];
		const copies = this.taken().filter((path) => archiveIdIn(path, this.#key) === null);
		const ownId = this.#ownId();
		// A file of that name may be of another archive, where it can be seen.
		const beside = oldNamesOf(realpathSync(this.#path)).filter((path) => {
			const id = archiveIdIn(path, this.#key) ?? archiveIdIn(path, null);
			return id === null || id === ownId;
		});
		return [...beside, ...copies];
	}

	/**
	 * Copies that were taken while the archive lay elsewhere, or in the field profile, and that its key opens, or none is
	 * needed for. Those of other archives that are there are theirs, though they were one archive once.
	 */
	earlier(): string[] {
		if (!this.#keeper || this.#folder === null || this.#folder === 'beside' || this.#archiveId === '') return [];
		const foldersInUse = new Set([this.#path, ...this.#knownPaths()].map((path) => this.#folderNameFor(path)));
		// Those beside it are of days in the field profile.
		const others = [...listSnapshots(this.#folder, foldersInUse), ...listSnapshots(this.#besideFolder(), new Set())];
		return others.filter((path) => [this.#key, null].some((key) => archiveIdIn(path, key) === this.#archiveId));
	}

	/** Of all of them those of which `holds` is true, and those that its key does not open. */
	holding(holds: (copy: Connection) => boolean): { open: string[]; closed: string[] } {
		const all = new Set([...this.taken(), ...this.earlier(), ...this.left()]);
		const states = [...all].map((path) => ({
			path,
			state: lookInto(path, this.#key, holds) ?? lookInto(path, null, holds),
		}));
		return {
			open: states.filter(({ state }) => state === true).map(({ path }) => path),
			closed: states.filter(({ state }) => state === null).map(({ path }) => path),
		};
	}

	/** Removes those that can be opened and hold it; gives a line for each, and for those that cannot be opened. */
	removeHolding(holds: (copy: Connection) => boolean): JobItem[] {
		const { open, closed } = this.holding(holds);
		return [...open.map(remove), ...closed.map((name): JobItem => ({ name, outcome: 'left-out' }))];
	}

	get #key(): ArchiveKey | null {
		return this.#connection.key;
	}

	#createKeeper(): SnapshotKeeper | null {
		const folder = this.#folder;
		if (folder === null) return null;
		if (folder !== 'beside') {
			return new SnapshotKeeper(this.#connection, () => {
				this.#ownId();
				return join(folder, this.#folderNameFor(this.#path));
			});
		}
		// Subtle: not by the path, which is another one wherever the medium is put in.
		const beside = () => join(this.#besideFolder(), derivedId('snapshots', this.#ownId(), basename(this.#path)));
		return this.#key === null ? null : new SnapshotKeeper(this.#connection, beside, 'few');
	}

	#besideFolder(): string {
		return join(dirname(this.#path), 'copies');
	}

	/** Kept for when the archive is closed. */
	#ownId(): string {
		this.#archiveId ||= getArchiveRow(this.#connection)?.id ?? '';
		return this.#archiveId;
	}

	/** By id and path, so that two copies do not push each other's out; a digest, since a stranger's id may be any text. */
	#folderNameFor(path: string): string {
		return derivedId('snapshots', this.#archiveId, path);
	}
}

function remove(path: string): JobItem {
	try {
		rmSync(path, { force: true });
		return { name: path, outcome: 'erased' };
	} catch (error) {
		const detail = { file: path, reason: (error as Error).message };
		return { name: path, outcome: 'failed', error: { code: 'unwritable-file', detail } };
	}
}

/** Null where the file does not open by that key. */
function archiveIdIn(path: string, key: ArchiveKey | null): ArchiveId | null {
	return lookInto(path, key, (copy) => getArchiveRow(copy)?.id ?? null);
}

/** The same for anything that is asked of it. */
function lookInto<T>(path: string, key: ArchiveKey | null, ask: (copy: Connection) => T): T | null {
	try {
		const connection = new Connection(path, 'read', key);
		try {
			return ask(connection);
		} finally {
			connection.close();
		}
	} catch {
		return null;
	}
}
