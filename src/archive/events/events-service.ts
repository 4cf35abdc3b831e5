import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { type LinksService, wholeLinkId } from '#archive/links/links-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import { derivedId, type EventId, type NameId, type RecordId } from '#shared/domain/ids.ts';
import type { Link } from '#shared/domain/link.ts';
import {
	deletePart,
	type EventRole,
	insertEvent,
	insertEventName,
	insertRelation,
	listEventNames,
	listEvents,
	listParts,
	listRelations,
} from './events-repository.ts';

/** What happened, as sources date it: with its places, participants, order and the records that attest it. */
export class EventsService {
	readonly #database: ArchiveDatabase;
	readonly #links: LinksService;

	constructor(database: ArchiveDatabase, links: LinksService) {
		this.#database = database;
		this.#links = links;
	}

	list(): ArchiveEvent[] {
		const { reader } = this.#database;
		const names = groupByEvent(listEventNames(reader));
		const relations = groupByEvent(listRelations(reader));
		const records = this.#links.attestations();
		return listEvents(reader).map(({ revision, ...event }) => ({
			...event,
			placeIds: inRole(names.get(event.id), 'place'),
			participantIds: inRole(names.get(event.id), 'participant'),
			relations: (relations.get(event.id) ?? []).map(({ relation, otherId, words }) => ({ relation, otherId, words })),
			recordIds: records.get(event.id) ?? [],
			revision,
		}));
	}

	get({ id }: { id: EventId }): ArchiveEvent {
		const event = this.list().find((candidate) => candidate.id === id);
		if (!event) throw new AppError('not-found', { what: id });
		return event;
	}

	/**
	 * Adds events that come with a data set: what joins them to names, to each other and to the records that attest them
	 * gets the same ids in every archive. Their names and records must be there; of each other they may speak in any order.
	 */
	insertWithin(step: Step, events: readonly Omit<ArchiveEvent, 'revision'>[]): void {
		for (const event of events) {
			insertEvent(step, event);
			for (const nameId of event.placeIds) insertPart(step, event.id, nameId, 'place');
			for (const nameId of event.participantIds) insertPart(step, event.id, nameId, 'participant');
			const links = event.recordIds.map((recordId) => attestation(recordId, event.id));
			this.#links.insertWithin(step, links);
		}
		for (const event of events) {
			for (const relation of event.relations) {
				const id = derivedId('event-relation', event.id, relation.relation, relation.otherId);
				insertRelation(step, id, event.id, relation);
			}
		}
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
}

function insertPart(step: Step, eventId: EventId, nameId: NameId, role: EventRole): void {
	insertEventName(step, derivedId('event-name', eventId, nameId, role), eventId, nameId, role);
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
