import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { ArchiveEvent, EventFields, EventRelation } from '#shared/domain/event.ts';
import type { EventId, NameId } from '#shared/domain/ids.ts';

type Joined = 'placeIds' | 'participantIds' | 'relations' | 'recordIds' | 'disputingRecordIds' | 'sameEventIds';
/** An event without what other nouns or further tables know of it. */
export type EventRow = Omit<ArchiveEvent, Joined>;
export type OwnFields = Omit<EventFields, Joined>;
export type EventRole = 'place' | 'participant';

export interface EventPart {
	id: string;
	eventId: EventId;
	nameId: NameId;
	role: EventRole;
}

/**
 * In the order of their EDTF strings; those without a date first. What joins an event to names and others never moves to
 * another event, so that no sum of revisions comes twice.
 *
 * @param id of one alone; the others of a large archive are not read for it
 */
export function listEvents(reader: Reader, id?: EventId): EventRow[] {
	// An archive of an earlier version that can only be read does not have the columns.
	const isEarlier = !reader.get(`SELECT 1 FROM pragma_table_info('events') WHERE name = 'kind'`);
	const [ofOne, isOne, ids] = onlyOf(id, 'event_id', 'e.id');
	return reader.all<EventRow>(
		`WITH parts (event_id, revision) AS (
			SELECT event_id, revision FROM event_names WHERE ${ofOne}
			UNION ALL SELECT event_id, revision FROM event_relations WHERE ${ofOne}
		), sums (event_id, revision) AS (SELECT event_id, sum(revision) FROM parts GROUP BY event_id)
		SELECT id, title, ${isEarlier ? `'' AS kind, edtf, '' AS dateWords` : 'kind, edtf, date_words AS dateWords'},
			inferred, duration, description, source, e.revision + coalesce(s.revision, 0) AS revision
		FROM events e LEFT JOIN sums s ON s.event_id = e.id WHERE deleted_clock IS NULL AND ${isOne} ORDER BY edtf, title, id`,
		...ids,
		...ids,
		...ids,
	);
}

/** Whether there is or was one with this id. */
export function hasEvent(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM events WHERE id = ?', id) !== undefined;
}

export function isLiveEvent(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM events WHERE id = ? AND deleted_clock IS NULL', id) !== undefined;
}

/** Conditions on columns that hold the id of an event, and the value for each of them; all pass where none is given. */
function onlyOf(id: EventId | undefined, one: string, other = one): [one: string, other: string, ids: EventId[]] {
	return id === undefined ? ['TRUE', 'TRUE', []] : [`${one} = ?`, `${other} = ?`, [id]];
}

/** Names that have a part in events, or in one alone, in the order they were given. */
export function listEventNames(reader: Reader, id?: EventId): { eventId: EventId; nameId: NameId; role: EventRole }[] {
	const [ofOne, , ids] = onlyOf(id, 'event_id');
	return reader.all(
		`SELECT event_id AS eventId, name_id AS nameId, role FROM event_names
		JOIN names ON names.id = name_id AND names.deleted_clock IS NULL
		WHERE event_names.deleted_clock IS NULL AND ${ofOne} ORDER BY event_names.rowid`,
		...ids,
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

/** The parts that names have in this event, also those that were removed from the archive. */
export function listPartsOf(reader: Reader, eventId: EventId): EventPart[] {
	return reader.all<EventPart>(
		`SELECT id, event_id AS eventId, name_id AS nameId, role FROM event_names
		WHERE event_id = ? AND deleted_clock IS NULL ORDER BY rowid`,
		eventId,
	);
}

/** The order of events, or of one alone. */
export function listRelations(reader: Reader, id?: EventId): (EventRelation & { eventId: EventId })[] {
	const [ofOne, , ids] = onlyOf(id, 'event_id');
	return reader.all(
		`SELECT event_id AS eventId, relation, other_id AS otherId, words FROM event_relations
		JOIN events ON events.id = other_id AND events.deleted_clock IS NULL
		WHERE event_relations.deleted_clock IS NULL AND ${ofOne} ORDER BY event_relations.rowid`,
		...ids,
	);
}

export function listRelationIds(reader: Reader, eventId: EventId): string[] {
	return reader
		.all<{ id: string }>('SELECT id FROM event_relations WHERE event_id = ? AND deleted_clock IS NULL', eventId)
		.map(({ id }) => id);
}

/** A tombstone with this id comes back. */
export function insertEvent(step: Step, id: EventId, fields: OwnFields): void {
	step.insert('events', id, { ...(columnsOf(fields) as Required<EventColumns>), created_at: step.at });
}

export function updateEvent(step: Step, id: EventId, fields: Partial<OwnFields>): void {
	step.update('events', id, columnsOf(fields));
}

export function deleteEvent(step: Step, id: EventId): void {
	step.remove('events', id);
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

export function deleteRelation(step: Step, id: string): void {
	step.remove('event_relations', id);
}

type EventColumns = Partial<
	Record<'title' | 'kind' | 'edtf' | 'date_words' | 'inferred' | 'duration' | 'description' | 'source', string>
>;

function columnsOf({ dateWords, title, kind, edtf, inferred, duration, description, source }: Partial<OwnFields>) {
	const columns = { title, kind, edtf, date_words: dateWords, inferred, duration, description, source };
	return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as EventColumns;
}
