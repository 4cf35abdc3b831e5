import * as v from 'valibot';
import { textRangeSchema } from '#shared/api/annotations-api.ts';
import { nameArguments } from '#shared/api/names-api.ts';
import { recordArguments } from '#shared/api/records-api.ts';
import { idSchema, lineSchema, ordinalSchema, sha256Schema, textSchema } from '#shared/api/schemas.ts';
import { blockKinds, markKinds } from '#shared/domain/block.ts';
import { editionKinds } from '#shared/domain/edition.ts';
import { eventRelations } from '#shared/domain/event.ts';
import type { CollectionId, EditionId, EventId, LinkId, NameId, RecordId } from '#shared/domain/ids.ts';
import { linkEndKinds, linkOrigins, linkTypes } from '#shared/domain/link.ts';
import { holdings } from '#shared/domain/record.ts';

/** What a package from anywhere says of its records is checked as what a window sends is. */
export const recordsSchema = v.array(
	v.object({
		id: idSchema<RecordId>(),
		...recordArguments.add.entries.fields.entries,
		holding: v.picklist(holdings),
		editionId: v.nullable(idSchema<EditionId>()),
		tags: v.array(lineSchema),
		collectionIds: v.array(idSchema<CollectionId>()),
		editions: v.array(idSchema<EditionId>()),
		files: v.array(
			v.object({
				sha256: sha256Schema,
				fileName: lineSchema,
				mediaType: lineSchema,
				sizeBytes: ordinalSchema,
				path: v.nullable(lineSchema),
			}),
		),
	}),
);
export type PackagedRecord = v.InferOutput<typeof recordsSchema>[number];

export const collectionsSchema = v.array(
	v.object({
		id: idSchema<CollectionId>(),
		name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
		parentId: v.nullable(idSchema<CollectionId>()),
	}),
);

export const namesSchema = v.array(v.object({ id: idSchema<NameId>(), ...nameArguments.add.entries.fields.entries }));
export type PackagedName = v.InferOutput<typeof namesSchema>[number];

export const eventsSchema = v.array(
	v.object({
		id: idSchema<EventId>(),
		title: lineSchema,
		// Packages of before had neither kind nor the words of a date.
		kind: v.optional(lineSchema, ''),
		edtf: lineSchema,
		dateWords: v.optional(lineSchema, ''),
		inferred: textSchema,
		duration: lineSchema,
		description: textSchema,
		source: textSchema,
		placeIds: v.array(idSchema<NameId>()),
		participantIds: v.array(idSchema<NameId>()),
		relations: v.array(
			v.object({ relation: v.picklist(eventRelations), otherId: idSchema<EventId>(), words: textSchema }),
		),
	}),
);
export type PackagedEvent = v.InferOutput<typeof eventsSchema>[number];

const linkEndSchema = v.object({
	kind: v.picklist(linkEndKinds),
	id: v.pipe(v.string(), v.uuid()),
	range: v.exactOptional(textRangeSchema),
});
export const linksSchema = v.array(
	v.object({
		id: idSchema<LinkId>(),
		type: v.picklist(linkTypes),
		from: linkEndSchema,
		to: linkEndSchema,
		origin: v.picklist(linkOrigins),
		createdAt: v.pipe(v.string(), v.isoTimestamp()),
	}),
);
export type PackagedLink = v.InferOutput<typeof linksSchema>[number];

/** First line of an edition's file. */
export const editionSchema = v.object({
	recordId: idSchema<RecordId>(),
	kind: v.picklist(editionKinds),
	originalSha256: v.nullable(sha256Schema),
	maker: lineSchema,
	makerVersion: lineSchema,
	parameters: v.record(lineSchema, v.union([textSchema, v.number(), v.boolean()])),
	language: v.pipe(v.string(), v.maxLength(35)),
	textSha256: sha256Schema,
});

/** Each of the other lines. */
export const blockSchema = v.object({
	kind: v.picklist(blockKinds),
	text: v.string(),
	level: v.exactOptional(ordinalSchema),
	marker: v.exactOptional(lineSchema),
	cell: v.exactOptional(
		v.object({
			table: ordinalSchema,
			row: ordinalSchema,
			column: ordinalSchema,
			header: v.exactOptional(v.boolean()),
		}),
	),
	language: v.exactOptional(lineSchema),
	marks: v.exactOptional(
		v.array(
			v.object({
				start: ordinalSchema,
				end: ordinalSchema,
				kind: v.picklist(markKinds),
				value: v.exactOptional(textSchema),
			}),
		),
	),
	wrapped: v.exactOptional(v.boolean()),
	page: v.exactOptional(ordinalSchema),
});
