import type { Clock } from '#shared/domain/clock.ts';
import type { Reader, Writer } from './connection.ts';

/** The last change of each replica that the log holds. What ships with the project, or was found by itself, is nobody's. */
export function listLastClocks(reader: Reader): { replicaId: string; clock: Clock }[] {
	return reader.all(
		`SELECT substr(clock, 19) AS replicaId, max(clock) AS clock FROM changes WHERE clock >= '000000000001' GROUP BY 1`,
	);
}

/** The clock of the last change in the log that anyone made. Subtle: the index of clocks would have them all sorted. */
export function findLastWritten(reader: Reader): Clock | undefined {
	return reader.get<{ clock: Clock }>(
		`SELECT clock FROM changes WHERE +clock >= '000000000001' ORDER BY number DESC LIMIT 1`,
	)?.clock;
}

/**
 * Notes what a replica has before it when it goes on writing in a file in which another one wrote last: after the file
 * was copied or moved.
 */
export function noteKnownChanges(writer: Writer, replicaId: string): void {
	const last = findLastWritten(writer);
	if (last === undefined || last.slice(18) === replicaId) return;
	const lasts = listLastClocks(writer);
	const newest = lasts.map(({ clock }) => clock).reduce((a, b) => (a > b ? a : b), '' as Clock);
	for (const known of lasts) if (known.replicaId !== replicaId) insertKnownChange(writer, replicaId, newest, known);
}

/** Notes that `replicaId` knows another one's changes up to `known.clock` in all that it writes from `clock` on. */
export function insertKnownChange(
	writer: Writer,
	replicaId: string,
	clock: string,
	known: { replicaId: string; clock: string },
): void {
	writer.run(
		`INSERT INTO known_changes (replica_id, clock, known_replica_id, known_clock) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET known_clock = excluded.known_clock`,
		replicaId,
		clock,
		known.replicaId,
		known.clock,
	);
}

/** The latest clock that came from elsewhere; undefined in an archive, or of a version, that has none. */
export function findLastKnownClock(reader: Reader): Clock | undefined {
	if (!reader.get("SELECT 1 FROM sqlite_schema WHERE name = 'known_changes'")) return undefined;
	return reader.get<{ clock: Clock | null }>('SELECT max(known_clock) AS clock FROM known_changes')?.clock ?? undefined;
}
