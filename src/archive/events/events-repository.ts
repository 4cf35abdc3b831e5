import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { ArchiveEvent, EventRelation } from '#shared/domain/event.ts';
import type { EventId, NameId } from '#shared/domain/ids.ts';

/** An event without what other nouns or further tables know of it. */
export type EventRow = Omit<ArchiveEvent, 'placeIds' | 'participantIds' | 'relations' | 'recordIds'>;
export type EventRole = 'place' | 'participant';

export interface EventPart {
	id: string;
	eventId: EventId;
	nameId: NameId;
	role: EventRole;
}

/** In the order of their EDTF strings; those without a date first. */
export function listEvents(reader: Reader): EventRow[] {
	return reader.all<EventRow>(
		`SELECT id, title, edtf, inferred, duration, description, source, revision FROM events
		WHERE deleted_clock IS NULL ORDER BY edtf, title, id`,
	);
}

/** Names that have a part in events, in the order they were given. */
export function listEventNames(reader: Reader): { eventId: EventId; nameId: NameId; role: EventRole }[] {
	return reader.all(
		`SELECT event_id AS eventId, name_id AS nameId, role FROM event_names
		JOIN names ON names.id = name_id AND names.deleted_clock IS NULL
		WHERE event_names.deleted_clock IS NULL ORDER BY event_names.rowid`,
	);
}

/** The parts that these names have in events. */
export function listParts(reader: Reader, nameIds: readonly NameId[]): EventPart[] {
	return reader.all<EventPart>(
		`SELECT p.id, p.event_id AS eventId, p.name_id AS nameId, p.role FROM event_names p
		JOIN events e ON e.id = p.event_id AND e.deleted_clock IS NULL
		WHERE p.deleted_clock IS NULL AND p.name_id IN (SELECT value FROM json_each(?)) ORDER BY p.rowid`,
		JSON.stringify(nameIds),
	);
}

export function listRelations(reader: Reader): (EventRelation & { eventId: EventId })[] {
	return reader.all(
		`SELECT event_id AS eventId, relation, other_id AS otherId, words FROM event_relations
		JOIN events ON events.id = other_id AND events.deleted_clock IS NULL
		WHERE event_relations.deleted_clock IS NULL ORDER BY event_relations.rowid`,
	);
}

export function insertEvent(step: Step, event: Omit<EventRow, 'revision'>): void {
	const { id, title, edtf, inferred, duration, description, source } = event;
	step.insert('events', id, { title, edtf, inferred, duration, description, source, created_at: step.at });
}

export function insertEventName(step: Step, id: string, eventId: EventId, nameId: NameId, role: EventRole): void {
	step.insert('event_names', id, { event_id: eventId, name_id: nameId, role });
}

export function deletePart(step: Step, id: string): void {
	step.remove('event_names', id);
}

export function insertRelation(step: Step, id: string, eventId: EventId, made: EventRelation): void {
	step.insert('event_relations', id, {
		event_id: eventId,
		relation: made.relation,
		other_id: made.otherId,
		words: made.words,
	});
}
