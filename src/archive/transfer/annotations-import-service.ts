import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { AnnotationId, JobId, RecordId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { readTextFile } from './annotation-file.ts';
import { ArchivePlaces, annotationIdOf } from './archive-places.ts';
import { type ImportingServices, ImportWriter } from './import-writer.ts';
import { itemName } from './item-name.ts';
import { Placing } from './placing.ts';
import { type PlannedAnnotation, planAnnotation } from './planned-annotation.ts';
import { QuoteSearch } from './quote-search.ts';
import { inReplyOrder } from './reply-order.ts';
import { placeInShown } from './shown-places.ts';
import { parseJson } from './web-annotation/json-guard.ts';
import { type ReadAnnotation, readAnnotation } from './web-annotation/read-annotation.ts';
import { type ReadCollection, readCollection } from './web-annotation/read-collection.ts';

/** An annotation of the file with its name for the report. */
interface NamedAnnotation {
	id: AnnotationId;
	parentId: AnnotationId | null;
	name: string;
	read: ReadAnnotation;
}

const readPerTurn = 500;

/** Brings in annotations in W3C Web Annotation JSON-LD, as a job that accounts for each of them. */
export class AnnotationsImportService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #importer: ImportClient;
	readonly #services: ImportingServices;

	constructor(database: ArchiveDatabase, jobs: JobsService, importer: ImportClient, services: ImportingServices) {
		this.#database = database;
		this.#jobs = jobs;
		this.#importer = importer;
		this.#services = services;
	}

	/**
	 * Resolves when the file is read and the job has begun; all of it is one step to undo. Throws unreadable-file when it
	 * is no JSON or holds no annotations, and read-only: nothing was written then.
	 */
	async importFile(id: JobId, path: string, name: string): Promise<JobId> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const collection = readCollection(parseJson(await readTextFile(path, name), name), name);
		this.#jobs.start(id, 'annotations', {}, (run) => this.#run(run, collection, name));
		return id;
	}

	async #run(run: JobRun, collection: ReadCollection, file: string): Promise<void> {
		run.setTotal(collection.items.length + collection.missingPages.length);
		run.setCurrent(file);
		const writer = new ImportWriter(this.#database, run, this.#services, file);
		const { named, rejected } = await readAll(collection);
		writer.keep([...rejected, ...collection.missingPages.map(missingPage)]);
		const places = new ArchivePlaces(this.#services);
		const search = new QuoteSearch();
		const placing = new Placing(places, search);
		for (const { read } of named) for (const target of read.targets) placing.prepare(target);
		await search.run(places.shownEditions, (id) => places.texts.get(id)?.passages, run.signal);

		const planned = new Map<AnnotationId, RecordId>();
		const inFile = new Set<string>(named.map(({ id }) => id));
		const tools = { places, placing, links: this.#services.links, planned, inFile };
		const plans: { name: string; plan: PlannedAnnotation | AppError }[] = [];
		for (const { read, name } of inReplyOrder(named)) {
			const plan = planOrReject(read, tools);
			if (!(plan instanceof AppError)) planned.set(read.id, plan.made.recordId);
			plans.push({ name, plan });
			if (plans.length % readPerTurn === 0) await nextTurn();
		}
		const standing = plans.flatMap(({ plan }) => (plan instanceof AppError ? [] : plan));
		await placeInShown(standing, { places, importer: this.#importer, file, signal: run.signal });
		await writeAll(writer, plans, run.signal);
		writer.finish();
	}
}

async function writeAll(
	writer: ImportWriter,
	plans: readonly { name: string; plan: PlannedAnnotation | AppError }[],
	signal: AbortSignal,
): Promise<void> {
	for (const { name, plan } of plans) {
		if (signal.aborted) writer.leave(name);
		else if (plan instanceof AppError) writer.reject(name, plan);
		else writer.add(name, plan);
		if (!writer.isFull) continue;
		writer.flush();
		await nextTurn();
	}
}

async function readAll({ items }: ReadCollection): Promise<{ named: NamedAnnotation[]; rejected: JobItem[] }> {
	const named = new Map<AnnotationId, NamedAnnotation>();
	const rejected: JobItem[] = [];
	for (const [index, item] of items.entries()) {
		const name = itemName(index, item);
		try {
			const read = readAnnotation(item);
			if (named.has(read.id)) throw new AppError('invalid-input', { reason: message('transfer.reason.twice') });
			named.set(read.id, { id: read.id, parentId: null, name, read });
		} catch (error) {
			rejected.push({ name, outcome: 'failed', error: toErrorData(error) });
		}
		if (index % readPerTurn === 0) await nextTurn();
	}
	for (const annotation of named.values()) annotation.parentId = parentOf(annotation.read, named);
	return { named: [...named.values()], rejected };
}

function parentOf({ id, targets }: ReadAnnotation, named: ReadonlyMap<AnnotationId, unknown>): AnnotationId | null {
	const ids = targets.map(({ address }) => annotationIdOf(address));
	return ids.find((each) => each !== id && named.has(each)) ?? null;
}

function planOrReject(read: ReadAnnotation, tools: Parameters<typeof planAnnotation>[1]): PlannedAnnotation | AppError {
	try {
		return planAnnotation(read, tools);
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
}

function missingPage(address: string): JobItem {
	const reason = message('transfer.reason.missingPage');
	return { name: address, outcome: 'failed', error: { code: 'invalid-input', detail: { reason } } };
}
