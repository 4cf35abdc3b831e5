import type { Reader } from '#archive/db/connection.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** Of these texts, in UTF-8. */
export function sumTextBytes(reader: Reader, editionIds: readonly string[]): number {
	const row = reader.get<{ bytes: number }>(
		`SELECT total(length(CAST(text AS BLOB))) AS bytes FROM blocks
		WHERE edition_id IN (SELECT value FROM json_each(?))`,
		JSON.stringify(editionIds),
	);
	return row?.bytes ?? 0;
}

/** The pictures that stand in these texts, each once; where a text writes their bytes otherwise, about as many as they have. */
export function sumPictures(reader: Reader, editionIds: readonly string[]): { count: number; bytes: number } {
	const row = reader.get<{ count: number; bytes: number }>(
		`SELECT count(*) AS count, total(bytes) AS bytes FROM (
			SELECT max(CASE picture ->> 'coding' WHEN 'base64' THEN 3 WHEN 'hex' THEN 2 ELSE 4 END * max(0, picture ->> 'length') / 4)
				AS bytes
			FROM (SELECT attributes -> '$.figure.picture' AS picture FROM blocks
				WHERE kind = 'figure' AND edition_id IN (SELECT value FROM json_each(?)))
			WHERE picture IS NOT NULL GROUP BY picture ->> 'sha256')`,
		JSON.stringify(editionIds),
	);
	return row ?? { count: 0, bytes: 0 };
}

/** Citations that wait for the text of a record that is not held: which record makes them, and of what. */
export function listExpectedCitations(reader: Reader): { fromId: RecordId; toId: RecordId }[] {
	return reader.all(
		`SELECT e.record_id AS fromId, e.to_id AS toId FROM expected_links e JOIN records r ON r.id = e.record_id
		WHERE e.type = 'cites' AND e.to_kind = 'record' AND r.holding = 'described-only'`,
	);
}
