import * as v from 'valibot';
import { recordArguments } from '#shared/api/records-api.ts';
import { idSchema, lineSchema, ordinalSchema, sha256Schema, textSchema } from '#shared/api/schemas.ts';
import { blockKinds, markKinds } from '#shared/domain/block.ts';
import { editionKinds } from '#shared/domain/edition.ts';
import type { CollectionId, EditionId, RecordId } from '#shared/domain/ids.ts';
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
