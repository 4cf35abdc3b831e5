import { readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ArchiveId, derivedId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { getArchiveRow } from './archive-row.ts';
import type { ArchiveKey } from './db/archive-key.ts';
import { oldNamesOf } from './db/broken-off.ts';
import { Connection } from './db/connection.ts';
import { type CopyLimits, listSnapshots, type Snapshot, SnapshotKeeper } from './snapshots/snapshot-keeper.ts';

/**
 * Folder for verified copies; null keeps none. `beside`: nothing is kept on this device, so those of an archive with a
 * passphrase lie beside it, where they travel with it, and of others there are none.
 */
export type CopiesFolder = string | 'beside' | null;

/** Where copies were taken from another data folder on this machine, as the field profile's owner has it elsewhere. */
export interface OtherCopies {
	folder: string;
	/** Of archives that were open from there and are still there. */
	knownPaths: string[];
}

/** Where copies of an archive lie on a device. */
export interface CopyPlaces {
	snapshotsFolder: CopiesFolder;
	/** Of archives that were open on this device and are still there. */
	knownPaths(): string[];
	/** Nothing is taken there, but what is there can be removed. */
	otherCopies(): OtherCopies[];
	/** For trying what a device has no room for. */
	copyLimits?: CopyLimits;
}

interface OwnCopiesOptions {
	connection: Connection;
	/** Of the archive. */
	path: string;
	places: CopyPlaces;
	/** No copies are taken of what can only be read. */
	isReadOnly: boolean;
}

/** The files that hold an archive as it was: copies taken of it, and what a change of its passphrase left. */
export class OwnCopies {
	readonly #connection: Connection;
	readonly #path: string;
	readonly #places: CopyPlaces;
	readonly #keeper: SnapshotKeeper | null;
	#archiveId: ArchiveId | '' = '';

	constructor({ connection, path, places, isReadOnly }: OwnCopiesOptions) {
		this.#connection = connection;
		this.#path = path;
		this.#places = places;
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
	 * Copies that were taken while the archive lay elsewhere, in the field profile or outside it, and that its key opens, or
	 * none is needed for; of those that nothing here opens, the ones taken at this place. Those of other archives that are
	 * there are theirs, though they were one archive once.
	 */
	earlier(): string[] {
		if (this.#path === ':memory:' || this.#ownId() === '') return [];
		const { snapshotsFolder: folder, knownPaths, otherCopies } = this.#places;
		const own = typeof folder === 'string' && folder !== 'beside' ? [{ folder, knownPaths: knownPaths() }] : [];
		const taken = new Set(this.taken());
		return [...own, ...otherCopies()]
			.flatMap((place) => listSnapshots(place.folder, this.#foldersOfOthers(place.knownPaths)))
			.concat(listSnapshots(this.#besideFolder(), this.#foldersBeside()))
			.filter((path) => !taken.has(path) && this.#isOwn(path));
	}

	/** Of all of them those of which `holds` is true, the newest first, and those that its key does not open. */
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

	/** Whether a new one can be taken for those that hold it, which go then. */
	canReplace(open: readonly string[]): boolean {
		return open.length === 0 || (this.#keeper?.canTake(open) ?? false);
	}

	/**
	 * Removes those that can be opened and hold it, after a new one was taken. Where none can be taken, the newest of them is
	 * left, since it may be all that there is besides the archive, unless all are to go. Gives a line for each, and for those
	 * that cannot be opened.
	 */
	async replace(
		holds: (copy: Connection) => boolean,
		{ now, takesAll }: { now: Date; takesAll: boolean },
	): Promise<{ items: JobItem[]; taken: Snapshot | null }> {
		const { open, closed } = this.holding(holds);
		const taken = (await this.#keeper?.take(now, open)) ?? null;
		const kept = taken === null && !takesAll ? open.slice(0, 1) : [];
		const items = [
			...open.slice(kept.length).map(remove),
			...kept.map((name): JobItem => ({ name, outcome: 'failed', note: message('purge.reason.last-copy') })),
			...closed.map((name): JobItem => ({ name, outcome: 'left-out' })),
		];
		return { items, taken };
	}

	get #key(): ArchiveKey | null {
		return this.#connection.key;
	}

	#createKeeper(): SnapshotKeeper | null {
		const { snapshotsFolder: folder, copyLimits } = this.#places;
		if (folder === null) return null;
		if (folder !== 'beside') {
			const ofPath = () => join(folder, this.#folderNameFor(this.#path));
			return new SnapshotKeeper(this.#connection, ofPath, 'many', copyLimits);
		}
		const beside = () => join(this.#besideFolder(), this.#nameBeside(basename(this.#path)));
		return this.#key === null ? null : new SnapshotKeeper(this.#connection, beside, 'few', copyLimits);
	}

	#besideFolder(): string {
		return join(dirname(this.#path), 'copies');
	}

	/** Subtle: not by the path, which is another one wherever the medium is put in. */
	#nameBeside(fileName: string): string {
		return derivedId('snapshots', this.#ownId(), fileName);
	}

	/** Of other archives that lie where this one does. */
	#foldersBeside(): Set<string> {
		const files = readdirSync(dirname(this.#path)).filter((name) => name !== basename(this.#path));
		return new Set(files.map((name) => this.#nameBeside(name)));
	}

	#foldersOfOthers(paths: readonly string[]): Set<string> {
		return new Set(paths.filter((path) => path !== this.#path).map((path) => this.#folderNameFor(path)));
	}

	#isOwn(path: string): boolean {
		const id = archiveIdIn(path, this.#key) ?? archiveIdIn(path, null);
		if (id !== null) return id === this.#ownId();
		const own = [this.#folderNameFor(this.#path), this.#nameBeside(basename(this.#path))];
		return own.includes(basename(dirname(path)));
	}

	/** Kept for when the archive is closed. */
	#ownId(): string {
		this.#archiveId ||= getArchiveRow(this.#connection)?.id ?? '';
		return this.#archiveId;
	}

	/** By id and path, so that two copies do not push each other's out; a digest, since a stranger's id may be any text. */
	#folderNameFor(path: string): string {
		return derivedId('snapshots', this.#ownId(), path);
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
