import { randomBytes } from 'node:crypto';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { DescriptionCalls } from '#shared/api/descriptions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import {
	type CommonDescription,
	type Description,
	type DescriptionFields,
	emptyDescription,
	type ListChanges,
	sharedRecordFields,
} from '#shared/domain/description.ts';
import { derivedId, type RecordId } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import {
	findGiver,
	insertDescription,
	listDescriptions,
	listGivers,
	putGiver,
	updateDescription,
} from './descriptions-repository.ts';

const saltBytes = 16;

/** What an archivist says of records, and, apart from it, who gave them. */
export class DescriptionsService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;
	readonly #tags: TagsService;

	constructor(database: ArchiveDatabase, records: RecordsService, tags = new TagsService(database)) {
		this.#database = database;
		this.#records = records;
		this.#tags = tags;
	}

	get({ recordId }: { recordId: RecordId }): Description {
		this.#records.get({ id: recordId });
		const [found] = listDescriptions(this.#database.reader, [recordId]);
		const hasGiver = (findGiver(this.#database.reader, recordId) ?? '') !== '';
		return found ?? { ...emptyDescription, recordId, hasGiver, revision: 0 };
	}

	/** '' where it has none. */
	referenceCode(recordId: RecordId): string {
		return listDescriptions(this.#database.reader, [recordId])[0]?.referenceCode ?? '';
	}

	/** Of every record that has one. */
	all(): Map<RecordId, Description> {
		return new Map(listDescriptions(this.#database.reader).map((found) => [found.recordId, found]));
	}

	common({ recordIds }: { recordIds: RecordId[] }): CommonDescription {
		const records = this.#knownRecords(recordIds);
		const written = new Map(listDescriptions(this.#database.reader, recordIds).map((found) => [found.recordId, found]));
		const said = records.map((record) => ({ ...emptyDescription, ...written.get(record.id), ...record }));
		const fields = [...(Object.keys(emptyDescription) as (keyof DescriptionFields)[]), ...sharedRecordFields];
		return Object.fromEntries(
			fields.map((field) => {
				const [first, ...others] = new Set(said.map((each) => JSON.stringify(each[field])));
				return [field, others.length > 0 || first === undefined ? null : JSON.parse(first)];
			}),
		) as CommonDescription;
	}

	/** One step for all of them. Throws not-found for a record that is not there, and `conflict`; then writes nothing. */
	update({ recordIds, fields, recordFields = {}, lists, revision }: ArgumentOf<DescriptionCalls['update']>): void {
		this.#knownRecords(recordIds);
		this.#database.step('recordsDescribed', (step) => {
			for (const recordId of new Set(recordIds)) {
				if (Object.keys(fields).length > 0) this.#write(step, recordId, fields, revision);
				if (Object.keys(recordFields).length > 0) this.#records.updateWithin(step, recordId, recordFields);
				if (lists) this.#changeLists(step, recordId, lists);
			}
		});
	}

	/** Writes these fields, and no others, as part of a step. */
	writeWithin(step: Step, recordId: RecordId, fields: Partial<DescriptionFields>): void {
		this.#write(step, recordId, fields, undefined);
	}

	/** The names of all who gave something. */
	givers(): string[] {
		return listGivers(this.#database.reader);
	}

	giver({ recordId }: { recordId: RecordId }): string {
		return findGiver(this.#database.reader, recordId) ?? '';
	}

	setGiver({ recordId, name }: { recordId: RecordId; name: string }): void {
		this.#records.get({ id: recordId });
		if (this.giver({ recordId }) === name.trim()) return;
		const salt = randomBytes(saltBytes).toString('hex');
		this.#database.step('giverChanged', (step) =>
			putGiver(step, derivedId('giver', recordId), recordId, name.trim(), salt),
		);
	}

	/** What each has in its lists besides stays: of one that must not be named no other record is to forget it. */
	#changeLists(
		step: Step,
		recordId: RecordId,
		{ addWithheldNames = [], addTags = [], removeTags = [] }: ListChanges,
	): void {
		const [known] = listDescriptions(step.writer, [recordId]);
		const withheldNames = [...new Set([...(known?.withheldNames ?? []), ...addWithheldNames])];
		if (withheldNames.length > (known?.withheldNames.length ?? 0))
			this.#write(step, recordId, { withheldNames }, undefined);
		if (addTags.length + removeTags.length > 0)
			this.#tags.changeWithin(step, 'record', recordId, { add: addTags, remove: removeTags });
	}

	#knownRecords(recordIds: RecordId[]): RecordSummary[] {
		const records = this.#records.list({ ids: recordIds });
		const known = new Set(records.map(({ id }) => id));
		const missing = recordIds.find((id) => !known.has(id));
		if (missing) throw new AppError('not-found', { what: missing });
		return records;
	}

	/** The same record has one description in every copy of an archive: its id is derived from the record's. */
	#write(step: Step, recordId: RecordId, fields: Partial<DescriptionFields>, revision: number | undefined): void {
		const id = derivedId<RecordId>('description', recordId);
		const [known] = listDescriptions(step.writer, [recordId]);
		if (revision !== undefined && (known?.revision ?? 0) !== revision) throw new AppError('conflict');
		if (known) updateDescription(step, id, fields);
		else insertDescription(step, id, recordId, { ...emptyDescription, ...fields });
	}
}
