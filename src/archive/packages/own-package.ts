import { basename } from 'node:path';
import * as v from 'valibot';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { editionIdOf, type NewEdition } from '#archive/editions/editions-service.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import { type Json, parseJson } from '#archive/transfer/web-annotation/json-guard.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { EditionId, RecordId, Sha256, StepId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import type { BagSource } from './bag/bag-source.ts';
import { parseBagInfo } from './bag/tag-files.ts';
import { readTagFile } from './bag/tag-reader.ts';
import { places } from './package-contents.ts';
import {
	collectionsSchema,
	eventsSchema,
	linksSchema,
	namesSchema,
	type PackagedRecord,
	recordsSchema,
} from './package-schemas.ts';
import type { PackageReceivers } from './package-services.ts';
import { readEdition } from './packaged-editions.ts';
import { bringInEvents, bringInLinks, bringInNames } from './packaged-surroundings.ts';

/** A record of the package, its originals staged and its texts read: ready to be written in one go. */
interface Prepared {
	record: PackagedRecord;
	editions: { id: EditionId; made: NewEdition }[];
}

/** Whether a bag says of itself that Lectern wrote it, in a form that is known here. */
export async function isOwnPackage(source: BagSource): Promise<boolean> {
	if (!source.files.has('bag-info.txt') || !source.files.has(`data/${places.records}`)) return false;
	const { info } = parseBagInfo((await readTagFile(source, 'bag-info.txt')) ?? '');
	return info.some(([label, value]) => label === 'Lectern-Package-Version' && value === '1');
}

/**
 * Brings in a package of Lectern's: records that are not here with their originals, texts, tags and collections, then
 * annotations, names, events and links. A record that is here already stays as it is. All of it is the step that has the job's id.
 */
export class OwnPackage {
	readonly #database: ArchiveDatabase;
	readonly #run: JobRun;
	readonly #services: PackageReceivers;
	readonly #source: BagSource;
	#stepId: StepId;

	constructor(database: ArchiveDatabase, run: JobRun, services: PackageReceivers, source: BagSource) {
		this.#database = database;
		this.#run = run;
		this.#services = services;
		this.#source = source;
		this.#stepId = run.id as string as StepId;
	}

	/** Throws unreadable-file when the descriptions are not what they must be: nothing was written then. */
	async bringIn(): Promise<void> {
		const records = parentsFirst(await this.#read(places.records, recordsSchema));
		const collections = parentsFirst(await this.#read(places.collections, collectionsSchema));
		const [names, events] = [
			await this.#read(places.names, namesSchema),
			await this.#read(places.events, eventsSchema),
		];
		const links = await this.#read(places.links, linksSchema);
		this.#run.setTotal(records.length);
		this.#step((step) => {
			this.#services.collections.bringInWithin(step, collections);
			bringInNames(step, this.#services, names);
		});
		for (const record of records) await this.#bringInRecord(record);
		const annotations = await readTagFile(this.#source, `data/${places.annotations}`);
		if (this.#run.signal.aborted) return;
		this.#step((step) => bringInEvents(step, this.#services, events));
		if (annotations && !isEmptyCollection(annotations))
			await this.#services.annotationsImport.bringIn(this.#run, annotations, basename(places.annotations));
		this.#step((step) => bringInLinks(step, this.#services, links));
	}

	async #bringInRecord(record: PackagedRecord): Promise<void> {
		const { id, title } = record;
		if (this.#run.signal.aborted) return this.#keep({ name: title, outcome: 'cancelled' });
		this.#run.setCurrent(title);
		const [known] = this.#services.records.list({ ids: [id] });
		if (known && !known.isInBin) return this.#keep({ name: title, outcome: 'already-held', recordId: id });
		try {
			const prepared = known ? null : await this.#prepare(record);
			const item: JobItem = { name: title, outcome: 'added', recordId: id };
			this.#step((step) => {
				if (prepared) this.#write(step, prepared);
				else this.#services.records.restoreWithin(step, id);
				this.#run.keepWithin(step.writer, [item]);
			});
			this.#run.count([item]);
		} catch (error) {
			const data = toErrorData(error);
			if (['disk-full', 'disk-error', 'read-only'].includes(data.code)) throw error;
			this.#keep({ name: title, outcome: data.code === 'cancelled' ? 'cancelled' : 'failed', error: data });
		}
	}

	async #prepare(record: PackagedRecord): Promise<Prepared> {
		const { originals } = this.#services;
		for (const { sha256, path } of record.files)
			if (path !== null && this.#source.files.has(path) && !originals.find(sha256))
				await originals.stage(path, () => this.#source.read(path), sha256, this.#run.signal);
		const editions: Prepared['editions'] = [];
		for (const id of record.editions) {
			const made = await readEdition(this.#source, id);
			if (made) editions.push({ id, made });
		}
		return { record, editions };
	}

	#write(step: Step, { record, editions }: Prepared): void {
		const { records, originals, tags, collections, custody } = this.#services;
		const { id, holding, editionId, tags: names, collectionIds, files, editions: _editions, ...fields } = record;
		const held = files.filter(({ sha256, path }) => originals.find(sha256) || (path && this.#source.files.has(path)));
		const known = new Set<Sha256>(held.map(({ sha256 }) => sha256));
		const makings = new Map(editions.map((edition) => [edition.id, withKnownOriginal(edition.made, known)]));
		const shown = makings.get(editionId as EditionId) ?? [...makings.values()].at(0);
		const parentId = this.#liveParent(fields.parentId ?? null);
		records.addWithin(
			step,
			id,
			{ ...fields, parentId },
			{
				holding: held.length + editions.length > 0 ? holding : 'described-only',
				editionId: shown ? editionIdOf(id, shown) : null,
			},
		);
		for (const { sha256, mediaType, sizeBytes, fileName, path } of held) {
			if (!originals.find(sha256)) custody.append(step.writer, 'received', sha256, { file: fileName, sizeBytes });
			originals.addStagedWithin(step.writer, { sha256, mediaType, sizeBytes });
			records.addPartWithin(step, id, sha256, fileName || basename(path ?? sha256));
		}
		// Oldest first: the newest is the one that was made last.
		for (const made of [...makings.values()].reverse()) this.#services.editions.addWithin(step, id, made);
		tags.replaceWithin(step, 'record', id, names);
		for (const collectionId of collectionIds)
			if (collections.isLive(collectionId)) collections.addRecordsWithin(step, { id: collectionId, recordIds: [id] });
	}

	#liveParent(id: RecordId | null): RecordId | null {
		return id && this.#services.records.list({ ids: [id] }).length > 0 ? id : null;
	}

	#keep(item: JobItem): void {
		this.#run.report(this.#database, [item]);
	}

	#step<T>(work: (step: Step) => T): T {
		return this.#database.step(
			'packageImported',
			(step) => {
				this.#stepId = step.id;
				return work(step);
			},
			{ id: this.#stepId },
		);
	}

	async #read<T>(place: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
		const path = `data/${place}`;
		const text = await readTagFile(this.#source, path);
		const json: Json = text === null ? null : parseJson(text, path);
		const parsed = v.safeParse(schema, json);
		if (parsed.success) return parsed.output;
		throw new AppError('unreadable-file', { file: path, reason: message('package.reason.no-descriptions') });
	}
}

/** The import of annotations refuses a file without any; a package may have none. */
function isEmptyCollection(text: string): boolean {
	return /"total":0\b/.test(text.slice(0, 1000));
}

/** A text whose original stays behind is one that has none here. */
function withKnownOriginal(made: NewEdition, known: ReadonlySet<Sha256>): NewEdition {
	const { originalSha256 } = made;
	return { ...made, originalSha256: originalSha256 && known.has(originalSha256) ? originalSha256 : null };
}

/** In the order in which they can be written; what is in a ring, or below one, comes at the end. */
function parentsFirst<T extends { id: string; parentId?: string | null }>(things: readonly T[]): T[] {
	const waiting = new Map(things.map((thing) => [thing.id, thing]));
	const ordered: T[] = [];
	for (let before = -1; ordered.length !== before; ) {
		before = ordered.length;
		for (const thing of [...waiting.values()]) {
			if (thing.parentId && waiting.has(thing.parentId)) continue;
			waiting.delete(thing.id);
			ordered.push(thing);
		}
	}
	return [...ordered, ...waiting.values()];
}
