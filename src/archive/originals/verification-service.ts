import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId, type Sha256 } from '#shared/domain/ids.ts';
import type { ItemOutcome, JobItem } from '#shared/domain/job.ts';
import type { Fixity } from '#shared/domain/record.ts';
import type { Original, OriginalsService } from './originals-service.ts';

/** Ten thousand small originals would wait for the disk ten thousand times, were each outcome kept by itself. */
const commitIntervalMillis = 100;

interface Checked {
	fixity: Fixity;
	item: JobItem & { sha256: Sha256 };
}

/** Reads originals back and compares digests, as a job; finds what no integrity check of the database would. */
export class VerificationService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #originals: OriginalsService;
	readonly #custody: CustodyService;

	constructor(database: ArchiveDatabase, jobs: JobsService, originals: OriginalsService, custody: CustodyService) {
		this.#database = database;
		this.#jobs = jobs;
		this.#originals = originals;
		this.#custody = custody;
	}

	/** All originals, or these. */
	verify({ sha256s }: { sha256s?: Sha256[] }): JobId {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const id = newId<JobId>();
		const asked = sha256s && new Set(sha256s);
		const originals = this.#originals.list().filter(({ sha256 }) => asked?.has(sha256) ?? true);
		this.#jobs.start(id, 'verify', { sha256s: sha256s ?? null }, (run) => this.#run(run, originals));
		return id;
	}

	async #run(run: JobRun, originals: readonly Original[]): Promise<void> {
		run.setTotal(originals.length);
		const counts: Record<string, number> = {};
		let checked: Checked[] = [];
		let keepAtMillis = 0;
		const keep = () => {
			if (checked.length > 0) this.#keep(run, checked);
			checked = [];
		};
		try {
			for (const original of originals) {
				const name = this.#nameOf(original);
				run.setCurrent(name);
				const fixity = await this.#originals.verify(original, run.signal);
				counts[fixity] = (counts[fixity] ?? 0) + 1;
				if (checked.length === 0) keepAtMillis = performance.now() + commitIntervalMillis;
				checked.push({ fixity, item: { name, outcome: outcomeOf(fixity), sha256: original.sha256 } });
				if (performance.now() >= keepAtMillis) keep();
			}
		} finally {
			keep();
		}
		this.#database.write((writer) => this.#custody.append(writer, 'verified', '', counts));
	}

	#keep(run: JobRun, checked: readonly Checked[]): void {
		const items = checked.map(({ item }) => item);
		this.#database.write((writer) => {
			for (const { fixity, item } of checked) {
				this.#originals.keepCheck(writer, item.sha256, fixity);
				if (fixity !== 'intact') this.#custody.append(writer, 'verified', item.sha256, { outcome: fixity });
			}
			run.keepWithin(writer, items);
		});
		run.count(items);
	}

	#nameOf({ sha256 }: Original): string {
		return this.#originals.fileNameOf(sha256) ?? sha256;
	}
}

function outcomeOf(fixity: Fixity): ItemOutcome {
	return fixity === 'unverified' ? 'unverifiable' : fixity;
}
