import { getArchiveRow } from '#archive/archive-row.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { HistoryService } from '#archive/history/history-service.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { ArgumentOf, ValueOf } from '#shared/api/calls.ts';
import type { MergeCalls } from '#shared/api/merge-api.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { JobId, Sha256 } from '#shared/domain/ids.ts';
import type { ItemOutcome, JobItem } from '#shared/domain/job.ts';
import type { MergedChange, MergedThing, MergePreview, MergeReading, OtherKey } from '#shared/domain/merge.ts';
import type { Withdrawal } from '#shared/domain/withdrawal.ts';
import { damaged } from './checked-change.ts';
import { isEmptyPlan, type MergePlan, planMerge } from './merge-plan.ts';
import { countChanges } from './merge-repository.ts';
import { writeMerge } from './merge-writer.ts';
import { countMerged, listMergedThings } from './merged-things.ts';
import type { OtherArchive } from './other-archive.ts';
import { type ComingOriginal, countSharedOriginals } from './written-once-repository.ts';

export interface MergingServices {
	history: HistoryService;
	custody: CustodyService;
	originals: OriginalsService;
	jobs: JobsService;
}

/** What another archive is opened with. */
export interface OtherOpening {
	path: string;
	/** As the person knows it. */
	name: string;
	/** For one that is encrypted. */
	key: OtherKey | undefined;
	signal: AbortSignal;
	/** Told how many files of a package were read. */
	onProgress(done: number, total: number): void;
}

export interface MergeEnvironment {
	/** Opens what is to be merged: another archive, or a package. */
	openOther(opening: OtherOpening): Promise<OtherArchive>;
	/** Takes a verified copy of the open archive, where it keeps any; throws when that cannot be done. */
	takeSnapshot(): Promise<void>;
	/** Told while another archive is being read; at most as often as makes sense to look. */
	onReading(reading: MergeReading): void;
}

/** Another archive that was looked at and may be merged. */
interface Opened {
	id: JobId;
	abort: AbortController;
	other: OtherArchive;
	/** Null while it is being read. */
	found: { plan: MergePlan; things: MergedThing[] } | null;
	/** No one may close it meanwhile: a statement is being read. */
	reading: Promise<unknown>;
	isMerging: boolean;
}

const outcomes: Readonly<Record<MergedChange, ItemOutcome>> = {
	new: 'added',
	changed: 'merged-changed',
	deleted: 'merged-deleted',
	conflict: 'merged-conflict',
};

/** Brings home what was done in another copy of the archive: first looked at, then taken in as one step. */
export class MergeService {
	readonly #database: ArchiveDatabase;
	readonly #services: MergingServices;
	readonly #environment: MergeEnvironment;
	#opened: Opened | null = null;
	#opening: { id: JobId; abort: AbortController } | null = null;

	constructor(database: ArchiveDatabase, services: MergingServices, environment: MergeEnvironment) {
		this.#database = database;
		this.#services = services;
		this.#environment = environment;
	}

	/** @param path of the other archive, of a package, or of notes made in a reading copy. @param name as the person knows it. */
	async preview(id: JobId, path: string, name: string, key?: OtherKey): Promise<MergePreview> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		if (this.#opened?.isMerging) throw new AppError('conflict');
		await this.#letGo();
		const opening = { id, abort: new AbortController() };
		this.#opening = opening;
		try {
			const { signal } = opening.abort;
			const onProgress = (done: number, total: number) =>
				this.#environment.onReading({ id, unit: 'files', done, total });
			const other = await this.#environment.openOther({ path, name, key, signal, onProgress });
			if (!signal.aborted) return await this.look(id, other);
			other.close();
			throw new AppError('cancelled');
		} finally {
			if (this.#opening === opening) this.#opening = null;
		}
	}

	/** The same for an archive that is open already; it is closed in the end. */
	async look(id: JobId, other: OtherArchive): Promise<MergePreview> {
		const abort = new AbortController();
		const opened: Opened = { id, abort, other, found: null, reading: Promise.resolve(), isMerging: false };
		this.#opened = opened;
		try {
			const plan = await this.#plan(opened);
			const things = listMergedThings(plan, this.#database.reader, other);
			opened.found = { plan, things };
			return this.#describe(opened, plan, things);
		} catch (error) {
			if (this.#opened === opened) await this.#letGo();
			throw error;
		}
	}

	things({ id, kind, change, offset, limit }: ArgumentOf<MergeCalls['things']>): ValueOf<MergeCalls['things']> {
		const { things } = this.#found(this.#find(id));
		const chosen = things.filter(
			(thing) => (kind === undefined || thing.kind === kind) && (change === undefined || thing.change === change),
		);
		return { total: chosen.length, things: chosen.slice(offset, offset + limit) };
	}

	/** Resolves when it is alone, the snapshot is taken and the job has begun. Throws what `jobs.whenAlone` does. */
	async start({ id }: { id: JobId }): Promise<JobId> {
		const opened = this.#find(id);
		if (opened.isMerging) return id;
		opened.isMerging = true;
		try {
			await this.#services.jobs.whenAlone();
			await this.#environment.takeSnapshot();
		} catch (error) {
			opened.isMerging = false;
			throw error;
		}
		this.#services.jobs.start(id, 'merge', {}, async (run) => {
			try {
				abortWith(run.signal, opened.abort);
				await this.#merge(run, opened);
			} finally {
				opened.isMerging = false;
				await this.#letGo();
			}
		});
		return id;
	}

	/**
	 * Merges without a look beforehand, within a job that is running; false when everything is here already. Whoever opened
	 * the other archive closes it.
	 */
	async bringIn(run: JobRun, other: OtherArchive): Promise<boolean> {
		if (this.#opened?.isMerging) throw new AppError('conflict');
		const abort = new AbortController();
		abortWith(run.signal, abort);
		const opened: Opened = { id: run.id, abort, other, found: null, reading: Promise.resolve(), isMerging: true };
		await this.#planAgain(opened);
		if (isEmptyPlan(this.#found(opened).plan)) return false;
		await this.#environment.takeSnapshot();
		await this.#merge(run, opened);
		return true;
	}

	async close({ id }: { id: JobId }): Promise<void> {
		if (this.#opening?.id === id) this.#opening.abort.abort();
		if (this.#opened?.id === id && !this.#opened.isMerging) await this.#letGo();
	}

	/** For the end of the program. */
	async stop(): Promise<void> {
		await this.#letGo();
	}

	async #merge(run: JobRun, opened: Opened): Promise<void> {
		const { other } = opened;
		run.setCurrent(other.file);
		const staged: Sha256[] = [];
		try {
			for (;;) {
				const { plan, things } = this.#found(opened);
				for (const original of plan.originals) {
					staged.push(original.sha256 as Sha256);
					await this.#stage(original, other, run.signal);
				}
				if (run.signal.aborted) throw new AppError('cancelled');
				if (plan.madeAt !== this.#services.history.changeNumber()) {
					await this.#planAgain(opened);
					continue;
				}
				if (!isEmptyPlan(plan)) this.#write(run, plan, things, other);
				return;
			}
		} finally {
			this.#services.originals.unstage(staged);
		}
	}

	/** All of it in one transaction: cut short at any moment, it is as if it had not begun. */
	#write(run: JobRun, plan: MergePlan, things: readonly MergedThing[], other: OtherArchive): void {
		const { custody, originals } = this.#services;
		const items = [...things.map(toItem), ...plan.withdrawals.map(toWithheldItem)];
		run.setTotal(items.length);
		this.#database.witness(plan.newest);
		try {
			this.#database.step('merged', (step) => {
				for (const original of plan.originals) {
					const sha256 = original.sha256 as Sha256;
					originals.addStagedWithin(step.writer, {
						...{ sha256, mediaType: original.media_type, sizeBytes: original.size_bytes },
					});
					originals.keepCheck(step.writer, sha256, 'intact');
				}
				writeMerge(this.#database, step, plan, other);
				custody.receiveWithin(step.writer, other.reader);
				custody.append(step.writer, 'merged', '', this.#custodyDetail(plan, things, other));
				run.keepWithin(step.writer, items);
			});
		} catch (error) {
			throw isConstraint(error) ? damaged(other.file, (error as Error).message) : error;
		}
		run.count(items);
	}

	#custodyDetail(
		plan: MergePlan,
		things: readonly MergedThing[],
		other: OtherArchive,
	): Record<string, string | number> {
		const count = (change: MergedChange) => things.filter((thing) => thing.change === change).length;
		return {
			file: other.file,
			archive: getArchiveRow(other.reader)?.id ?? '',
			head: this.#services.custody.headOf(other.reader),
			new: count('new'),
			changed: count('changed'),
			deleted: count('deleted'),
			conflicts: count('conflict'),
			originals: plan.originals.length,
		};
	}

	async #stage(original: ComingOriginal, other: OtherArchive, signal: AbortSignal): Promise<void> {
		const sha256 = original.sha256 as Sha256;
		try {
			await this.#services.originals.stage(other.file, () => other.bytesOf(sha256), sha256, signal);
		} catch (error) {
			// Bytes that do not have their digest: said of a file that is being read, it would be a riddle.
			if (error instanceof AppError && error.code === 'unreadable-file')
				throw new AppError('damaged-original', { file: other.file }, { cause: error });
			throw error;
		}
	}

	async #planAgain(opened: Opened): Promise<void> {
		const plan = await this.#plan(opened);
		opened.found = { plan, things: listMergedThings(plan, this.#database.reader, opened.other) };
	}

	async #plan(opened: Opened): Promise<MergePlan> {
		const { id, other, abort } = opened;
		const total = countChanges(other.reader);
		const planning = planMerge(this.#database.reader, other, {
			archiveId: getArchiveRow(this.#database.reader)?.id ?? '',
			changeNumber: () => this.#services.history.changeNumber(),
			signal: abort.signal,
			onProgress: (done) => this.#environment.onReading({ id, unit: 'changes', done, total }),
		});
		opened.reading = planning.catch(() => undefined);
		return planning;
	}

	#describe({ other }: Opened, plan: MergePlan, things: readonly MergedThing[]): MergePreview {
		return {
			file: other.file,
			title: getArchiveRow(other.reader)?.title ?? other.file,
			isCopy: plan.isCopy,
			bringsOnlyNew: other.bringsOnlyNew,
			isEmpty: isEmptyPlan(plan),
			counts: countMerged(things),
			originals: {
				count: plan.originals.length,
				sizeBytes: plan.originals.reduce((sum, { size_bytes: bytes }) => sum + bytes, 0),
			},
			withdrawnCount: plan.withdrawals.length,
			goneCount: other.goneCount,
			editionCount: plan.writtenOnce.filter(({ table }) => table === 'editions').length,
			sameOriginalCount: countSharedOriginals(this.#database.reader, newParts(plan)),
		};
	}

	#find(id: JobId): Opened {
		const opened = this.#opened;
		if (opened?.id !== id || !opened.found) throw new AppError('not-found', { what: id });
		return opened;
	}

	#found({ found }: Opened): NonNullable<Opened['found']> {
		if (!found) throw new AppError('cancelled');
		return found;
	}

	async #letGo(): Promise<void> {
		this.#opening?.abort.abort();
		this.#opening = null;
		const opened = this.#opened;
		if (!opened) return;
		this.#opened = null;
		opened.abort.abort();
		await opened.reading;
		opened.other.close();
	}
}

function abortWith(signal: AbortSignal, abort: AbortController): void {
	if (signal.aborted) abort.abort();
	else signal.addEventListener('abort', () => abort.abort(), { once: true });
}

function toItem({ kind, id, change, title, recordId, recordTitle }: MergedThing): JobItem {
	return {
		name: title || recordTitle || id,
		outcome: outcomes[change],
		mergedKind: kind,
		...(kind === 'record' && change !== 'deleted' && { recordId: id as NonNullable<JobItem['recordId']> }),
		...(recordId && { recordId }),
		...(kind === 'annotation' && { annotationId: id as NonNullable<JobItem['annotationId']> }),
	};
}

/** Without its title: that is withdrawn too. */
function toWithheldItem({ recordId, withdrawnAt, reason }: Withdrawal): JobItem {
	const error = new AppError('withdrawn', { file: recordId, date: withdrawnAt.slice(0, 10), reason });
	return { name: recordId, outcome: 'withdrawn', error: toErrorData(error) };
}

/** Originals that parts which come would hold, with the records they are of. */
function newParts({ rows }: MergePlan): { sha256: string; recordId: string }[] {
	return rows
		.filter(({ table, before, after }) => table === 'record_parts' && !before && after.deletedClock === null)
		.map(({ after: { values } }) => ({ sha256: String(values.sha256), recordId: String(values.record_id) }));
}

function isConstraint(error: unknown): boolean {
	return /^SQLITE_(CONSTRAINT|MISMATCH|CORRUPT)/.test(String((error as { code?: unknown }).code));
}
