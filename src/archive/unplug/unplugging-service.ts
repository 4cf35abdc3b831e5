import type { CurrentArchive } from '#archive/current-archive.ts';
import type { FactMessage } from '#shared/api/envelope.ts';
import type { Unplugged } from '#shared/domain/medium.ts';
import { makeReady } from './make-ready.ts';

/** Makes the open archive ready to unplug; every client is told. */
export class UnpluggingService {
	readonly #current: CurrentArchive;
	readonly #tell: (fact: FactMessage) => void;
	#abort: AbortController | null = null;
	#unplugging: Promise<Unplugged> | null = null;

	constructor(current: CurrentArchive, tell: (fact: FactMessage) => void) {
		this.#current = current;
		this.#tell = tell;
	}

	/** Throws what kept the archive from closing in order; it is closed then all the same. Asked twice it is done once. */
	unplug(): Promise<Unplugged> {
		this.#unplugging ??= this.#unplug().finally(() => {
			this.#unplugging = null;
		});
		return this.#unplugging;
	}

	async #unplug(): Promise<Unplugged> {
		const archive = this.#current.get();
		// Asks nothing of the file: its medium may be gone, and then that is what is to be told.
		const { path } = archive;
		const { path: notesPath } = archive.services.sideNotes;
		const { isReadOnly } = archive.database;
		const abort = new AbortController();
		this.#abort = abort;
		try {
			this.#tell({ fact: 'archive.unplugging', data: { done: 0, total: 0 } });
			const stoppedJobs = archive.services.jobs.runningCount;
			await this.#current.close();
			const found = await makeReady(path, isReadOnly, {
				signal: abort.signal,
				onReading: (data) => this.#tell({ fact: 'archive.unplugging', data }),
			});
			const unplugged = { path, notesPath, stoppedJobs, ...found };
			this.#tell({ fact: 'archive.unplugged', data: { path, unplugged } });
			return unplugged;
		} catch (error) {
			this.#tell({ fact: 'archive.unplugged', data: { path, unplugged: null } });
			throw error;
		} finally {
			this.#abort = null;
		}
	}

	/** Goes on without the digest of the whole. */
	stopReading(): void {
		this.#abort?.abort();
	}
}
