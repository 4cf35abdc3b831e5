import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { SegmentsService } from '#archive/search/segments-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { WithdrawalCalls } from '#shared/api/withdrawals-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId, type JobId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import type { Withdrawal, WithdrawalId, WithdrawalPreview } from '#shared/domain/withdrawal.ts';
import { message } from '#shared/messages/messages.ts';
import { type BelongingRows, findBelonging } from './belonging-rows.ts';
import {
	blankReports,
	deleteHistory,
	deleteRows,
	listChildren,
	listNamesOf,
	listRows,
	stampedOf,
} from './erasure-repository.ts';
import {
	holdsAny,
	listOriginalsIn,
	listPartsOf,
	listTitles,
	listWithdrawals,
	listWithdrawalsOf,
} from './withdrawals-repository.ts';

/** Copies of the archive on this device: snapshots, and files that a change of the passphrase left. */
export interface ArchiveCopies {
	/** Those that hold any of these, by path; `closed`: those that cannot be looked into. */
	holding(recordIds: readonly string[], sha256s: readonly string[]): { open: string[]; closed: string[] };
	/** Whether a new one can be taken before these go. */
	canReplace(open: readonly string[]): boolean;
	/**
	 * Takes a new snapshot, which is read back, where any are kept; then removes the copies that hold any of these. Says what
	 * became of each, by path: `failed` where it could not be removed, or is the newest one and no new one can be taken, unless
	 * all are to go; `left-out` where it cannot be looked into.
	 */
	replace(request: KeptRequest): Promise<JobItem[]>;
}

interface Services {
	custody: CustodyService;
	jobs: JobsService;
	segments: SegmentsService;
	/** Keeps the digest over what there is now. */
	keepRoot(): void;
	copies: ArchiveCopies;
}

/** As it is kept while something is left to be done: ids and digests only. */
interface KeptRequest {
	recordIds: RecordId[];
	originals: Sha256[];
	/** Also the last copy, where no new one can be taken. */
	takesAll: boolean;
}

/** Deleting, writing the file anew, and the copies. */
const stages = 3;

/** Withdraws records for good: what they held, what was said of them, and every trace of it that is within reach. */
export class WithdrawalsService {
	readonly #database: ArchiveDatabase;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, services: Services) {
		this.#database = database;
		this.#services = services;
	}

	list(): Withdrawal[] {
		return listWithdrawals(this.#database.reader);
	}

	/** The latest one that took bytes with this digest. */
	findOf(sha256: Sha256): Withdrawal | undefined {
		return listWithdrawalsOf(this.#database.reader, sha256)[0];
	}

	preview({ recordIds }: { recordIds: RecordId[] }): WithdrawalPreview {
		const { reader } = this.#database;
		const records = listTitles(reader, recordIds);
		if (records.length < recordIds.length) throw new AppError('not-found', { what: recordIds.join(', ') });
		const rows = findBelonging(reader, recordIds);
		const originals = listOriginalsIn(reader, recordIds);
		const going = originals.filter(({ isShared }) => !isShared);
		const copies = this.#services.copies.holding(
			recordIds,
			going.map(({ sha256 }) => sha256),
		);
		return {
			records,
			parts: listPartsOf(reader, recordIds),
			originals: { count: going.length, sizeBytes: going.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) },
			sharedOriginalCount: originals.length - going.length,
			editionCount: rows.get('editions')?.size ?? 0,
			annotationCount: rows.get('annotations')?.size ?? 0,
			linkCount: rows.get('links')?.size ?? 0,
			copies: copies.open,
			closedCopies: copies.closed,
			canBeCopied: this.#services.copies.canReplace(copies.open),
			exports: [...this.#services.custody.each({ kinds: ['exported'] })].map(({ at, detail }) => ({
				at,
				file: String(detail.package ?? detail.readingCopy ?? detail.backup ?? ''),
			})),
		};
	}

	async purge({ id, recordIds, reason, takesAll = false }: ArgumentOf<WithdrawalCalls['purge']>): Promise<JobId> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		await this.#services.jobs.whenAlone();
		const { records } = this.preview({ recordIds });
		const request: KeptRequest = { recordIds, originals: this.#originalsOf(recordIds), takesAll };
		this.#services.jobs.start(id, 'purge', request, async (run) => {
			run.setTotal(stages);
			// Whatever is being packed now may hold its words.
			await this.#services.segments.whenPacked();
			if (run.signal.aborted) throw new AppError('cancelled');
			// The same bytes may have come in for another record meanwhile.
			const going: KeptRequest = { recordIds, originals: this.#originalsOf(recordIds), takesAll };
			const items = this.#delete(run, going, reason, records.length);
			run.restart(items.length + stages);
			run.count(items);
			await this.#sweep(run, going);
		});
		return id;
	}

	/** Those that no other record has. */
	#originalsOf(recordIds: readonly RecordId[]): Sha256[] {
		return listOriginalsIn(this.#database.reader, recordIds)
			.filter(({ isShared }) => !isShared)
			.map(({ sha256 }) => sha256);
	}

	/**
	 * Writes the file anew and removes copies once more, where a full disk, or the end of the program, came between. Throws
	 * invalid-input where any of it is still in the archive: what a job is said to have been about may come from a stranger.
	 */
	async retry({ id }: { id: JobId }): Promise<JobId> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		await this.#services.jobs.whenAlone();
		const request = this.#services.jobs.requestOf(id) as KeptRequest;
		if (holdsAny(this.#database.reader, request.recordIds, request.originals))
			throw new AppError('invalid-input', { reason: message('purge.reason.still-here') });
		const retryId = newId<JobId>();
		this.#services.jobs.start(retryId, 'purge', request, (run) => this.#sweep(run, request));
		return retryId;
	}

	lift({ id }: { id: WithdrawalId }): void {
		this.#database.step('withdrawalLifted', (step) => this.liftWithin(step, id));
	}

	/** Whatever was withdrawn with these bytes may come back. */
	liftOfWithin(step: Step, sha256: Sha256): void {
		for (const { id } of listWithdrawalsOf(step.writer, sha256)) this.liftWithin(step, id);
	}

	liftWithin(step: Step, id: WithdrawalId): void {
		step.remove('withdrawals', id);
	}

	/** All of it in one transaction, which is not offered for undo: cut short at any moment, it is as if it had not begun. */
	#delete(run: JobRun, { recordIds, originals }: KeptRequest, reason: string, count: number): JobItem[] {
		return this.#database.step(
			'purged',
			(step) => {
				const { writer } = step;
				const rows = findBelonging(writer, recordIds);
				tellOf(step, rows);
				for (const child of listChildren(writer, recordIds)) step.update('records', child, { parent_id: null });
				blankReports(writer, rows, originals, listNamesOf(writer, rows));
				deleteHistory(writer, rows);
				const sizes = new Map(listOriginalsIn(writer, recordIds).map((each) => [each.sha256, each]));
				deleteRows(writer, rows, originals);
				for (const recordId of recordIds)
					step.insert('withdrawals', derivedId<WithdrawalId>('withdrawal', recordId), {
						record_id: recordId,
						originals: JSON.stringify(originals.filter((sha256) => sizes.get(sha256)?.recordIds.includes(recordId))),
						reason,
						author: this.#database.author,
						withdrawn_at: step.at,
					});
				const { custody } = this.#services;
				for (const recordId of recordIds) custody.append(writer, 'erased', recordId, { reason, records: count });
				for (const sha256 of originals)
					custody.append(writer, 'erased', sha256, { reason, sizeBytes: sizes.get(sha256)?.sizeBytes ?? 0 });
				const items = [...recordIds, ...originals].map((name): JobItem => ({ name, outcome: 'erased' }));
				run.keepWithin(writer, items);
				return items;
			},
			{ kind: 'final' },
		);
	}

	/** What is left where nothing refers to it: free room in the file, its log, and the copies. */
	async #sweep(run: JobRun, request: KeptRequest): Promise<void> {
		const { copies, segments, keepRoot } = this.#services;
		segments.tellPacked();
		run.advance();
		await nextTurn();
		this.#database.compact();
		keepRoot();
		run.advance();
		const items = await copies.replace(request);
		run.advance();
		run.report(this.#database, items);
	}
}

/** Everyone who shows any of it lets go of it. */
function tellOf(step: Step, rows: BelongingRows): void {
	for (const { table, ids } of stampedOf(rows))
		for (const row of listRows(step.writer, table, ids)) step.tell(table, String(row.id), row);
}
