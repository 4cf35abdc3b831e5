import type { Reader, Writer } from '#archive/db/connection.ts';
import type { CustodyEvent } from '#shared/domain/custody.ts';
import type { ReplicaId } from '#shared/domain/ids.ts';

interface CustodyRow {
	replica_id: string;
	sequence: number;
	at: string;
	kind: string;
	subject: string;
	detail: string;
	previous_hash: string;
	hash: string;
}

export function findHead(reader: Reader, replicaId: string): { sequence: number; hash: string } | undefined {
	return reader.get(
		'SELECT sequence, hash FROM custody_events WHERE replica_id = ? ORDER BY sequence DESC LIMIT 1',
		replicaId,
	);
}

export function insertCustodyEvent(writer: Writer, event: CustodyEvent): void {
	writer.run(
		'INSERT INTO custody_events (replica_id, sequence, at, kind, subject, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
		event.replicaId,
		event.sequence,
		event.at,
		event.kind,
		event.subject,
		JSON.stringify(event.detail),
		event.previousHash,
		event.hash,
	);
}

/** The last entry of every chain, by replica. */
export function listHeads(reader: Reader): { replicaId: ReplicaId; sequence: number; hash: string }[] {
	return reader.all(
		`SELECT replica_id AS replicaId, sequence, hash FROM custody_events AS e
		WHERE sequence = (SELECT max(sequence) FROM custody_events WHERE replica_id = e.replica_id) ORDER BY replica_id`,
	);
}

export function findEntryHash(reader: Reader, replicaId: ReplicaId, sequence: number): string | undefined {
	return reader.get<{ hash: string }>(
		'SELECT hash FROM custody_events WHERE replica_id = ? AND sequence = ?',
		replicaId,
		sequence,
	)?.hash;
}

/** Newest first; all subjects when none is given. */
export function listCustodyEvents(reader: Reader, subjects: readonly string[], limit: number): CustodyEvent[] {
	const where = subjects.length > 0 ? `WHERE subject IN (${subjects.map(() => '?').join(', ')})` : '';
	return reader
		.all<CustodyRow>(
			`SELECT * FROM custody_events ${where} ORDER BY at DESC, sequence DESC LIMIT ?`,
			...subjects,
			limit,
		)
		.map(toEvent);
}

/** Chain after chain, each from its beginning. */
export function* eachCustodyEvent(reader: Reader): Generator<CustodyEvent> {
	for (const row of reader.each<CustodyRow>('SELECT * FROM custody_events ORDER BY replica_id, sequence'))
		yield toEvent(row);
}

function toEvent(row: CustodyRow): CustodyEvent {
	return {
		replicaId: row.replica_id as CustodyEvent['replicaId'],
		sequence: row.sequence,
		at: row.at,
		kind: row.kind as CustodyEvent['kind'],
		subject: row.subject,
		detail: JSON.parse(row.detail) as CustodyEvent['detail'],
		previousHash: row.previous_hash,
		hash: row.hash,
	};
}
