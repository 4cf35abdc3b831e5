import type { Reader, Writer } from '#archive/db/connection.ts';
import type { CustodyEntry, CustodyEvent, CustodyFilter } from '#shared/domain/custody.ts';
import type { RecordId, ReplicaId } from '#shared/domain/ids.ts';

interface CustodyRow {
	replica_id: string;
	sequence: number;
	at: string;
	kind: string;
	subject: string;
	detail: string;
	agent: string;
	software: string;
	previous_hash: string;
	hash: string;
}

interface NamedRow extends CustodyRow {
	subject_name: string;
	record_id: string | null;
}

/** What the entry is about: a record by its id, or the file that was received first with that digest. */
const withNames = `c.*,
	coalesce(
		(SELECT title FROM records WHERE id = c.subject),
		(SELECT file_name FROM record_parts WHERE sha256 = c.subject ORDER BY received_at, id LIMIT 1),
		(SELECT name FROM collections WHERE id = c.subject),
		'') AS subject_name,
	coalesce(
		(SELECT id FROM records WHERE id = c.subject),
		(SELECT record_id FROM record_parts WHERE sha256 = c.subject ORDER BY received_at, id LIMIT 1)) AS record_id`;
const newestFirst = 'ORDER BY c.at DESC, c.sequence DESC, c.replica_id';

export function findHead(reader: Reader, replicaId: string): { sequence: number; hash: string } | undefined {
	return reader.get(
		'SELECT sequence, hash FROM custody_events WHERE replica_id = ? ORDER BY sequence DESC LIMIT 1',
		replicaId,
	);
}

/** Whether something was received out of a file with this digest. */
export function holdsContainer(reader: Reader, sha256: string): boolean {
	return (
		reader.get(
			`SELECT 1 FROM custody_events WHERE kind = 'received' AND json_extract(detail, '$.containerSha256') = ?`,
			sha256,
		) !== undefined
	);
}

/** How many of these hashes, each given once, are those of entries. */
export function countHashes(reader: Reader, hashes: readonly string[]): number {
	const row = reader.get<{ count: number }>(
		'SELECT count(DISTINCT hash) AS count FROM custody_events WHERE hash IN (SELECT value FROM json_each(?))',
		JSON.stringify(hashes),
	);
	return row?.count ?? 0;
}

export function insertCustodyEvent(writer: Writer, event: CustodyEvent): void {
	writer.run(
		`INSERT INTO custody_events (replica_id, sequence, at, kind, subject, detail, agent, software, previous_hash, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		event.replicaId,
		event.sequence,
		event.at,
		event.kind,
		event.subject,
		JSON.stringify(event.detail),
		event.agent,
		event.software,
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
		.all<CustodyRow>(`SELECT * FROM custody_events AS c ${where} ${newestFirst} LIMIT ?`, ...subjects, limit)
		.map(toEvent);
}

/** Oldest first. */
export function listReceptions(reader: Reader, sha256: string): CustodyEvent[] {
	return reader
		.all<CustodyRow>(
			`SELECT * FROM custody_events WHERE subject = ? AND kind = 'received' ORDER BY at, sequence, replica_id`,
			sha256,
		)
		.map(toEvent);
}

/** Newest first, with names; words are not looked at. */
export function listEntries(reader: Reader, filter: CustodyFilter, offset: number, limit: number): CustodyEntry[] {
	const { where, values } = whereOf(filter);
	return reader
		.all<NamedRow>(
			`SELECT ${withNames} FROM custody_events AS c ${where} ${newestFirst} LIMIT ? OFFSET ?`,
			...values,
			limit,
			offset,
		)
		.map(toEntry);
}

export function countEntries(reader: Reader, filter: CustodyFilter): number {
	const { where, values } = whereOf(filter);
	return (
		reader.get<{ count: number }>(`SELECT count(*) AS count FROM custody_events AS c ${where}`, ...values)?.count ?? 0
	);
}

/** The same as `listEntries`, all of them one at a time. */
export function* eachEntry(reader: Reader, filter: CustodyFilter): Generator<CustodyEntry> {
	const { where, values } = whereOf(filter);
	const rows = reader.each<NamedRow>(`SELECT ${withNames} FROM custody_events AS c ${where} ${newestFirst}`, ...values);
	for (const row of rows) yield toEntry(row);
}

/** Chain after chain, each from its beginning. */
export function* eachCustodyEvent(reader: Reader): Generator<CustodyEvent> {
	for (const row of reader.each<CustodyRow>('SELECT * FROM custody_events ORDER BY replica_id, sequence'))
		yield toEvent(row);
}

function whereOf({ kinds = [], subject }: CustodyFilter): { where: string; values: string[] } {
	const terms = [
		...(kinds.length > 0 ? [`c.kind IN (${kinds.map(() => '?').join(', ')})`] : []),
		...(subject === undefined ? [] : ['c.subject = ?']),
	];
	return {
		where: terms.length > 0 ? `WHERE ${terms.join(' AND ')}` : '',
		values: [...kinds, ...(subject === undefined ? [] : [subject])],
	};
}

function toEvent(row: CustodyRow): CustodyEvent {
	return {
		replicaId: row.replica_id as CustodyEvent['replicaId'],
		sequence: row.sequence,
		at: row.at,
		kind: row.kind as CustodyEvent['kind'],
		subject: row.subject,
		detail: JSON.parse(row.detail) as CustodyEvent['detail'],
		agent: row.agent,
		software: row.software,
		previousHash: row.previous_hash,
		hash: row.hash,
	};
}

function toEntry(row: NamedRow): CustodyEntry {
	return { ...toEvent(row), subjectName: row.subject_name, recordId: row.record_id as RecordId | null };
}
