import * as v from 'valibot';
import type { StoredBlock } from '../domain/block.ts';
import type { Edition, NewEditionOutcome } from '../domain/edition.ts';
import type { CollectionId, EditionId, JobId, RecordId, Sha256 } from '../domain/ids.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { idSchema, lineSchema, sha256Schema } from './schemas.ts';

export interface EditionCalls {
	get(argument: { id: EditionId }): Edition;
	/** All blocks in order. */
	blocks(argument: { id: EditionId }): StoredBlock[];
	/** Which passage of one edition is which of another, by ordinal, in the order of the first. */
	counterparts(argument: { id: EditionId; otherId: EditionId }): [number, number][];
	/** Reads the record's text file again in another encoding and adds the result as a new edition. */
	reread(argument: { recordId: RecordId; encoding: string }): Edition;
	/**
	 * Brings in a file as a new edition, which the record shows from now on, and carries its annotations over: one step to
	 * undo. Throws what reading throws, and then writes nothing.
	 */
	addFrom(argument: { recordId: RecordId; source: FileSource }): NewEditionOutcome;
	/** The encodings that `reread` takes, as iconv-lite spells them. */
	encodings(): string[];
}

/** What to read back: everything, these originals, or what these records or a collection with all below it hold. */
export interface VerifyChoice {
	sha256s?: Sha256[];
	recordIds?: RecordId[];
	collectionId?: CollectionId;
}

export interface OriginalCalls {
	/** Writes the bytes as received to `path`, checked against their digest on the way; never over an existing file. */
	saveTo(argument: { sha256: Sha256; path: string }): void;
	/** Starts a job that reads back originals and texts and compares digests. Its report is kept where that is possible. */
	verify(argument: VerifyChoice): JobId;
}

export const editionArguments = {
	get: v.object({ id: idSchema<EditionId>() }),
	blocks: v.object({ id: idSchema<EditionId>() }),
	counterparts: v.object({ id: idSchema<EditionId>(), otherId: idSchema<EditionId>() }),
	reread: v.object({ recordId: idSchema<RecordId>(), encoding: lineSchema }),
	addFrom: v.object({ recordId: idSchema<RecordId>(), source: fileSourceSchema }),
	encodings: v.undefined(),
};
export const originalArguments = {
	saveTo: v.object({ sha256: sha256Schema, path: lineSchema }),
	verify: v.object({
		sha256s: v.exactOptional(v.array(sha256Schema)),
		recordIds: v.exactOptional(v.array(idSchema<RecordId>())),
		collectionId: v.exactOptional(idSchema<CollectionId>()),
	}),
};
