import * as v from 'valibot';
import type { Collection, Tag } from '../domain/collection.ts';
import {
	type CustodyCheck,
	type CustodyEntry,
	type CustodyEvent,
	type CustodyFilter,
	type CustodyFormat,
	custodyFormats,
	custodyKinds,
} from '../domain/custody.ts';
import type { CollectionId, RecordId } from '../domain/ids.ts';
import { idSchema, lineSchema, nothing, ordinalSchema, sha256Schema } from './schemas.ts';

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
	/** A part of what passes the filter, newest first, with names of what each is about. */
	find(argument: { filter: CustodyFilter; offset: number; limit: number }): {
		total: number;
		entries: CustodyEntry[];
	};
	/** The head of the log as it is now, and how many entries it covers; recomputes nothing. */
	head(): { head: string; entryCount: number };
	/** Recomputes every chain; names the first entry that does not fit, if any, and where `head` stands in the log. */
	check(argument: { head?: string }): CustodyCheck;
	/** The log as a file's text, oldest entry first, and its signature: for clients that keep them themselves. */
	exportText(argument: CustodyExportChoice): CustodyExport & { text: string; signatureText: string | null };
	/** Writes the log, over what has that name, and a signature beside it with `.minisig` at the end of the name. */
	exportTo(argument: CustodyExportChoice & { path: string }): CustodyExport;
}

export interface CustodyExportChoice {
	format: CustodyFormat;
	filter: CustodyFilter;
	/** With the key of this device; null for no signature. Fails with wrong-passphrase, and not-found without a key. */
	signature: { passphrase: string } | null;
}

export interface CustodyExport {
	entryCount: number;
	/** Of the whole log when it was exported; signed too. */
	head: string;
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
const custodyFilter = v.object({
	kinds: v.exactOptional(v.array(v.picklist(custodyKinds))),
	subject: v.exactOptional(lineSchema),
	words: v.exactOptional(lineSchema),
});
const custodyExport = {
	format: v.picklist(custodyFormats),
	filter: custodyFilter,
	signature: v.nullable(v.object({ passphrase: lineSchema })),
};
const custodyPage = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
export const custodyArguments = {
	list: v.object({ subject: v.exactOptional(v.string()), limit: v.pipe(v.number(), v.integer(), v.maxValue(10_000)) }),
	find: v.object({ filter: custodyFilter, offset: ordinalSchema, limit: custodyPage }),
	head: nothing,
	check: v.object({ head: v.exactOptional(sha256Schema) }),
	exportText: v.object(custodyExport),
	exportTo: v.object({ ...custodyExport, path: lineSchema }),
};
