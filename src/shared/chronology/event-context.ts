import type { Collection } from '../domain/collection.ts';
import { displayForm } from '../domain/displayed-form.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import type { CollectionId, EventId, NameId, RecordId, TagId } from '../domain/ids.ts';
import type { Name, NameKind } from '../domain/name.ts';
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

/**
 * Whether two contexts say the same of everything that these events point at. Then whatever was drawn with the one stands:
 * ten thousand events are not placed and drawn anew for a record or name that none of them has anything to do with.
 */
export function isSameContext(
	one: EventContext,
	other: EventContext,
	events: readonly Pick<ArchiveEvent, 'placeIds' | 'participantIds' | 'recordIds' | 'disputingRecordIds'>[],
): boolean {
	const isSameName = (id: NameId) => {
		const [a, b] = [one.names.get(id), other.names.get(id)];
		return a?.title === b?.title && a?.kind === b?.kind;
	};
	const isSameRecord = (id: RecordId) => {
		const [a, b] = [one.records.get(id), other.records.get(id)];
		return a === b || (a !== undefined && b !== undefined && isSameSaid(a, b));
	};
	return (
		isSameMap(one.collections, other.collections) &&
		isSameMap(one.tags, other.tags) &&
		events.every(
			({ placeIds, participantIds, recordIds, disputingRecordIds }) =>
				placeIds.every(isSameName) &&
				participantIds.every(isSameName) &&
				recordIds.every(isSameRecord) &&
				disputingRecordIds.every(isSameRecord),
		)
	);
}

/** A record is another object with each note that is made on it. */
function isSameSaid(one: ContextRecord, other: ContextRecord): boolean {
	return (
		one.title === other.title &&
		one.kind === other.kind &&
		one.holding === other.holding &&
		one.source === other.source &&
		isSameList(one.languages, other.languages) &&
		isSameList(one.tagIds, other.tagIds) &&
		isSameList(one.collectionIds, other.collectionIds)
	);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((value, at) => value === other[at]);
}

function isSameMap<Id>(one: ReadonlyMap<Id, string>, other: ReadonlyMap<Id, string>): boolean {
	return one.size === other.size && [...one].every(([id, words]) => other.get(id) === words);
}
