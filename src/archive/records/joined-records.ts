import type { Reader } from '#archive/db/connection.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { JoinedInto } from '#shared/domain/record.ts';
import { translatorsFilesOf } from './translators-files.ts';

/** Without what came home from translators: it is given to the record that they translated alone, and says nothing of joining. */
const filesOf = (record: string) =>
	`SELECT sha256 FROM record_parts WHERE record_id = ${record} AND deleted_clock IS NULL
		AND sha256 NOT IN (${translatorsFilesOf(record)})`;
const fileCountOf = (record: string) => `(SELECT count(DISTINCT sha256) FROM (${filesOf(record)}))`;

/**
 * SQL: that a record was joined into the one it is a part of, told by what both hold: the whole has every file of the part.
 * Subtle: it has more of them, or is the older one. So no chain of records ever comes back to where it began, whatever two
 * copies joined without knowing of each other, and none hides all the others.
 * @param part, whole aliases of two rows of `records`, where the first is below the second.
 */
function holdsAllOf(whole: string, part: string): string {
	return `EXISTS (${filesOf(`${part}.id`)}) AND NOT EXISTS (${filesOf(`${part}.id`)} EXCEPT ${filesOf(`${whole}.id`)})
		AND (${fileCountOf(`${whole}.id`)} > ${fileCountOf(`${part}.id`)} OR ${whole}.id < ${part}.id)`;
}

/** Subtle: most records are below none, and are not to be asked for their files; SQLite does not see that by itself. */
function isBelow(part: string, whole: string): string {
	return `${part}.parent_id IS NOT NULL AND ${part}.parent_id = ${whole}.id`;
}

/** SQL: the same of two records that are both outside the bin. */
export function isJoined(part: string, whole: string): string {
	return `${isBelow(part, whole)} AND ${whole}.deleted_clock IS NULL AND ${holdsAllOf(whole, part)}`;
}

/** Into which record others were joined, and where there their first file stands; of these alone where they are given. */
export function listJoined(reader: Reader, only?: readonly RecordId[]): Map<RecordId, JoinedInto> {
	const rows = reader.all<JoinedInto & { id: RecordId }>(
		`SELECT r.id, w.id AS "into", (SELECT min(ordinal) FROM record_parts WHERE record_id = w.id AND deleted_clock IS NULL
				AND sha256 IN (${filesOf('r.id')})) AS at
		FROM records r JOIN records w ON ${isJoined('r', 'w')}
		WHERE r.deleted_clock IS NULL ${only ? 'AND r.id IN (SELECT value FROM json_each(?))' : ''}`,
		...(only ? [JSON.stringify(only)] : []),
	);
	return new Map(rows.map(({ id, into, at }) => [id, { into, at }]));
}

/** Into which record others were joined, whichever of them are in the bin. */
export function listJoinedAnywhere(reader: Reader): Map<RecordId, RecordId> {
	const rows = reader.all<{ id: RecordId; into: RecordId }>(
		`SELECT r.id, w.id AS "into" FROM records r JOIN records w ON ${isBelow('r', 'w')} AND ${holdsAllOf('w', 'r')}`,
	);
	return new Map(rows.map(({ id, into }) => [id, into]));
}

/** These records, and all that were joined into them, directly or not. */
export function withJoined(reader: Reader, ids: readonly RecordId[]): RecordId[] {
	return withBelow(ids, [...listJoined(reader)]);
}

/** These records, which are in the bin, and all that went there with them. */
export function withJoinedInBin(reader: Reader, ids: readonly RecordId[]): RecordId[] {
	const rows = reader.all<{ id: RecordId; into: RecordId }>(
		`SELECT r.id, w.id AS "into" FROM records r JOIN records w
			ON ${isBelow('r', 'w')} AND r.deleted_clock > w.deleted_clock AND ${holdsAllOf('w', 'r')}`,
	);
	return withBelow(
		ids,
		rows.map(({ id, into }) => [id, { into }]),
	);
}

function withBelow(ids: readonly RecordId[], joined: readonly [RecordId, Pick<JoinedInto, 'into'>][]): RecordId[] {
	const parts = new Map<RecordId, RecordId[]>();
	for (const [id, { into }] of joined) parts.set(into, [...(parts.get(into) ?? []), id]);
	// A set goes on to what is added to it meanwhile.
	const found = new Set(ids);
	for (const id of found) for (const part of parts.get(id) ?? []) found.add(part);
	return [...found];
}
