import * as v from 'valibot';
import type { ExportSummary } from '../domain/annotation-transfer.ts';
import { type ChronologyChoice, type ChronologyFormat, chronologyFormats, laneKinds } from '../domain/chronology.ts';
import { type ArchiveEvent, type EventFields, type EventRelation, eventRelations } from '../domain/event.ts';
import type { EventId, NameId } from '../domain/ids.ts';
import { type LinkEnd, linkEndKinds } from '../domain/link.ts';
import { textRangeSchema } from './annotations-api.ts';
import { idSchema, lineSchema, nothing, textSchema } from './schemas.ts';

export interface EventCalls {
	list(): ArchiveEvent[];
	get(argument: { id: EventId }): ArchiveEvent;
	/**
	 * `id` is the client's, so that a repeated call makes one event. In one step with the links from what attests it, and
	 * to the other account of the same.
	 */
	add(argument: { id: EventId; fields: EventFields; attestedBy: LinkEnd[]; sameAs: EventId | null }): ArchiveEvent;
	/** `conflict` when `revision` is not the stored one. */
	update(argument: { id: EventId; revision: number; fields: Partial<EventFields> }): ArchiveEvent;
	/** One undoable step for all of them. */
	remove(argument: { ids: EventId[] }): void;
	/** The whole file as text: for clients that keep it themselves. */
	exportText(argument: { format: ChronologyFormat; choice: ChronologyChoice }): ExportSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: ChronologyFormat; choice: ChronologyChoice; path: string }): ExportSummary;
}

const id = idSchema<EventId>();
const nameIds: v.GenericSchema<unknown, NameId[]> = v.pipe(v.array(idSchema<NameId>()), v.maxLength(10_000));
const relations: v.GenericSchema<unknown, EventRelation[]> = v.pipe(
	v.array(v.object({ relation: v.picklist(eventRelations), otherId: id, words: lineSchema })),
	v.maxLength(1000),
);
const fields = {
	title: v.pipe(lineSchema, v.trim(), v.nonEmpty()),
	kind: v.pipe(v.string(), v.trim(), v.maxLength(100)),
	edtf: v.pipe(lineSchema, v.trim()),
	dateWords: lineSchema,
	inferred: lineSchema,
	duration: lineSchema,
	description: textSchema,
	source: lineSchema,
	placeIds: nameIds,
	participantIds: nameIds,
	relations,
};
const changedFields = {
	title: v.exactOptional(fields.title),
	kind: v.exactOptional(fields.kind),
	edtf: v.exactOptional(fields.edtf),
	dateWords: v.exactOptional(fields.dateWords),
	inferred: v.exactOptional(fields.inferred),
	duration: v.exactOptional(fields.duration),
	description: v.exactOptional(fields.description),
	source: v.exactOptional(fields.source),
	placeIds: v.exactOptional(fields.placeIds),
	participantIds: v.exactOptional(fields.participantIds),
	relations: v.exactOptional(fields.relations),
};
const end: v.GenericSchema<unknown, LinkEnd> = v.object({
	kind: v.picklist(linkEndKinds),
	id: idSchema(),
	range: v.exactOptional(textRangeSchema),
});
const year = v.nullable(v.pipe(v.number(), v.integer()));
const chosen: v.GenericSchema<unknown, ChronologyChoice> = v.object({
	ids: v.exactOptional(v.array(id)),
	lanes: v.exactOptional(v.picklist(laneKinds)),
	years: v.exactOptional(v.object({ fromYear: year, toYear: year })),
});
const exported = {
	format: v.picklist(chronologyFormats),
	choice: chosen,
};

export const eventArguments = {
	list: nothing,
	get: v.object({ id }),
	add: v.object({
		id,
		fields: v.object(fields),
		attestedBy: v.pipe(v.array(end), v.maxLength(1000)),
		sameAs: v.nullable(id),
	}),
	update: v.object({ id, revision: v.pipe(v.number(), v.integer()), fields: v.object(changedFields) }),
	remove: v.object({ ids: v.pipe(v.array(id), v.minLength(1)) }),
	exportText: v.object(exported),
	exportTo: v.object({ ...exported, path: lineSchema }),
};
