import * as v from 'valibot';
import type { Collection, Tag } from '../domain/collection.ts';
import type { CustodyEvent } from '../domain/custody.ts';
import type { CollectionId, RecordId } from '../domain/ids.ts';
import { idSchema, nothing } from './schemas.ts';

export interface CollectionCalls {
	list(): Collection[];
	add(argument: { id: CollectionId; name: string; parentId: CollectionId | null }): void;
	rename(argument: { id: CollectionId; name: string; revision: number }): void;
	/** The records in it stay in the archive. */
	remove(argument: { id: CollectionId }): void;
	addRecords(argument: { id: CollectionId; recordIds: RecordId[] }): void;
	removeRecords(argument: { id: CollectionId; recordIds: RecordId[] }): void;
}

export interface TagCalls {
	/** Every tag in use, most used first. */
	list(): Tag[];
	/** Replaces the tags of one record. */
	setOnRecord(argument: { recordId: RecordId; tags: string[] }): void;
}

export interface CustodyCalls {
	/** Newest first. `subject` narrows to a record's id or an original's digest. */
	list(argument: { subject?: string; limit: number }): CustodyEvent[];
	/** Recomputes every chain; names the first entry that does not fit, if any. */
	check(): { head: string; entryCount: number; firstBad: { replicaId: string; sequence: number } | null };
}

const nameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500));
const recordIds = v.pipe(v.array(idSchema<RecordId>()), v.minLength(1));

export const collectionArguments = {
	list: nothing,
	add: v.object({
		id: idSchema<CollectionId>(),
		name: nameSchema,
		parentId: v.nullable(idSchema<CollectionId>()),
	}),
	rename: v.object({ id: idSchema<CollectionId>(), name: nameSchema, revision: v.number() }),
	remove: v.object({ id: idSchema<CollectionId>() }),
	addRecords: v.object({ id: idSchema<CollectionId>(), recordIds }),
	removeRecords: v.object({ id: idSchema<CollectionId>(), recordIds }),
};
export const tagArguments = {
	list: nothing,
	setOnRecord: v.object({
		recordId: idSchema<RecordId>(),
		tags: v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))),
	}),
};
export const custodyArguments = {
	list: v.object({ subject: v.exactOptional(v.string()), limit: v.pipe(v.number(), v.integer(), v.maxValue(10_000)) }),
	check: nothing,
};
