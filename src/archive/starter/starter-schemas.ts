import * as v from 'valibot';
import { idSchema, lineSchema, sha256Schema, textSchema } from '#shared/api/schemas.ts';
import { eventRelations } from '#shared/domain/event.ts';
import type { EventId, NameId, RecordId } from '#shared/domain/ids.ts';
import { linkTypes } from '#shared/domain/link.ts';
import { formKinds, nameKinds } from '#shared/domain/name.ts';
import { dateTypes, holdings } from '#shared/domain/record.ts';

const certainties = ['stated', 'attributed', 'inferred'] as const;
const filledLine = v.pipe(lineSchema, v.nonEmpty());
const filledText = v.pipe(textSchema, v.nonEmpty());
const paragraph = v.pipe(v.number(), v.integer(), v.minValue(1));
const paragraphs = v.array(paragraph);

/** records.json. What the file leaves out (rights, source) is empty: nothing is known of it. */
export const recordsSchema = v.array(
	v.strictObject({
		id: idSchema<RecordId>(),
		fact: filledLine,
		holding: v.picklist(holdings),
		kind: filledLine,
		title: filledLine,
		creators: v.array(v.strictObject({ name: filledLine, role: filledLine, certainty: v.picklist(certainties) })),
		dates: v.array(v.strictObject({ type: v.picklist(dateTypes), edtf: filledLine, inferred: lineSchema })),
		languages: v.array(filledLine),
		description: filledText,
		rights: v.optional(textSchema, ''),
		source: v.optional(textSchema, ''),
		knownFrom: textSchema,
		paragraphs,
	}),
);

/** names.json. Every form, and every description, says where it comes from; a form without a kind is a main one. */
export const namesSchema = v.array(
	v.strictObject({
		id: idSchema<NameId>(),
		kind: v.picklist(nameKinds),
		paragraphs,
		description: filledText,
		source: filledText,
		forms: v.pipe(
			v.array(
				v.strictObject({
					text: filledLine,
					language: filledLine,
					script: v.picklist(['Latn', 'Cyrl', 'Armn', 'Geor']),
					kind: v.optional(v.picklist(formKinds), 'main'),
					source: filledLine,
				}),
			),
			v.minLength(1),
		),
	}),
);

/** events.json. */
export const eventsSchema = v.array(
	v.strictObject({
		id: idSchema<EventId>(),
		fact: filledLine,
		title: filledLine,
		kind: v.optional(lineSchema, ''),
		edtf: lineSchema,
		dateWords: v.optional(lineSchema, ''),
		inferred: lineSchema,
		duration: lineSchema,
		description: filledText,
		source: filledText,
		paragraphs,
		placeIds: v.array(idSchema<NameId>()),
		participantIds: v.array(idSchema<NameId>()),
		relations: v.array(
			v.strictObject({ relation: v.picklist(eventRelations), otherId: idSchema<EventId>(), words: filledText }),
		),
		recordIds: v.array(idSchema<RecordId>()),
	}),
);

/** links.json: from a paragraph of the report to the record, name or event with the id `to`. */
export const linksSchema = v.array(
	v.strictObject({
		paragraph,
		fact: filledLine,
		type: v.picklist(linkTypes),
		to: idSchema(),
	}),
);

/** report.json: what the report's text is recognised by. */
export const reportSchema = v.strictObject({
	recordId: idSchema<RecordId>(),
	textDigest: sha256Schema,
	passageDigests: v.array(v.strictObject({ paragraph, digest: sha256Schema })),
});
