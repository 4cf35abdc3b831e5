import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { type LinksService, wholeLinkId } from '#archive/links/links-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { ArchiveEvent, EventFields, EventRelation } from '#shared/domain/event.ts';
import { derivedId, type EventId, type LinkId, type NameId, newId, type RecordId } from '#shared/domain/ids.ts';
import type { Link, LinkEnd } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import {
	deleteEvent,
	deletePart,
	deleteRelation,
	type EventRole,
	hasEvent,
	insertEvent,
	insertEventName,
	insertRelation,
	isLiveEvent,
	listEventNames,
	listEvents,
	listParts,
	listPartsOf,
	listRelationIds,
	listRelations,
	updateEvent,
} from './events-repository.ts';

export interface NewEvent {
	id: EventId;
	fields: EventFields;
	/** Records, passages or annotations that attest it. */
	attestedBy: LinkEnd[];
	/** Another account of which this is one, if it is. */
	sameAs: EventId | null;
}

type InsertedEvent = EventFields & Pick<ArchiveEvent, 'id' | 'recordIds'>;

/** What happened, as sources date it: with its places, participants, order and the records that attest it. */
export class EventsService {
	readonly #database: ArchiveDatabase;
	readonly #links: LinksService;
	readonly #names: NamesService;

	constructor(database: ArchiveDatabase, links: LinksService, names: NamesService) {
		this.#database = database;
		this.#links = links;
		this.#names = names;
	}

	list(): ArchiveEvent[] {
		return this.#read();
	}

	get({ id }: { id: EventId }): ArchiveEvent {
		const [event] = this.#read(id);
		if (!event) throw new AppError('not-found', { what: id });
		return event;
	}

	/** All, or one alone. */
	#read(id?: EventId): ArchiveEvent[] {
		const { reader } = this.#database;
		const names = groupByEvent(listEventNames(reader, id));
		const relations = groupByEvent(listRelations(reader, id));
		const [attesting, disputing] = [this.#links.recordsOnEvents('attests'), this.#links.recordsOnEvents('contradicts')];
		const same = this.#links.sameEvents();
		return listEvents(reader, id).map(({ revision, ...event }) => ({
			...event,
			placeIds: inRole(names.get(event.id), 'place'),
			participantIds: inRole(names.get(event.id), 'participant'),
			relations: (relations.get(event.id) ?? []).map(({ relation, otherId, words }) => ({ relation, otherId, words })),
			recordIds: attesting.get(event.id) ?? [],
			disputingRecordIds: disputing.get(event.id) ?? [],
			sameEventIds: same.get(event.id) ?? [],
			revision,
		}));
	}

	/**
	 * A repeated call makes one event; one that was removed comes back as it is given now. In one step with the links from
	 * what attests it, and to the other account of the same. A date that is no EDTF is kept as it is written.
	 */
	add({ id, fields, attestedBy, sameAs }: NewEvent): ArchiveEvent {
		if (isLiveEvent(this.#database.reader, id)) return this.get({ id });
		this.#check(id, fields);
		this.#database.step('eventAdded', (step) => {
			this.#insert(step, id, fields);
			const to: LinkEnd = { kind: 'event', id };
			for (const from of attestedBy) this.#links.addWithin(step, { id: newId<LinkId>(), type: 'attests', from, to });
			if (sameAs === null) return;
			const from: LinkEnd = { kind: 'event', id: sameAs };
			this.#links.addWithin(step, { id: newId<LinkId>(), type: 'same-event', from, to });
		});
		return this.get({ id });
	}

	/** `conflict` when `revision` is not the stored one. Names and order replace all that were there. */
	update({ id, revision, fields }: { id: EventId; revision: number; fields: Partial<EventFields> }): ArchiveEvent {
		if (this.get({ id }).revision !== revision) throw new AppError('conflict');
		this.#check(id, fields);
		const { placeIds, participantIds, relations, ...own } = fields;
		this.#database.step('eventChanged', (step) => {
			updateEvent(step, id, own);
			if (placeIds) this.#replaceParts(step, id, placeIds, 'place');
			if (participantIds) this.#replaceParts(step, id, participantIds, 'participant');
			if (relations) this.#replaceRelations(step, id, relations);
		});
		return this.get({ id });
	}

	/** One undoable step for all of them; those that are gone already are passed over. What pointed at them has no end there. */
	remove({ ids }: { ids: EventId[] }): void {
		for (const id of ids) if (!hasEvent(this.#database.reader, id)) throw new AppError('not-found', { what: id });
		this.#database.step('eventsRemoved', (step) => {
			for (const id of ids) deleteEvent(step, id);
		});
	}

	/**
	 * Adds events that come with a data set: what joins them to names, to each other and to the records that attest them
	 * gets the same ids in every archive. Their names and records must be there; of each other they may speak in any order.
	 */
	insertWithin(step: Step, events: readonly InsertedEvent[]): void {
		for (const { id, recordIds, relations: _relations, ...fields } of events) {
			this.#insert(step, id, { ...fields, relations: [] });
			const links = recordIds.map((recordId) => attestation(recordId, id));
			this.#links.insertWithin(step, links);
		}
		for (const { id, relations } of events)
			for (const relation of relations) insertRelation(step, relationId(id, relation), id, relation);
	}

	/** How many events one of these names has a part in. */
	countWithNames(ids: readonly NameId[]): number {
		return new Set(listParts(this.#database.reader, ids).map(({ eventId }) => eventId)).size;
	}

	/** Gives the parts of names that were merged to the one they are now. */
	followNamesWithin(step: Step, mergedIds: readonly NameId[], currentId: NameId): void {
		for (const { id, eventId, role } of listParts(step.writer, mergedIds)) {
			deletePart(step, id);
			insertPart(step, eventId, currentId, role);
		}
	}

	#insert(step: Step, id: EventId, { placeIds, participantIds, relations, ...own }: EventFields): void {
		insertEvent(step, id, own);
		for (const nameId of placeIds) insertPart(step, id, nameId, 'place');
		for (const nameId of participantIds) insertPart(step, id, nameId, 'participant');
		for (const relation of relations) insertRelation(step, relationId(id, relation), id, relation);
	}

	#replaceParts(step: Step, id: EventId, nameIds: readonly NameId[], role: EventRole): void {
		const own = listPartsOf(step.writer, id).filter((part) => part.role === role);
		for (const part of own) if (!nameIds.includes(part.nameId)) deletePart(step, part.id);
		const known = new Set(own.map(({ nameId }) => nameId));
		for (const nameId of nameIds) if (!known.has(nameId)) insertPart(step, id, nameId, role);
	}

	#replaceRelations(step: Step, id: EventId, relations: readonly EventRelation[]): void {
		const kept = new Set(relations.map((relation) => relationId(id, relation)));
		for (const known of listRelationIds(step.writer, id)) if (!kept.has(known)) deleteRelation(step, known);
		for (const relation of relations) insertRelation(step, relationId(id, relation), id, relation);
	}

	/** Throws `not-found` for a name or an event that is not there, `invalid-input` for an order with itself. */
	#check(id: EventId, fields: Partial<EventFields>): void {
		const { title, placeIds = [], participantIds = [], relations = [] } = fields;
		if (title?.trim() === '') throw new AppError('invalid-input', { reason: message('chronology.refused.no-title') });
		const nameIds = new Set([...placeIds, ...participantIds]);
		const known = new Set(this.#names.find([...nameIds]).map((name) => name.id));
		for (const nameId of nameIds) if (!known.has(nameId)) throw new AppError('not-found', { what: nameId });
		for (const { otherId } of relations) {
			if (otherId === id) throw new AppError('invalid-input', { reason: message('chronology.refused.self') });
			if (!isLiveEvent(this.#database.reader, otherId)) throw new AppError('not-found', { what: otherId });
		}
	}
}

function insertPart(step: Step, eventId: EventId, nameId: NameId, role: EventRole): void {
	insertEventName(step, derivedId('event-name', eventId, nameId, role), eventId, nameId, role);
}

function relationId(eventId: EventId, { relation, otherId }: EventRelation): string {
	return derivedId('event-relation', eventId, relation, otherId);
}

function attestation(recordId: RecordId, eventId: EventId): Omit<Link, 'createdAt' | 'revision'> {
	return {
		id: wholeLinkId(recordId, 'attests', eventId),
		type: 'attests',
		from: { kind: 'record', id: recordId },
		to: { kind: 'event', id: eventId },
		origin: 'automatic',
	};
}

function groupByEvent<Row extends { eventId: EventId }>(rows: readonly Row[]): Map<EventId, Row[]> {
	const groups = new Map<EventId, Row[]>();
	for (const row of rows) {
		const group = groups.get(row.eventId);
		if (group) group.push(row);
		else groups.set(row.eventId, [row]);
	}
	return groups;
}

function inRole(rows: readonly { nameId: NameId; role: EventRole }[] | undefined, role: EventRole): NameId[] {
	return (rows ?? []).filter((row) => row.role === role).map((row) => row.nameId);
}
