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

/** Citations that wait for the text of a record that is not held: which record makes them, and of what. */
export function listExpectedCitations(reader: Reader): { fromId: RecordId; toId: RecordId }[] {
	return reader.all(
		`SELECT e.record_id AS fromId, e.to_id AS toId FROM expected_links e JOIN records r ON r.id = e.record_id
		WHERE e.type = 'cites' AND e.to_kind = 'record' AND r.holding = 'described-only'`,
	);
}
