import type { Reader } from '#archive/db/connection.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { Withdrawal, WithdrawalId } from '#shared/domain/withdrawal.ts';

interface WithdrawalRow {
	id: WithdrawalId;
	recordId: RecordId;
	originals: string;
	reason: string;
	author: string;
	withdrawnAt: string;
	isHeldHere: number;
}

const columns = `w.id, w.record_id AS recordId, w.originals, w.reason, w.author, w.withdrawn_at AS withdrawnAt,
	EXISTS (SELECT 1 FROM records WHERE id = w.record_id) AS isHeldHere`;

export function listWithdrawals(reader: Reader): Withdrawal[] {
	return reader
		.all<WithdrawalRow>(
			`SELECT ${columns} FROM withdrawals AS w WHERE w.deleted_clock IS NULL ORDER BY w.withdrawn_at DESC, w.id`,
		)
		.map(toWithdrawal);
}

/** Those by which bytes with this digest were withdrawn. */
export function listWithdrawalsOf(reader: Reader, sha256: Sha256): Withdrawal[] {
	return reader
		.all<WithdrawalRow>(
			`SELECT ${columns} FROM withdrawals AS w, json_each(w.originals) AS o
			WHERE o.value = ? AND w.deleted_clock IS NULL ORDER BY w.withdrawn_at DESC, w.id`,
			sha256,
		)
		.map(toWithdrawal);
}

/** Records that hold any of these bytes, in whichever archive. */
export function listRecordsHolding(reader: Reader, sha256s: readonly string[]): string[] {
	return reader
		.all<{ id: string }>(
			'SELECT DISTINCT record_id AS id FROM record_parts WHERE sha256 IN (SELECT value FROM json_each(?))',
			JSON.stringify(sha256s),
		)
		.map(({ id }) => id);
}

/** Originals that these records hold or have texts of, and which of them; `isShared` where another record does too. */
export function listOriginalsIn(
	reader: Reader,
	recordIds: readonly string[],
): { sha256: Sha256; sizeBytes: number; isShared: boolean; recordIds: string[] }[] {
	return reader
		.all<{ sha256: Sha256; sizeBytes: number; isShared: number; recordIds: string }>(
			`WITH given AS (SELECT value FROM json_each(?)), held AS (
				SELECT record_id, sha256 FROM record_parts
				UNION SELECT record_id, original_sha256 FROM editions WHERE original_sha256 IS NOT NULL
			)
			SELECT o.sha256, o.size_bytes AS sizeBytes,
				EXISTS (SELECT 1 FROM held AS other WHERE other.sha256 = o.sha256
					AND other.record_id NOT IN given) AS isShared,
				(SELECT json_group_array(DISTINCT h.record_id) FROM held AS h WHERE h.sha256 = o.sha256) AS recordIds
			FROM originals AS o WHERE o.sha256 IN (
				SELECT sha256 FROM held WHERE record_id IN given)
			ORDER BY o.sha256`,
			JSON.stringify(recordIds),
		)
		.map((row) => ({ ...row, isShared: row.isShared === 1, recordIds: JSON.parse(row.recordIds) as string[] }));
}

/** Records that are parts of these: by a link, or by the level of description that they are under. */
export function listPartsOf(reader: Reader, recordIds: readonly string[]): { id: RecordId; title: string }[] {
	return reader.all(
		`WITH given AS (SELECT value FROM json_each(?))
		SELECT id, title FROM records WHERE deleted_clock IS NULL AND id NOT IN given
			AND (parent_id IN given OR id IN (
				SELECT from_id FROM links WHERE type = 'part-of' AND deleted_clock IS NULL
					AND to_id IN given))
		ORDER BY title, id`,
		JSON.stringify(recordIds),
	);
}

export function listTitles(reader: Reader, recordIds: readonly string[]): { id: RecordId; title: string }[] {
	return reader.all(
		'SELECT id, title FROM records WHERE id IN (SELECT value FROM json_each(?)) ORDER BY title, id',
		JSON.stringify(recordIds),
	);
}

/** Whether an archive file has any of these, in whatever state. */
export function holdsAny(reader: Reader, recordIds: readonly string[], sha256s: readonly string[]): boolean {
	return (
		reader.get(
			`SELECT 1 WHERE EXISTS (SELECT 1 FROM records WHERE id IN (SELECT value FROM json_each(?)))
				OR EXISTS (SELECT 1 FROM originals WHERE sha256 IN (SELECT value FROM json_each(?)))`,
			JSON.stringify(recordIds),
			JSON.stringify(sha256s),
		) !== undefined
	);
}

function toWithdrawal({ originals, isHeldHere, ...row }: WithdrawalRow): Withdrawal {
	return { ...row, originals: JSON.parse(originals) as Sha256[], isHeldHere: isHeldHere === 1 };
}
