import type { JobId } from '#shared/domain/ids.ts';

/** Sweeps that somebody waits for, each stopped by the id that they gave it. */
export class RunningSweeps {
	readonly #running = new Map<JobId, AbortController>();

	async run<T>(id: JobId, sweep: (signal: AbortSignal) => Promise<T>): Promise<T> {
		const abort = new AbortController();
		this.#running.set(id, abort);
		try {
			return await sweep(abort.signal);
		} finally {
			this.#running.delete(id);
		}
	}

	stop({ id }: { id: JobId }): void {
		this.#running.get(id)?.abort();
	}
}
