import { setMaxListeners } from 'node:events';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Writer } from '#archive/db/connection.ts';
import type { ErrorData } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobItem, JobKind, JobProgress, JobState } from '#shared/domain/job.ts';
import { insertItem } from './jobs-repository.ts';

/** A progress message costs every window a redraw; ten a second are as smooth as any. */
const progressIntervalMillis = 100;
/** The files that are read ahead listen for the cancel each, eighty at a time; Node 20 warns of a leak above ten. */
const mostListeners = 100;

export interface JobListener {
	onProgress(progress: JobProgress): void;
	/** After the commit that holds the item. */
	onItem(jobId: JobId, item: JobItem): void;
}

/** One job while it runs: counts, tells, and can be told to stop at the next document boundary. */
export class JobRun {
	readonly id: JobId;
	/** The report, where there is no archive to keep it in; else null. */
	readonly items: JobItem[] | null;
	readonly #abort = new AbortController();
	readonly #listener: JobListener;
	readonly #progress: JobProgress;
	#toldAtMillis = 0;
	#nextOrdinal = 0;
	#hasGivenWay = false;

	constructor(id: JobId, kind: JobKind, startedAt: string, listener: JobListener, isKept = true) {
		setMaxListeners(mostListeners, this.#abort.signal);
		this.id = id;
		this.items = isKept ? null : [];
		this.#listener = listener;
		this.#progress = {
			id,
			kind,
			state: 'running',
			done: 0,
			total: 0,
			current: '',
			startedAt,
			endedAt: null,
			counts: {},
			error: null,
			...(!isKept && { isUnkept: true as const }),
		};
	}

	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	get progress(): JobProgress {
		return { ...this.#progress, counts: { ...this.#progress.counts } };
	}

	cancel(): void {
		this.#abort.abort();
	}

	/** Ends it as it stands for somebody's sake: what is left of it is taken up by itself another time. */
	giveWay(): void {
		this.#hasGivenWay = true;
		this.#abort.abort();
	}

	get hasGivenWay(): boolean {
		return this.#hasGivenWay;
	}

	setTotal(total: number): void {
		this.#progress.total = total;
		this.#tell();
	}

	setCurrent(name: string): void {
		this.#progress.current = name;
		this.#tell();
	}

	/** Counts work that has no entry in the report of its own. */
	advance(count = 1): void {
		this.#progress.done += count;
		this.#tell();
	}

	/** Counts from nothing again: before a report whose entries are others than the pieces of work. */
	restart(total: number): void {
		Object.assign(this.#progress, { done: 0, total });
	}

	/** Keeps and counts entries that have nothing to do with a transaction. */
	report(database: ArchiveDatabase, items: readonly JobItem[]): void {
		if (!this.items) database.write((writer) => this.keepWithin(writer, items));
		this.count(items);
	}

	/** Keeps an item of the report within the transaction that did what it says; give it to `count` after the commit. */
	keepWithin(writer: Writer, items: readonly JobItem[]): void {
		for (const [index, item] of items.entries()) insertItem(writer, this.id, this.#nextOrdinal + index, item);
	}

	/** Counts items whose transaction has returned. */
	count(items: readonly JobItem[]): void {
		this.#nextOrdinal += items.length;
		this.items?.push(...items);
		for (const item of items) {
			this.#progress.done += 1;
			this.#progress.counts[item.outcome] = (this.#progress.counts[item.outcome] ?? 0) + 1;
			this.#listener.onItem(this.id, item);
		}
		this.#tell();
	}

	/** Settles how it ended; `tellEnd` lets others know once that is kept. */
	end(state: JobState, endedAt: string, error: ErrorData | null): void {
		Object.assign(this.#progress, { state, endedAt, error, current: '' });
	}

	tellEnd(): void {
		this.#listener.onProgress(this.progress);
	}

	#tell(): void {
		const millis = performance.now();
		if (millis - this.#toldAtMillis < progressIntervalMillis) return;
		this.#toldAtMillis = millis;
		this.#listener.onProgress(this.progress);
	}
}
