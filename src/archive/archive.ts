import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { ArchiveStatus, ReadOnlyReason } from '#shared/api/archive-api.ts';
import type { FactMessage } from '#shared/api/envelope.ts';
import { type ArchiveId, newId, type ReplicaId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import type { Medium } from '#shared/domain/medium.ts';
import { getArchiveRow, updateArchiveTitle } from './archive-row.ts';
import { type ArchiveServices, createServices } from './archive-services.ts';
import type { ServiceEnvironment } from './core-services.ts';
import { ArchiveDatabase, type Now } from './db/archive-database.ts';
import { checkpoint, closeWritten, discardFile } from './db/archive-file.ts';
import type { ArchiveKey } from './db/archive-key.ts';
import { removeBrokenOff } from './db/broken-off.ts';
import type { Connection } from './db/connection.ts';
import { LiveFile } from './db/live-file.ts';
import { type LockHolder, removeLockFile, writeLockFile } from './db/lock-file.ts';
import { findReplica } from './db/replica.ts';
import { translateSqliteError } from './db/sqlite-error.ts';
import { factsOf } from './facts.ts';
import { type CopyPlaces, OwnCopies } from './own-copies.ts';
import type { Snapshot } from './snapshots/snapshot-keeper.ts';
import { getLastChange } from './snapshots/snapshots-repository.ts';
import { findMedium } from './unplug/medium.ts';
import { holdsAny } from './withdrawals/withdrawals-repository.ts';

export interface ArchiveEnvironment
	extends CopyPlaces,
		Omit<ServiceEnvironment, 'ownPath' | 'ownKey' | 'liveFile' | 'isEncrypted' | 'takeSnapshot' | 'copies'> {
	now: Now;
	/** A random id that this device keeps: how a copied file notices that it is a copy. */
	deviceId: string;
	/** As the status says it. */
	runtime: string;
}

/** How it was opened. */
export interface OpenedArchive {
	connection: Connection;
	/** Where the archive is, as the user knows it; the snapshot's own path is not shown. */
	path: string;
	readOnly: ReadOnlyReason;
	holder: LockHolder | null;
}

/** A snapshot after each import, every five minutes of editing, and soon after opening, so that a second opener has one. */
const snapshotIntervalMillis = 5 * 60_000;
const firstSnapshotMillis = 2_000;
/** A window that is just opening needs the processor first. */
const firstPackMillis = 5_000;
/** What is listed is compared soon after opening; nothing of it is read back then. */
const rootCheckMillis = 3_000;
/** Whether anything is due to be read back is looked at now and then, while nobody works. */
const dueIntervalMillis = 15 * 60_000;
const idleMillis = 2 * 60_000;
/** The first time soon: who opens an archive for a few minutes each day has it read back too. */
const firstDueMillis = idleMillis + 10_000;
/**
 * Who watched a job asks for what it did as soon as it ends, and emptying the log of a long one takes seconds, in which
 * nobody is answered.
 */
const afterJobMillis = 1000;

/** One open archive: its services, and its life until it is closed. */
export class Archive {
	readonly path: string;
	readonly services: ArchiveServices;
	readonly copies: OwnCopies;
	readonly #environment: ArchiveEnvironment;
	readonly #opened: OpenedArchive;
	readonly #database: ArchiveDatabase;
	readonly #openedAt: string;
	readonly #medium: Medium;
	readonly #liveFile: LiveFile;
	readonly #timers: NodeJS.Timeout[] = [];
	#lastCommitMillis = performance.now();
	#snapshotAfterJob: NodeJS.Timeout | null = null;
	#snapshot: Snapshot | null = null;
	#closing: Promise<void> | undefined;
	readonly #ending = new AbortController();
	#snapshotting: Promise<void> = Promise.resolve();

	constructor(opened: OpenedArchive, environment: ArchiveEnvironment) {
		const { connection, path, readOnly } = opened;
		const isReadOnly = readOnly !== 'none';
		this.path = path;
		this.#opened = opened;
		this.#environment = environment;
		this.#medium = findMedium(path);
		this.#liveFile = new LiveFile(connection, isReadOnly);
		this.#openedAt = new Date(environment.now()).toISOString();
		const replicaId = isReadOnly
			? newId<ReplicaId>()
			: findReplica(connection, path, environment.deviceId, environment.now());
		this.#database = new ArchiveDatabase(connection, { ...environment, replicaId, isReadOnly });
		this.#database.onCommitted((rows) => {
			this.#lastCommitMillis = performance.now();
			for (const fact of factsOf(rows)) this.#tell(fact);
		});
		this.copies = new OwnCopies({ connection, path, isReadOnly, places: environment });
		this.services = createServices(this.#database, {
			...environment,
			onFact: (fact) => this.#tell(fact),
			ownPath: () => path,
			isEncrypted: () => this.hasPassphrase,
			ownKey: () => this.key,
			liveFile: this.#liveFile,
			takeSnapshot: () => this.#snapshotNow(),
			copies: {
				files: () => [...this.copies.taken(), ...this.copies.earlier(), ...this.copies.left()],
				holding: (recordIds, sha256s) => this.copies.holding((copy) => holdsAny(copy, recordIds, sha256s)),
				canReplace: (open) => this.copies.canReplace(open),
				replace: ({ recordIds, originals, takesAll }) =>
					this.#replaceCopies((copy) => holdsAny(copy, recordIds, originals), takesAll),
			},
		});
		if (!isReadOnly) {
			this.#removeBrokenOff();
			this.services.originals.sweep();
			this.#snapshot = this.copies.latest();
			this.#sayWhoHoldsIt();
			this.#liveFile.hold();
		}
		this.#beginTimers();
	}

	/** When all else is there: of one that could not be made the connection is closed, and a timer would ask it all the same. */
	#beginTimers(): void {
		this.#timers.push(setTimeout(() => this.#checkRoot(), rootCheckMillis).unref());
		if (this.#database.isReadOnly) return;
		this.#timers.push(
			setTimeout(() => void this.snapshot(), firstSnapshotMillis).unref(),
			setInterval(() => void this.snapshot(), snapshotIntervalMillis).unref(),
			setTimeout(() => void this.#packSearch(), firstPackMillis).unref(),
			setTimeout(() => this.#unasked(() => this.services.earlierEditions.catchUp()), firstPackMillis).unref(),
			setTimeout(() => this.#verifyWhenIdle(), firstDueMillis).unref(),
			setInterval(() => this.#verifyWhenIdle(), dueIntervalMillis).unref(),
		);
	}

	get database(): ArchiveDatabase {
		return this.#database;
	}

	status(): ArchiveStatus {
		const { reader } = this.#database;
		const row = getArchiveRow(reader);
		const { holder, readOnly } = this.#opened;
		return {
			archiveId: row?.id ?? ('' as ArchiveId),
			title: row?.title ?? basename(this.path),
			path: this.path,
			hasPassphrase: this.hasPassphrase,
			readOnly,
			heldBy: holder && { host: holder.host, since: holder.since },
			medium: this.#medium,
			backedUpAt: this.services.backup.lastAt,
			sideNotesPath: this.services.sideNotes.path,
			snapshotAt: holder?.snapshotPath ? snapshotTime(holder.snapshotPath) : null,
			...this.services.records.counts(),
			...this.services.originals.counts(),
			contentRoot: this.services.contentRoot.state,
			changeNumber: this.services.history.changeNumber(),
			runtime: this.#environment.runtime,
		};
	}

	rename({ title }: { title: string }): void {
		const row = getArchiveRow(this.#database.reader);
		if (row) this.#database.step('archiveRenamed', (step) => updateArchiveTitle(step, row.id, title));
	}

	/** '' in a file that lacks its row. */
	get id(): ArchiveId | '' {
		return getArchiveRow(this.#database.reader)?.id ?? '';
	}

	get hasPassphrase(): boolean {
		return this.key !== null;
	}

	/** What it was opened with; null for an archive without a passphrase. */
	get key(): ArchiveKey | null {
		return this.#opened.connection.key;
	}

	async #replaceCopies(holds: (copy: Connection) => boolean, takesAll: boolean): Promise<JobItem[]> {
		// One that was begun before may hold it.
		await this.#snapshotting;
		const now = new Date(this.#environment.now());
		const { items, taken } = await this.copies.replace(holds, { now, takesAll });
		this.#snapshot = taken ?? this.copies.latest();
		this.#sayWhoHoldsIt();
		return items;
	}

	/** Takes a verified copy when anything changed since the last one; one at a time. A failure never harms the archive. */
	snapshot(): Promise<void> {
		return this.#snapshotNow().catch((error: unknown) => this.#environment.onProblem(error));
	}

	/** The same for one who needs it. */
	#snapshotNow(): Promise<void> {
		const taking = this.#snapshotting
			.then(() => this.#takeSnapshot())
			.catch((error: unknown) => {
				throw translateSqliteError(error);
			});
		this.#snapshotting = taking.catch(() => undefined);
		return taking;
	}

	/** Aborted as soon as it begins to be closed: whoever works for it by themselves leaves off at once. */
	get ending(): AbortSignal {
		return this.#ending.signal;
	}

	/** Stops jobs at their next document boundary, then leaves one file that opens anywhere. */
	close(): Promise<void> {
		this.#ending.abort();
		this.#closing ??= this.#close();
		return this.#closing;
	}

	/** Removes an archive that was just made and could not be filled. */
	discard(): void {
		this.#clearTimers();
		discardFile(this.#opened.connection);
		removeLockFile(this.path);
	}

	async #close(): Promise<void> {
		this.#clearTimers();
		await this.services.jobs.close();
		await this.services.earlierEditions.close();
		await this.services.merge.stop();
		await this.services.segments.stop();
		// Jobs that were stopped just now have set it again.
		this.#clearTimers();
		if (this.#snapshotAfterJob) void this.snapshot();
		await this.#snapshotting;
		if (this.#database.isReadOnly) {
			this.#opened.connection.close();
			this.#liveFile.close();
			return;
		}
		this.#keepRoot();
		try {
			closeWritten(this.#opened.connection);
		} finally {
			this.#liveFile.close();
			removeLockFile(this.path);
		}
	}

	#tell(fact: FactMessage): void {
		this.#environment.onFact(fact);
		if (fact.fact !== 'jobs.changed' || fact.data.job.state === 'running') return;
		this.#snapshotAfterJob ??= setTimeout(() => {
			this.#snapshotAfterJob = null;
			void this.snapshot();
		}, afterJobMillis).unref();
		void this.#packSearch();
	}

	/** Subtle: a snapshot that is due after a job stays so, and is taken on closing. */
	#clearTimers(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		if (this.#snapshotAfterJob) clearTimeout(this.#snapshotAfterJob);
	}

	/** A failure costs speed alone: whoever searches goes on with what there is. */
	#packSearch(): Promise<void> {
		if (!this.services.jobs.isIdle) return Promise.resolve();
		return this.services.segments
			.pack()
			.catch((error: unknown) => this.#environment.onProblem(translateSqliteError(error)));
	}

	#checkRoot(): void {
		try {
			if (this.services.contentRoot.check() === 'changed') this.#tell({ fact: 'archive.changed', data: {} });
		} catch (error) {
			this.#environment.onProblem(translateSqliteError(error));
		}
	}

	/** What cannot be removed is said where the archive is made ready to unplug. */
	#removeBrokenOff(): void {
		if (this.path === ':memory:') return;
		try {
			removeBrokenOff(realpathSync(this.path));
		} catch (error) {
			this.#environment.onProblem(error);
		}
	}

	/** A disk without room for it costs what the root would show, and nothing else. */
	#keepRoot(): void {
		try {
			this.services.contentRoot.keep();
		} catch (error) {
			this.#environment.onProblem(translateSqliteError(error));
		}
	}

	#verifyWhenIdle(): void {
		if (!this.services.jobs.isIdle || performance.now() - this.#lastCommitMillis < idleMillis) return;
		this.#unasked(() => this.services.verification.verifyDue());
	}

	/** Of work that nobody asked for, nobody else would hear what went wrong. */
	#unasked(work: () => void): void {
		try {
			work();
		} catch (error) {
			this.#environment.onProblem(error);
		}
	}

	async #takeSnapshot(): Promise<void> {
		if (this.#database.isReadOnly || !this.services.jobs.isIdle) return;
		checkpoint(this.#opened.connection);
		if (!this.copies.areTaken || getLastChange(this.#database.reader) === this.#snapshot?.lastChange) return;
		this.#keepRoot();
		const taken = await this.copies.take(new Date(this.#environment.now()));
		if (!taken) return;
		this.#snapshot = taken;
		this.#sayWhoHoldsIt();
	}

	/** For a second opener only: an archive whose disk has no room for it is open all the same. */
	#sayWhoHoldsIt(): void {
		if (this.path === ':memory:') return;
		try {
			writeLockFile(this.path, this.#openedAt, this.#snapshot?.path ?? null);
		} catch (error) {
			this.#environment.onProblem(error);
		}
	}
}

/** Snapshots are named by their instant, with '-' for ':'. */
function snapshotTime(path: string): string {
	return basename(path, '.lectern').replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');
}
