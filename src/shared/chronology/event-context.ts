import type { Collection } from '../domain/collection.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import type { CollectionId, EventId, NameId, RecordId, TagId } from '../domain/ids.ts';
import { displayForm, type Name, type NameKind } from '../domain/name.ts';
import type { RecordSummary } from '../domain/record.ts';

/** A record as far as events that it attests are told apart by it. */
export interface ContextRecord
	extends Pick<RecordSummary, 'title' | 'kind' | 'languages' | 'holding' | 'source' | 'tagIds' | 'collectionIds'> {}

/** What the things that events point at are called, and what is known of them. */
export interface EventContext {
	events: ReadonlyMap<EventId, string>;
	/** EDTF, of those that have a date. */
	dates: ReadonlyMap<EventId, string>;
	names: ReadonlyMap<NameId, { title: string; kind: NameKind }>;
	records: ReadonlyMap<RecordId, ContextRecord>;
	collections: ReadonlyMap<CollectionId, string>;
	tags: ReadonlyMap<TagId, string>;
}

interface Known {
	events: readonly Pick<ArchiveEvent, 'id' | 'title' | 'edtf'>[];
	names: readonly Name[];
	records: readonly (ContextRecord & { id: RecordId })[];
	collections: readonly Pick<Collection, 'id' | 'name'>[];
	tags: readonly { id: TagId; name: string }[];
}

/** @param language BCP 47 of the forms in which names are shown */
export function eventContext({ events, names, records, collections, tags }: Known, language: string): EventContext {
	return {
		events: new Map(events.map(({ id, title }) => [id, title])),
		dates: new Map(events.flatMap(({ id, edtf }) => (edtf === '' ? [] : [[id, edtf] as const]))),
		names: new Map(names.map((name) => [name.id, { title: displayForm(name, language), kind: name.kind }])),
		records: new Map(records.map((record) => [record.id, record])),
		collections: new Map(collections.map(({ id, name }) => [id, name])),
		tags: new Map(tags.map(({ id, name }) => [id, name])),
	};
}

/** The records that attest an event, as far as they are there. */
export function attestingRecords(event: ArchiveEvent, { records }: EventContext): ContextRecord[] {
	return event.recordIds.flatMap((id) => records.get(id) ?? []);
}
