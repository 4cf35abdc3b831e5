import { basename } from 'node:path';
import { BatchWriter } from '#archive/adding/adding-service.ts';
import type { ArrivalTools } from '#archive/adding/arrival.ts';
import { ArrivalWriter } from '#archive/adding/arrival-writer.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { checkBag } from './bag/bag-check.ts';
import type { BagSource } from './bag/bag-source.ts';
import { payloadOf, receiveFromBag } from './foreign-bag.ts';
import type { PackageOpener } from './open-bag.ts';
import type { PackageReceivers } from './package-services.ts';

/** Brings in bags: those of Lectern's with what they know, those of others as files that are added. */
export class PackageImportService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #importer: ImportClient;
	readonly #services: PackageReceivers;

	constructor(database: ArchiveDatabase, jobs: JobsService, importer: ImportClient, services: PackageReceivers) {
		this.#database = database;
		this.#jobs = jobs;
		this.#importer = importer;
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
		const [{ openBag }, { isOwnPackage, OwnPackage }] = await Promise.all([
			import('./open-bag.ts'),
			import('./own-package.ts'),
		]);
		run.setCurrent(basename(path));
		const source = await openBag(path, { opener, signal: run.signal });
		try {
			await refuseInvalid(source, basename(path), run.signal);
			if (await isOwnPackage(source)) await new OwnPackage(this.#database, run, this.#services, source).bringIn();
			else await this.#addFiles(run, source);
		} finally {
			await source.close();
		}
	}

	async #addFiles(run: JobRun, source: BagSource): Promise<void> {
		const { originals, records } = this.#services;
		const tools: ArrivalTools = {
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

async function refuseInvalid(source: BagSource, file: string, signal: AbortSignal): Promise<void> {
	const { reasons } = await checkBag(source, { signal });
	const [first] = reasons;
	if (!first) return;
	const finding = message(`package.finding.${first.kind}`, { what: first.what });
	const reason = message('package.reason.invalid', { finding, count: reasons.length - 1 });
	throw new AppError('unreadable-file', { file, reason });
}
