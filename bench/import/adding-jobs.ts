import type { JSHandle } from '@playwright/test';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { JobId, RecordId } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { openArchivePort, type PagePort } from '../desktop/archive-port.ts';
import type { MeasuredApp } from '../desktop/measured-app.ts';

const pollMillis = 20;

/** Starts jobs of the running app and waits for their ends, by a port beside the window's own. */
export class AddingJobs {
	readonly #app: MeasuredApp;
	readonly #port: JSHandle<PagePort>;

	private constructor(app: MeasuredApp, port: JSHandle<PagePort>) {
		this.#app = app;
		this.#port = port;
	}

	static async of(app: MeasuredApp): Promise<AddingJobs> {
		return new AddingJobs(app, await openArchivePort(app.page));
	}

	/** Chooses a folder as a person does, with the system's dialog answered, and gives the job that adds it. */
	async add(folder: string): Promise<JobId> {
		const known = new Set((await this.#list()).map(({ id }) => id));
		await this.#app.app.evaluate(({ dialog }, chosen) => {
			dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
		}, folder);
		await this.#app.pages.frame.press('adding.folder');
		for (;;) {
			const started = (await this.#list()).find(({ id, kind }) => kind === 'add' && !known.has(id));
			if (started) return started.id;
			await this.#app.page.waitForTimeout(pollMillis);
		}
	}

	/** Of these records, or of all. */
	verify(recordIds?: readonly RecordId[]): Promise<JobId> {
		return this.call('originals', 'verify', recordIds ? { recordIds } : {}) as Promise<JobId>;
	}

	async recordIds(): Promise<Set<RecordId>> {
		return new Set(((await this.call('records', 'list', {})) as RecordSummary[]).map(({ id }) => id));
	}

	async countWithoutFile(recordIds: readonly RecordId[]): Promise<number> {
		let count = 0;
		for (const id of recordIds) {
			const { files } = (await this.call('records', 'get', { id })) as RecordDetail;
			if (files.length === 0) count += 1;
		}
		return count;
	}

	/** Waits until it has done so many items, or until its end. */
	async reached(id: JobId, doneCount = Number.POSITIVE_INFINITY): Promise<JobProgress> {
		for (;;) {
			const job = (await this.call('jobs', 'get', { id })) as JobProgress;
			if (job.endedAt !== null || job.done >= doneCount) return job;
			await this.#app.page.waitForTimeout(pollMillis);
		}
	}

	call(noun: string, call: string, argument: unknown): Promise<unknown> {
		return this.#port.evaluate((open, asked) => open.call(asked.noun, asked.call, asked.argument), {
			...{ noun, call, argument },
		});
	}

	#list(): Promise<JobProgress[]> {
		return this.call('jobs', 'list', undefined) as Promise<JobProgress[]>;
	}
}

/** By the archive's own clock, to the commit of the last item. */
export function secondsOf({ startedAt, endedAt }: JobProgress): number {
	return (Date.parse(endedAt ?? '') - Date.parse(startedAt)) / 1000;
}
