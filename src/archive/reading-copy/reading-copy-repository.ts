import type { Reader } from '#archive/db/connection.ts';

/** Of these texts, in UTF-8. */
export function sumTextBytes(reader: Reader, editionIds: readonly string[]): number {
	const row = reader.get<{ bytes: number }>(
		`SELECT total(length(CAST(text AS BLOB))) AS bytes FROM blocks
		WHERE edition_id IN (SELECT value FROM json_each(?))`,
		JSON.stringify(editionIds),
	);
	return row?.bytes ?? 0;
}
