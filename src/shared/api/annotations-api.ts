import * as v from 'valibot';
import { type Annotation, type AnnotationFields, purposes, type TextRange } from '../domain/annotation.ts';
import type { AnnotationId, EditionId, RecordId } from '../domain/ids.ts';
import { idSchema, ordinalSchema, textSchema } from './schemas.ts';

export interface AnnotationCalls {
	/** In the order of the text, notes on the whole record first; all of the archive's without `recordId`, newest first. */
	list(argument: { recordId?: RecordId }): Annotation[];
	/** `id` is the client's, so that a repeated call makes one annotation. On disk before it returns. */
	add(argument: {
		id: AnnotationId;
		recordId: RecordId;
		range: TextRange | null;
		fields: AnnotationFields;
		replyToId?: AnnotationId;
	}): Annotation;
	/** `conflict` when `revision` is not the stored one. */
	update(argument: { id: AnnotationId; revision: number; fields: Partial<AnnotationFields> }): Annotation;
	/** One undoable step for all of them. */
	remove(argument: { ids: AnnotationId[] }): void;
}

/** A range as it comes from a selection; that it lies within the edition is checked where the text is. */
export const textRangeSchema = v.object({
	editionId: idSchema<EditionId>(),
	startOrdinal: ordinalSchema,
	startOffset: ordinalSchema,
	endOrdinal: ordinalSchema,
	endOffset: ordinalSchema,
});
const tagSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const fields = {
	purpose: v.picklist(purposes),
	body: textSchema,
	tags: v.array(tagSchema),
	isResolved: v.boolean(),
};

export const annotationArguments = {
	list: v.object({ recordId: v.exactOptional(idSchema<RecordId>()) }),
	add: v.object({
		id: idSchema<AnnotationId>(),
		recordId: idSchema<RecordId>(),
		range: v.nullable(textRangeSchema),
		fields: v.object(fields),
		replyToId: v.exactOptional(idSchema<AnnotationId>()),
	}),
	update: v.object({
		id: idSchema<AnnotationId>(),
		revision: v.number(),
		fields: v.object({
			purpose: v.exactOptional(fields.purpose),
			body: v.exactOptional(fields.body),
			tags: v.exactOptional(fields.tags),
			isResolved: v.exactOptional(fields.isResolved),
		}),
	}),
	remove: v.object({ ids: v.pipe(v.array(idSchema<AnnotationId>()), v.minLength(1)) }),
};
