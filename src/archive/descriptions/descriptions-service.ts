import { randomBytes } from 'node:crypto';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { DescriptionCalls } from '#shared/api/descriptions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type Description, type DescriptionFields, emptyDescription } from '#shared/domain/description.ts';
import { derivedId, type RecordId } from '#shared/domain/ids.ts';
import {
	findGiver,
	insertDescription,
	listDescriptions,
	putGiver,
	updateDescription,
} from './descriptions-repository.ts';

const saltBytes = 16;

/** What an archivist says of records, and, apart from it, who gave them. */
export class DescriptionsService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;

	constructor(database: ArchiveDatabase, records: RecordsService) {
		this.#database = database;
		this.#records = records;
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

	/** One step for all of them. Throws not-found for a record that is not there, and `conflict`; then writes nothing. */
	update({ recordIds, fields, recordFields = {}, revision }: ArgumentOf<DescriptionCalls['update']>): void {
		const known = new Map(this.#records.list({ ids: recordIds }).map((record) => [record.id, record]));
		const missing = recordIds.find((id) => !known.has(id));
		if (missing) throw new AppError('not-found', { what: missing });
		this.#database.step('recordsDescribed', (step) => {
			for (const recordId of new Set(recordIds)) {
				if (Object.keys(fields).length > 0) this.#write(step, recordId, fields, revision);
				if (Object.keys(recordFields).length > 0) this.#records.updateWithin(step, recordId, recordFields);
			}
		});
	}

	/** Writes these fields, and no others, as part of a step. */
	writeWithin(step: Step, recordId: RecordId, fields: Partial<DescriptionFields>): void {
		this.#write(step, recordId, fields, undefined);
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

	/** The same record has one description in every copy of an archive: its id is derived from the record's. */
	#write(step: Step, recordId: RecordId, fields: Partial<DescriptionFields>, revision: number | undefined): void {
		const id = derivedId<RecordId>('description', recordId);
		const [known] = listDescriptions(step.writer, [recordId]);
		if (revision !== undefined && (known?.revision ?? 0) !== revision) throw new AppError('conflict');
		if (known) updateDescription(step, id, fields);
		else insertDescription(step, id, recordId, { ...emptyDescription, ...fields });
	}
}
