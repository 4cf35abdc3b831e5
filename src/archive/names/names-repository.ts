import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name, NameForm } from '#shared/domain/name.ts';
import type { NameIdentifier } from '#shared/domain/name-identifier.ts';
import type { PlaceCoordinates } from '#shared/domain/place-coordinates.ts';

export type NameRow = Omit<Name, 'forms' | 'identifiers' | 'coordinates'>;
export type FormRow = NameForm & { nameId: NameId };
export type IdentifierRow = NameIdentifier & { nameId: NameId };
export type CoordinatesRow = PlaceCoordinates & { nameId: NameId };

const chosen = 'n.deleted_clock IS NULL AND (? IS NULL OR n.id IN (SELECT value FROM json_each(?)))';

/** Names without their forms; of these ids, or all. Forms never move between names, so that no sum of revisions comes twice. */
export function listNames(reader: Reader, ids?: readonly string[]): NameRow[] {
	const list = ids ? JSON.stringify(ids) : null;
	return reader.all<NameRow>(
		`SELECT n.id, n.kind, n.description, n.source,
			n.revision + (SELECT coalesce(sum(f.revision), 0) FROM name_forms f WHERE f.name_id = n.id) AS revision
		FROM names n WHERE ${chosen} ORDER BY n.id`,
		list,
		list,
	);
}

/** The forms of these names, or of all, in their order within each. */
export function listForms(reader: Reader, ids?: readonly string[]): FormRow[] {
	const list = ids ? JSON.stringify(ids) : null;
	return reader.all<FormRow>(
		`SELECT f.name_id AS nameId, f.text, f.script, f.language, f.kind, f.source FROM name_forms f
		JOIN names n ON n.id = f.name_id WHERE f.deleted_clock IS NULL AND ${chosen} ORDER BY f.name_id, f.ordinal, f.id`,
		list,
		list,
	);
}

/**
 * What authority files know these names, or all, by, those that were taken away too: their revisions count among those
 * of the name.
 */
export function listIdentifiers(
	reader: Reader,
	ids?: readonly string[],
): (IdentifierRow & { revision: number; isLive: number })[] {
	const list = ids ? JSON.stringify(ids) : null;
	return reader.all(
		`SELECT i.name_id AS nameId, i.scheme, i.value, i.revision, i.deleted_clock IS NULL AS isLive FROM name_identifiers i
		JOIN names n ON n.id = i.name_id WHERE ${chosen} ORDER BY i.name_id, i.id`,
		list,
		list,
	);
}

/** Where these names, or all, are said to lie, from north to south; what was taken away too, as with identifiers. */
export function listCoordinates(
	reader: Reader,
	ids?: readonly string[],
): (CoordinatesRow & { revision: number; isLive: number })[] {
	const list = ids ? JSON.stringify(ids) : null;
	return reader.all(
		`SELECT c.name_id AS nameId, c.latitude, c.longitude, c.uncertainty_m AS uncertaintyM, c.source, c.revision,
			c.deleted_clock IS NULL AS isLive FROM name_coordinates c
		JOIN names n ON n.id = c.name_id WHERE ${chosen} ORDER BY c.name_id, c.latitude DESC, c.longitude`,
		list,
		list,
	);
}

/** Ids of the coordinates that a name has. */
export function listCoordinatesIds(reader: Reader, nameId: NameId): string[] {
	return reader
		.all<{ id: string }>('SELECT id FROM name_coordinates WHERE name_id = ? AND deleted_clock IS NULL', nameId)
		.map(({ id }) => id);
}

/** Ids of the identifiers that a name has. */
export function listIdentifierIds(reader: Reader, nameId: NameId): string[] {
	return reader
		.all<{ id: string }>('SELECT id FROM name_identifiers WHERE name_id = ? AND deleted_clock IS NULL', nameId)
		.map(({ id }) => id);
}

/** Ids of the forms that a name has. */
export function listFormIds(reader: Reader, nameId: NameId): string[] {
	return reader
		.all<{ id: string }>('SELECT id FROM name_forms WHERE name_id = ? AND deleted_clock IS NULL', nameId)
		.map(({ id }) => id);
}

/** Whether there is or was a name with this id. */
export function hasName(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM names WHERE id = ?', id) !== undefined;
}

/** The name that this one was merged into, by however many steps; undefined when it was not, or that is gone too. */
export function findSuccessor(reader: Reader, id: string): NameId | undefined {
	// An archive of the first version that can only be read does not have the column.
	if (!reader.get(`SELECT 1 FROM pragma_table_info('names') WHERE name = 'merged_into_id'`)) return undefined;
	return reader.get<{ id: NameId }>(
		`WITH RECURSIVE later (id) AS (
			SELECT merged_into_id FROM names WHERE id = ? AND deleted_clock IS NOT NULL
			UNION SELECT n.merged_into_id FROM later JOIN names n ON n.id = later.id WHERE n.deleted_clock IS NOT NULL
		)
		SELECT n.id FROM later JOIN names n ON n.id = later.id WHERE n.deleted_clock IS NULL`,
		id,
	)?.id;
}

/** A tombstone with this id comes back. */
export function insertName(step: Step, { id, kind, description, source }: Omit<NameRow, 'revision'>): void {
	step.insert('names', id, { kind, description, source, merged_into_id: null, created_at: step.at });
}

export function updateName(step: Step, id: NameId, values: Partial<Pick<NameRow, 'kind' | 'description' | 'source'>>) {
	step.update('names', id, values);
}

export function deleteName(step: Step, id: NameId, mergedIntoId: NameId | null): void {
	step.update('names', id, { merged_into_id: mergedIntoId });
	step.remove('names', id);
}

/** A form that is there gets this place and source. */
export function insertForm(step: Step, id: string, nameId: NameId, ordinal: number, form: NameForm): void {
	const { text, script, language, kind, source } = form;
	step.insert('name_forms', id, { name_id: nameId, ordinal, text, script, language, kind, source });
}

export function deleteForm(step: Step, id: string): void {
	step.remove('name_forms', id);
}

export function insertIdentifier(step: Step, id: string, nameId: NameId, { scheme, value }: NameIdentifier): void {
	step.insert('name_identifiers', id, { name_id: nameId, scheme, value });
}

export function deleteIdentifier(step: Step, id: string): void {
	step.remove('name_identifiers', id);
}

/** Coordinates that are there get this uncertainty and source. */
export function insertCoordinates(step: Step, id: string, nameId: NameId, coordinates: PlaceCoordinates): void {
	const { latitude, longitude, uncertaintyM, source } = coordinates;
	step.insert('name_coordinates', id, { name_id: nameId, latitude, longitude, uncertainty_m: uncertaintyM, source });
}

export function deleteCoordinates(step: Step, id: string): void {
	step.remove('name_coordinates', id);
}
