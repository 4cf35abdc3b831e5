import type { Reader } from '#archive/db/connection.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { JoinedInto } from '#shared/domain/record.ts';

const filesOf = (record: string) =>
	`SELECT sha256 FROM record_parts WHERE record_id = ${record} AND deleted_clock IS NULL`;
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

/** SQL: the same of two records that are both outside the bin. */
export function isJoined(part: string, whole: string): string {
	return `${part}.parent_id = ${whole}.id AND ${whole}.deleted_clock IS NULL AND ${holdsAllOf(whole, part)}`;
}

/** Into which record others were joined, and where there their first file stands; of one alone where it is given. */
export function listJoined(reader: Reader, only?: RecordId): Map<string, JoinedInto> {
	const rows = reader.all<JoinedInto & { id: string }>(
		`SELECT r.id, w.id AS "into", (SELECT min(ordinal) FROM record_parts WHERE record_id = w.id AND deleted_clock IS NULL
				AND sha256 IN (${filesOf('r.id')})) AS at
		FROM records r JOIN records w ON ${isJoined('r', 'w')}
		WHERE r.deleted_clock IS NULL ${only ? 'AND r.id = ?' : ''}`,
		...(only ? [only] : []),
	);
	return new Map(rows.map(({ id, into, at }) => [id, { into, at }]));
}

/** These records, and all that were joined into them, directly or not. */
export function withJoined(reader: Reader, ids: readonly RecordId[]): RecordId[] {
	return listBelow(reader, ids, `r.deleted_clock IS NULL AND ${isJoined('r', 'w')}`);
}

/** These records, which are in the bin, and all that went there with them. */
export function withJoinedInBin(reader: Reader, ids: readonly RecordId[]): RecordId[] {
	return listBelow(reader, ids, `r.parent_id = w.id AND r.deleted_clock > w.deleted_clock AND ${holdsAllOf('w', 'r')}`);
}

function listBelow(reader: Reader, ids: readonly RecordId[], isBelow: string): RecordId[] {
	return reader
		.all<{ id: RecordId }>(
			`WITH RECURSIVE found (id) AS (
				SELECT value FROM json_each(?)
				UNION SELECT r.id FROM found JOIN records w ON w.id = found.id JOIN records r ON ${isBelow}
			) SELECT id FROM found`,
			JSON.stringify(ids),
		)
		.map(({ id }) => id);
}
