import * as v from 'valibot';
import type { Edition } from '../domain/edition.ts';
import type { CollectionId, EditionId, RecordId, TagId } from '../domain/ids.ts';
import {
	accessLevels,
	dateTypes,
	type HeldFile,
	type RecordFields,
	type RecordPlace,
	type RecordSummary,
} from '../domain/record.ts';
import { idSchema, lineSchema, textSchema } from './schemas.ts';

export interface RecordDetail extends RecordSummary {
	/** In the order of the record's parts. */
	files: HeldFile[];
	/** Newest first. */
	editions: Edition[];
	/** The redacted text that a share carries in the place of all others; null where it carries them all. */
	redactionId: EditionId | null;
	/** The editions that are its translations now, one a language; they are offered and searched beside the text it shows. */
	translationIds: EditionId[];
}

export interface RecordCalls {
	/** All records of a place, without an order; the bin only when asked for. */
	list(argument: RecordPlace): RecordSummary[];
	/** Those of them that are there, in the bin or not, in no order. */
	some(argument: { ids: RecordId[] }): RecordSummary[];
	get(argument: { id: RecordId }): RecordDetail;
	/** A record made by hand, described only. `id` is the client's, so that a repeated call makes one record. */
	add(argument: { id: RecordId; fields: Partial<RecordFields> & { title: string } }): RecordDetail;
	/** `conflict` when `revision` is not the stored one. */
	update(argument: { id: RecordId; revision: number; fields: Partial<RecordFields> }): RecordDetail;
	/**
	 * Makes one record of several, as one step: `id` stays and gets the files of all, in the order of `ids`, which names it
	 * too; the others become its parts and keep all that is theirs. Throws not-found for one that is not there or in the
	 * bin, and `invalid-input` for one beside `id` that holds no
	 * file, and where `ids` are not several.
	 */
	join(argument: { id: RecordId; ids: RecordId[] }): RecordDetail;
	/** One undoable step for all of them, and for what was joined into them. */
	moveToBin(argument: { ids: RecordId[] }): void;
	restore(argument: { ids: RecordId[] }): void;
}

const creatorSchema = v.object({
	name: lineSchema,
	role: lineSchema,
	certainty: v.picklist(['stated', 'attributed', 'inferred'] as const),
});
const dateSchema = v.object({ type: v.picklist(dateTypes), edtf: lineSchema, inferred: lineSchema });
const titleSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(4000));

export const optionalRecordFields = {
	title: v.exactOptional(titleSchema),
	kind: v.exactOptional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100))),
	creators: v.exactOptional(v.array(creatorSchema)),
	dates: v.exactOptional(v.array(dateSchema)),
	languages: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(35)))),
	description: v.exactOptional(textSchema),
	rights: v.exactOptional(textSchema),
	source: v.exactOptional(textSchema),
	knownFrom: v.exactOptional(textSchema),
	access: v.exactOptional(v.picklist(accessLevels)),
	embargoUntil: v.exactOptional(lineSchema),
	parentId: v.exactOptional(v.nullable(idSchema<RecordId>())),
};
/** Those that make sense for several records at once. */
export const sharedFieldSchemas = {
	kind: optionalRecordFields.kind,
	languages: optionalRecordFields.languages,
	description: optionalRecordFields.description,
	source: optionalRecordFields.source,
	rights: optionalRecordFields.rights,
	access: optionalRecordFields.access,
	embargoUntil: optionalRecordFields.embargoUntil,
};
const ids = v.pipe(v.array(idSchema<RecordId>()), v.minLength(1));

export const recordArguments = {
	list: v.object({
		inBin: v.exactOptional(v.boolean()),
		collectionId: v.exactOptional(idSchema<CollectionId>()),
		tagId: v.exactOptional(idSchema<TagId>()),
	}),
	some: v.object({ ids }),
	get: v.object({ id: idSchema<RecordId>() }),
	add: v.object({ id: idSchema<RecordId>(), fields: v.object({ ...optionalRecordFields, title: titleSchema }) }),
	update: v.object({ id: idSchema<RecordId>(), revision: v.number(), fields: v.object(optionalRecordFields) }),
	join: v.object({ id: idSchema<RecordId>(), ids }),
	moveToBin: v.object({ ids }),
	restore: v.object({ ids }),
};
