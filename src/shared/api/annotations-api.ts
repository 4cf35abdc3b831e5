import * as v from 'valibot';
import {
	type Annotation,
	type AnnotationFields,
	type AnnotationPlace,
	type Purpose,
	purposes,
	type TextRange,
} from '../domain/annotation.ts';
import {
	type AnnotationChoice,
	type ExportFormat,
	type ExportSummary,
	exportFormats,
} from '../domain/annotation-transfer.ts';
import type { AnnotationVersion } from '../domain/annotation-version.ts';
import type { AnnotationId, EditionId, JobId, RecordId } from '../domain/ids.ts';
import type { PageRegion } from '../domain/page-box.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { idSchema, lineSchema, ordinalSchema, sha256Schema, textSchema } from './schemas.ts';

export interface AnnotationCalls {
	/** In the order of the text, notes on the whole record first; all of the archive's without `recordId`, newest first. */
	list(argument: { recordId?: RecordId }): Annotation[];
	/** Those of them that are there, in no order. */
	some(argument: { ids: AnnotationId[] }): Annotation[];
	/**
	 * Where those of a record that were made on another edition stand in this one, whether the record shows it or not; those of
	 * which nothing is known there are left out.
	 */
	placesIn(argument: { recordId: RecordId; editionId: EditionId }): AnnotationPlace[];
	/** `id` is the client's, so that a repeated call makes one annotation. On disk before it returns. */
	add(argument: {
		id: AnnotationId;
		recordId: RecordId;
		range: TextRange | null;
		/** Instead of a range: a part of a page of one of the record's files; `invalid-input` for one of another's. */
		region?: PageRegion;
		fields: AnnotationFields;
		replyToId?: AnnotationId;
	}): Annotation;
	/** `conflict` when `revision` is not the stored one. */
	update(argument: { id: AnnotationId; revision: number; fields: Partial<AnnotationFields> }): Annotation;
	/**
	 * Says where it stands in an edition of its record, shown or not: the guess, or the words that were selected. A step to
	 * undo. `invalid-input` for a range of another record, and of the edition it was made on.
	 */
	place(argument: { id: AnnotationId; range: TextRange }): Annotation;
	/**
	 * Leaves it where it was made: it has no place in this edition (the one that its record shows, where none is named), and is
	 * not asked about again. A step to undo. `invalid-input` for an annotation made on this edition or on no text.
	 */
	leave(argument: { id: AnnotationId; editionId?: EditionId }): Annotation;
	/** One undoable step for all of them. */
	remove(argument: { ids: AnnotationId[] }): void;
	/** Changes many alike, as one undoable step; those that are gone already are passed over. Gives how many changed. */
	change(argument: { ids: AnnotationId[]; change: AnnotationsChange }): number;
	/** What was written in it, and what was done with it: tags, places, replies, links; the last first. */
	history(argument: { id: AnnotationId }): AnnotationVersion[];
	/** The whole file as text: for clients that keep it themselves. */
	exportText(argument: { format: ExportFormat; choice: AnnotationChoice }): ExportSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: ExportFormat; choice: AnnotationChoice; path: string }): ExportSummary;
	/**
	 * Starts bringing in a W3C Web Annotation file as a job, once it is read; `unreadable-file` when it is none. `id` is the
	 * client's.
	 */
	importFrom(argument: { id: JobId; source: FileSource }): JobId;
}

/** What is done to many annotations at once; tags are put to and taken from those that are there. */
export interface AnnotationsChange {
	purpose?: Purpose;
	isResolved?: boolean;
	addTags?: string[];
	removeTags?: string[];
}

/** A range as it comes from a selection; that it lies within the edition is checked where the text is. */
export const textRangeSchema = v.object({
	editionId: idSchema<EditionId>(),
	startOrdinal: ordinalSchema,
	startOffset: ordinalSchema,
	endOrdinal: ordinalSchema,
	endOffset: ordinalSchema,
});
/** That it lies on a page, and the page is one of the record's, is checked where these are. */
const regionSchema = v.object({
	originalSha256: sha256Schema,
	page: ordinalSchema,
	x: ordinalSchema,
	y: ordinalSchema,
	width: ordinalSchema,
	height: ordinalSchema,
});
const tagSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const fields = {
	purpose: v.picklist(purposes),
	body: textSchema,
	tags: v.array(tagSchema),
	isResolved: v.boolean(),
};

const idsSchema = v.pipe(v.array(idSchema<AnnotationId>()), v.minLength(1));
const exported = {
	format: v.picklist(exportFormats),
	choice: v.object({
		recordId: v.exactOptional(idSchema<RecordId>()),
		ids: v.exactOptional(v.array(idSchema<AnnotationId>())),
	}),
};

export const annotationArguments = {
	list: v.object({ recordId: v.exactOptional(idSchema<RecordId>()) }),
	some: v.object({ ids: idsSchema }),
	placesIn: v.object({ recordId: idSchema<RecordId>(), editionId: idSchema<EditionId>() }),
	add: v.object({
		id: idSchema<AnnotationId>(),
		recordId: idSchema<RecordId>(),
		range: v.nullable(textRangeSchema),
		region: v.exactOptional(regionSchema),
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
	place: v.object({ id: idSchema<AnnotationId>(), range: textRangeSchema }),
	leave: v.object({ id: idSchema<AnnotationId>(), editionId: v.exactOptional(idSchema<EditionId>()) }),
	remove: v.object({ ids: idsSchema }),
	change: v.object({
		ids: idsSchema,
		change: v.object({
			purpose: v.exactOptional(fields.purpose),
			isResolved: v.exactOptional(fields.isResolved),
			addTags: v.exactOptional(fields.tags),
			removeTags: v.exactOptional(fields.tags),
		}),
	}),
	history: v.object({ id: idSchema<AnnotationId>() }),
	exportText: v.object(exported),
	exportTo: v.object({ ...exported, path: lineSchema }),
	importFrom: v.object({ id: idSchema<JobId>(), source: fileSourceSchema }),
};
