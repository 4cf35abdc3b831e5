import type { Reader } from '#archive/db/connection.ts';

/** Ids of the names that a record is joined to, in order. */
export interface JoinedNames {
	/** Persons, organisations and roles. */
	people: string[];
	places: string[];
}

/**
 * What records are found by: the names that they or their passages are linked to, those of the events that they attest,
 * and those that made them, where a creator is written as one of a name's forms.
 */
export function listJoinedNames(reader: Reader, recordIds: readonly string[]): Map<string, JoinedNames> {
	const rows = reader.all<{ recordId: string; nameId: string; kind: string }>(
		`WITH asked (id) AS (SELECT value FROM json_each(?)),
		ends (record_id, kind, id, type) AS (
			SELECT from_id, to_kind, to_id, type FROM links
			WHERE from_kind = 'record' AND from_id IN (SELECT id FROM asked) AND deleted_clock IS NULL
			UNION ALL
			SELECT to_id, from_kind, from_id, type FROM links
			WHERE to_kind = 'record' AND to_id IN (SELECT id FROM asked) AND deleted_clock IS NULL
		),
		joined (record_id, name_id) AS (
			SELECT record_id, id FROM ends WHERE kind = 'name'
			UNION
			SELECT ends.record_id, event_names.name_id FROM ends
			JOIN events ON events.id = ends.id AND events.deleted_clock IS NULL
			JOIN event_names ON event_names.event_id = events.id AND event_names.deleted_clock IS NULL
			WHERE ends.kind = 'event' AND ends.type = 'attests'
			UNION
			SELECT records.id, name_forms.name_id FROM records, json_each(records.creators) AS creator
			JOIN name_forms ON name_forms.text = creator.value ->> 'name' AND name_forms.deleted_clock IS NULL
			WHERE records.id IN (SELECT id FROM asked)
		)
		SELECT record_id AS recordId, name_id AS nameId, names.kind FROM joined
		JOIN names ON names.id = name_id AND names.deleted_clock IS NULL ORDER BY record_id, name_id`,
		JSON.stringify(recordIds),
	);
	const found = new Map<string, JoinedNames>();
	for (const { recordId, nameId, kind } of rows) {
		const joined = found.get(recordId) ?? { people: [], places: [] };
		found.set(recordId, joined);
		(kind === 'place' ? joined.places : joined.people).push(nameId);
	}
	return found;
}
