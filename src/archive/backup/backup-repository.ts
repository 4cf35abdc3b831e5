import type { Reader } from '#archive/db/connection.ts';
import type { ReplicaId } from '#shared/domain/ids.ts';

/** When this replica's log last tells of a copy on another medium; null where it tells of none. */
export function findLastBackup(reader: Reader, replicaId: ReplicaId): string | null {
	const row = reader.get<{ at: string }>(
		`SELECT at FROM custody_events WHERE replica_id = ? AND kind = 'exported' AND detail ->> 'elsewhere' = 1
		ORDER BY sequence DESC LIMIT 1`,
		replicaId,
	);
	return row?.at ?? null;
}
