import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { translateSqliteError } from '#archive/db/sqlite-error.ts';
import type { ArgumentOf, ValueOf } from '#shared/api/calls.ts';
import type { JobCalls } from '#shared/api/jobs-api.ts';
import { AppError, type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { EditionId, JobId } from '#shared/domain/ids.ts';
import { itemOutcomes, type JobItem, type JobKind, type JobProgress } from '#shared/domain/job.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { foldText } from '#shared/text/fold-text.ts';
import { type JobListener, JobRun } from './job-run.ts';
import {
	deleteJobs,
	endJob,
	findJob,
	getRequest,
	hasRunning,
	insertJob,
	interruptRunning,
	listEditionsReadBack,
	listItems,
	listJobs,
	listSoundBackground,
} from './jobs-repository.ts';

/**
 * Work that no person began, and that must not be in a person's way: what `gives-way` can end at any piece, since the rest
 * is taken up by itself another time; what `ends-soon` is waited for.
 */
type Background = 'gives-way' | 'ends-soon';

/** Some milliseconds of work. */
const itemsPerTurn = 1000;

type ReportPage = ValueOf<JobCalls['items']>;

interface Running {
	run: JobRun;
	ended: Promise<void>;
	background: Background | undefined;
}

/** Long work: started, watched, cancelled; its report is kept with the archive. */
export class JobsService {
	readonly #database: ArchiveDatabase;
	readonly #listener: JobListener;
	readonly #running = new Map<JobId, Running>();
	/** Those of an archive that cannot be written to, newest first. */
	readonly #unkept: JobRun[] = [];
	#isClosed = false;

	constructor(database: ArchiveDatabase, listener: JobListener) {
		this.#database = database;
		this.#listener = listener;
		if (!database.isReadOnly && hasRunning(database.reader))
			database.write((writer) => interruptRunning(writer, this.#now()));
	}

	/**
	 * Starts `work` as a job and returns at once. What `work` throws ends the job as interrupted, except `cancelled`;
	 * failures of single items are for `work` to report. Where the archive cannot be written to, the report is held in
	 * memory. Calling again with a known id starts nothing. Throws connection-lost once the archive is being closed: nobody
	 * would wait for the job.
	 * @param request what was asked, as JSON: what `retry` starts from.
	 * @returns whether `work` was begun, and ends by itself what was made ready for it.
	 */
	start(
		id: JobId,
		kind: JobKind,
		request: unknown,
		work: (run: JobRun) => Promise<void>,
		background?: Background,
	): boolean {
		if (this.#isClosed) throw new AppError('connection-lost');
		if (this.#findUnkept(id) || findJob(this.#database.reader, id)) return false;
		const startedAt = this.#now();
		const isKept = !this.#database.isReadOnly;
		const kept = JSON.stringify(background ? { ...(request as object), isBackground: true } : request);
		if (isKept) this.#database.write((writer) => insertJob(writer, id, kind, kept, startedAt));
		const run = new JobRun(id, kind, startedAt, this.#listener, isKept);
		if (!isKept) this.#unkept.unshift(run);
		this.#database.holdPages('many');
		this.#running.set(id, { run, ended: this.#see(run, work), background });
		return true;
	}

	list(): JobProgress[] {
		const kept = listJobs(this.#database.reader).map((job) => this.#running.get(job.id)?.run.progress ?? job);
		return [...this.#unkept.map(({ progress }) => progress), ...kept];
	}

	get({ id }: { id: JobId }): JobProgress {
		const run = this.#running.get(id)?.run ?? this.#findUnkept(id);
		const job = run?.progress ?? findJob(this.#database.reader, id);
		if (!job) throw new AppError('not-found', { what: id });
		return job;
	}

	items({ id, offset, limit, outcomes }: Omit<ArgumentOf<JobCalls['items']>, 'words'>): ReportPage {
		const unkept = this.#findUnkept(id)?.items;
		if (unkept) {
			const passing = outcomes ? unkept.filter(({ outcome }) => outcomes.includes(outcome)) : unkept;
			return { total: passing.length, items: passing.slice(offset, offset + limit) };
		}
		const counts = findJob(this.#database.reader, id)?.counts ?? {};
		const passing = itemOutcomes.filter((outcome) => !outcomes || outcomes.includes(outcome));
		const total = passing.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
		return { total, items: listItems(this.#database.reader, { id, outcomes, offset, limit }) };
	}

	/** The same of those that say these words. The whole report is read, in pieces that give way to other work. */
	async itemsSaying({ words = '', offset, limit, ...report }: ArgumentOf<JobCalls['items']>): Promise<ReportPage> {
		const says = saying(words);
		const items: JobItem[] = [];
		let total = 0;
		for (let from = 0; ; from += itemsPerTurn) {
			const piece = this.items({ ...report, offset: from, limit: itemsPerTurn }).items;
			for (const item of piece) {
				if (!says(item)) continue;
				if (total >= offset && items.length < limit) items.push(item);
				total += 1;
			}
			if (piece.length < itemsPerTurn) return { total, items };
			await nextTurn();
		}
	}

	cancel({ id }: { id: JobId }): void {
		this.#running.get(id)?.run.cancel();
	}

	/** What the job was asked to do, as given to `start`. */
	requestOf(id: JobId): unknown {
		const request = getRequest(this.#database.reader, id);
		if (request === undefined) throw new AppError('not-found', { what: id });
		return JSON.parse(request);
	}

	/** Resolves when this job has ended, or at once when it does not run. */
	async whenEnded(id: JobId): Promise<void> {
		await this.#running.get(id)?.ended;
	}

	get runningCount(): number {
		return this.#running.size;
	}

	get isIdle(): boolean {
		return this.#running.size === 0;
	}

	/**
	 * Resolves when nothing runs, for one who needs that. Throws invalid-input where a job runs that a person began: which of
	 * the two may wait is theirs to say.
	 */
	async whenAlone(): Promise<void> {
		while (!this.isIdle) {
			const jobs = [...this.#running.values()];
			if (jobs.some(({ background }) => !background))
				throw new AppError('invalid-input', { reason: message('job.reason.busy') });
			for (const { run, background } of jobs) if (background === 'gives-way') run.giveWay();
			await Promise.all(jobs.map(({ ended }) => ended));
		}
	}

	/** Texts that reports of since that instant (ISO 8601 UTC) say were read back, and when the last of these began. */
	editionsReadBack(since: string): Map<EditionId, string> {
		return new Map(listEditionsReadBack(this.#database.reader, since).map(({ id, startedAt }) => [id, startedAt]));
	}

	/** Lets go of reports of what ran by itself and ended before that instant, where all that they say is that nothing was wrong. */
	forgetBackground(kind: JobKind, endedBefore: string): void {
		const ids = listSoundBackground(this.#database.reader, kind, endedBefore);
		if (ids.length > 0) this.#database.write((writer) => deleteJobs(writer, ids));
	}

	/** Stops every job at its next document boundary; none begins afterwards. */
	async close(): Promise<void> {
		this.#isClosed = true;
		const jobs = [...this.#running.values()];
		for (const { run, background } of jobs) {
			if (background === 'gives-way') run.giveWay();
			else run.cancel();
		}
		await Promise.all(jobs.map(({ ended }) => ended));
	}

	async #see(run: JobRun, work: (run: JobRun) => Promise<void>): Promise<void> {
		let error: ErrorData | null = null;
		try {
			await work(run);
		} catch (thrown) {
			error = toErrorData(translateSqliteError(thrown));
		}
		const isCancelled = error ? error.code === 'cancelled' : run.signal.aborted;
		if (isCancelled && run.hasGivenWay) run.setTotal(run.progress.done);
		const stopped = run.hasGivenWay ? 'done' : 'cancelled';
		const state = isCancelled ? stopped : error ? 'interrupted' : 'done';
		run.end(state, this.#now(), isCancelled ? null : error);
		if (!run.items) this.#keepEnd(run, error);
		this.#running.delete(run.id);
		if (this.isIdle) this.#database.holdPages('few');
		run.tellEnd();
	}

	#keepEnd(run: JobRun, error: ErrorData | null): void {
		try {
			this.#database.write((writer) => endJob(writer, run.progress));
		} catch (thrown) {
			// A full disk may refuse even this. The window is told; at the next opening the job reads as interrupted.
			run.end('interrupted', this.#now(), error ?? toErrorData(thrown));
		}
	}

	#findUnkept(id: JobId): JobRun | undefined {
		return this.#unkept.find((run) => run.id === id);
	}

	#now(): string {
		return new Date(this.#database.now()).toISOString();
	}
}

/** As the search compares words: names of files come composed or decomposed, by the system that they come from. */
function saying(words: string): (item: JobItem) => boolean {
	const sought = foldText(words.trim());
	return ({ name, note = '', error }) =>
		foldText([name, note, error ? errorMessage(error) : ''].join('\n')).includes(sought);
}
