import { basename } from 'node:path';
import { BatchWriter } from '#archive/adding/adding-service.ts';
import type { ArrivalTools } from '#archive/adding/arrival.ts';
import { ArrivalWriter, type ReceivingServices } from '#archive/adding/arrival-writer.ts';
import { FileReader } from '#archive/adding/file-reader.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { MergeService } from '#archive/merge/merge-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { BagSource } from './bag/bag-source.ts';
import { payloadOf, receiveFromBag } from './foreign-bag.ts';
import type { PackageOpener } from './open-bag.ts';

/** Brings in bags: those of Lectern's are merged, the files of others are added. */
export class PackageImportService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #importer: ImportClient;
	readonly #services: ReceivingServices;
	readonly #merge: MergeService;

	constructor(
		database: ArchiveDatabase,
		{ jobs, importer, merge }: { jobs: JobsService; importer: ImportClient; merge: MergeService },
		services: ReceivingServices,
	) {
		this.#database = database;
		this.#jobs = jobs;
		this.#importer = importer;
		this.#merge = merge;
		this.#services = services;
	}

	/**
	 * Starts a job that is one step to undo. All of the bag is read and compared first: one that is not valid, or does not
	 * open, ends the job with the reason, and nothing was brought in. Throws read-only.
	 */
	import(id: JobId, path: string, opener: PackageOpener | undefined): JobId {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		this.#jobs.start(id, 'package-import', {}, (run) => this.#run(run, path, opener));
		return id;
	}

	async #run(run: JobRun, path: string, opener: PackageOpener | undefined): Promise<void> {
		const { openValidPackage } = await import('./valid-package.ts');
		const file = basename(path);
		run.setCurrent(file);
		const { source, archive } = await openValidPackage(path, { file, opener, signal: run.signal });
		try {
			if (!archive) await this.#addFiles(run, source);
			else if (!(await this.#merge.bringIn(run, archive)))
				run.report(this.#database, [{ name: file, outcome: 'already-held' }]);
		} finally {
			if (archive) archive.close();
			else await source.close();
		}
	}

	async #addFiles(run: JobRun, source: BagSource): Promise<void> {
		const { originals, records } = this.#services;
		const tools: ArrivalTools = {
			files: new FileReader(run.signal),
			originals,
			importer: this.#importer,
			isHeld: (sha256) => records.holdersOf(sha256).some((holder) => !holder.isInBin),
			signal: run.signal,
		};
		const names = payloadOf(source);
		run.setTotal(names.length);
		const writer = new BatchWriter(this.#database, run, new ArrivalWriter(this.#services));
		for (const [index, name] of names.entries()) {
			if (run.signal.aborted) {
				writer.flush();
				writer.keep(names.slice(index).map((left) => ({ name: left, outcome: 'cancelled' })));
				return;
			}
			run.setCurrent(name);
			await writer.take(receiveFromBag(source, name, tools));
		}
		writer.flush();
	}
}
