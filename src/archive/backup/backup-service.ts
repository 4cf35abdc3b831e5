import { existsSync, realpathSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import { alreadyThere } from '#archive/db/already-there.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { type ArchiveKey, makeKey } from '#archive/db/archive-key.ts';
import { removeSidecars, removeWithSidecars } from '#archive/db/broken-off.ts';
import type { LiveFile } from '#archive/db/live-file.ts';
import { isInUse, lockedBy } from '#archive/db/lock-file.ts';
import { translateSqliteError } from '#archive/db/sqlite-error.ts';
import { syncFolder } from '#archive/db/sync.ts';
import { unwritable } from '#archive/db/unwritable.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { findMedium } from '#archive/unplug/medium.ts';
import { limitsOf, refuseFile, type TargetLimits } from '#archive/unplug/target-limits.ts';
import type { BackupRequest } from '#shared/api/backup-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { BackupProgress } from './backup-progress.ts';
import { findLastBackup } from './backup-repository.ts';
import { copyEncrypted, encryptPlain } from './copy-file.ts';
import { passingCopyOf, toldOfPassingCopy } from './passing-copy.ts';

export interface BackupOptions {
	/** Where the archive is, and what opens it; asked each time. */
	path(): string;
	key(): ArchiveKey | null;
	liveFile: LiveFile;
	/** `lastAt` is another now. */
	onBackedUp(): void;
	/** For trying what a medium refuses. */
	limitsOf?: (folder: string) => Promise<TargetLimits>;
}

/** Writes the whole archive into one encrypted file, which is opened like any other. */
export class BackupService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #custody: CustodyService;
	readonly #options: BackupOptions;
	#lastAt: string | null | undefined;

	constructor(
		database: ArchiveDatabase,
		{ jobs, custody }: { jobs: JobsService; custody: CustodyService },
		options: BackupOptions,
	) {
		this.#database = database;
		this.#jobs = jobs;
		this.#custody = custody;
		this.#options = options;
	}

	/** When this replica was last copied to another medium than its own (ISO 8601); null where that never was. */
	get lastAt(): string | null {
		if (this.#lastAt === undefined) this.#lastAt = findLastBackup(this.#database.reader, this.#database.replicaId);
		return this.#lastAt;
	}

	/**
	 * Starts a backup as a job: the archive as it is now. One with a passphrase is copied as it lies there, so that the same
	 * passphrase opens the copy; of another one every row is written under the passphrase that is given. It has its name once
	 * it was read back and every original in it was found whole; until then, and when it fails or is cancelled, nothing has
	 * that name. What runs by itself is made to give way or waited for. Throws at once archive-exists, archive-locked, disk-full and invalid-input when it cannot begin.
	 */
	async start(id: JobId, { path, passphrase, replaces }: BackupRequest): Promise<JobId> {
		await this.#jobs.whenAlone();
		const own = this.#options.path();
		if (existsSync(path)) {
			if (!replaces) throw alreadyThere(path);
			if (existsSync(own) && realpathSync(path) === realpathSync(own))
				throw new AppError('invalid-input', { reason: message('backup.reason.own') });
			if (isInUse(path)) throw lockedBy(path);
		}
		const ownKey = this.#options.key();
		if (ownKey === null && passphrase === undefined)
			throw new AppError('invalid-input', { reason: message('backup.reason.key') });
		// Of one without a passphrase a passing copy lies beside it.
		const aside = ownKey === null && !this.#database.isReadOnly ? passingCopyOf(own) : null;
		const ask = this.#options.limitsOf ?? limitsOf;
		const there = await ask(dirname(path)).catch((error) => {
			throw unwritable(path, error);
		});
		const beside = aside === null ? null : await toldOfPassingCopy(own, () => ask(dirname(aside)));
		const key = ownKey ?? (await makeKey(passphrase ?? ''));
		// Others that end meanwhile would write to the file that is being copied; they may have begun while the medium was asked.
		await this.#jobs.whenAlone();
		const sizeBytes = this.#settle();
		let isBegun = false;
		try {
			refuseFile(there, sizeBytes, path);
			if (beside !== null) await toldOfPassingCopy(own, async () => refuseFile(beside, sizeBytes, own));
			isBegun = this.#jobs.start(id, 'backup', {}, (run) => this.#run(run, { path, key, sizeBytes }));
			return id;
		} finally {
			if (!isBegun) this.#options.liveFile.letGo();
		}
	}

	/** Before the job is there: a copy must not say that it is still being made. */
	#settle(): number {
		try {
			return this.#options.liveFile.settle();
		} catch (error) {
			throw translateSqliteError(error);
		}
	}

	async #run(
		run: JobRun,
		{ path, key, sizeBytes }: { path: string; key: ArchiveKey; sizeBytes: number },
	): Promise<void> {
		const { liveFile } = this.#options;
		const partial = `${path}.${run.id}.partial`;
		try {
			const copied = { sizeBytes, pieces: () => liveFile.pieces(sizeBytes) };
			const ownKey = this.#options.key();
			if (ownKey !== null) await copyEncrypted(copied, { partial, key }, new BackupProgress(run, 3), run.signal);
			else {
				const source = this.#options.path();
				const aside = this.#database.isReadOnly ? null : passingCopyOf(source);
				const target = { partial, key, aside, source };
				await encryptPlain(copied, target, new BackupProgress(run, aside === null ? 2 : 3), run.signal);
			}
			run.signal.throwIfAborted();
			// A log of the one that is replaced would be taken for the new one's, and played back into it.
			removeSidecars(path);
			await rename(partial, path);
		} catch (error) {
			removeUnfinished(partial);
			if (run.signal.aborted) throw new AppError('cancelled');
			throw unwritable(path, error);
		} finally {
			liveFile.letGo();
		}
		syncFolder(dirname(path));
		this.#report(run, path);
	}

	#report(run: JobRun, path: string): void {
		const isElsewhere = liesElsewhere(path, this.#options.path());
		if (!this.#database.isReadOnly)
			this.#database.write((writer) =>
				this.#custody.append(writer, 'exported', '', { backup: basename(path), elsewhere: isElsewhere ? 1 : 0 }),
			);
		if (isElsewhere) {
			this.#lastAt = new Date(this.#database.now()).toISOString();
			this.#options.onBackedUp();
		}
		run.restart(1);
		run.report(this.#database, [
			{ name: basename(path), outcome: 'intact', ...(!isElsewhere && { note: message('backup.same-medium') }) },
		]);
	}
}

/** Where the medium is gone, so is what was written to it, and what went wrong is told. */
function removeUnfinished(partial: string): void {
	try {
		removeWithSidecars(partial);
	} catch {
		// It does not have the name of a backup.
	}
}

/** On a medium that is not lost together with the archive's own, as far as can be seen. */
function liesElsewhere(path: string, own: string): boolean {
	const ownMedium = statSync(own, { throwIfNoEntry: false })?.dev;
	// Deleted while it was open: nothing of it lies anywhere else.
	if (ownMedium === undefined) return true;
	if (statSync(path).dev === ownMedium) return false;
	const isCarried = (file: string) => ['removable', 'encrypted'].includes(findMedium(file));
	return findMedium(path) !== 'fixed' || isCarried(own);
}
