import type { Reader, Writer } from '#archive/db/connection.ts';
import { type StampedTable, stampedTables } from '#archive/db/stamped-tables.ts';
import type { KnownChange } from './knowledge.ts';
import type { Values } from './row-history.ts';

/** A change as the log holds it; `before` and `after` are JSON. */
export interface LoggedChange {
	number: number;
	stepId: string;
	clock: string;
	previousClock: string | null;
	tableName: string;
	rowId: string;
	before: string | null;
	after: string;
}

export interface LoggedStep {
	id: string;
	replicaId: string;
	label: string;
	kind: string;
	status: string;
	at: string;
	author: string;
}

/** A stamped row as stored. */
export type StoredRow = Values & { id: string; clock: string; revision: number; deleted_clock: string | null };

const changeColumns = `number, step_id AS stepId, clock, previous_clock AS previousClock, table_name AS tableName,
	row_id AS rowId, before, after`;

export function countChanges(reader: Reader): number {
	return reader.get<{ count: number }>('SELECT count(*) AS count FROM changes')?.count ?? 0;
}

/** In the order in which they came into that file. */
export function eachChange(reader: Reader): IterableIterator<LoggedChange> {
	return reader.each<LoggedChange>(`SELECT ${changeColumns} FROM changes ORDER BY number`);
}

/** Clocks are given out once, except the one of what ships with the project. */
export function hasChange(reader: Reader, { clock, rowId, tableName, after }: LoggedChange): boolean {
	return (
		reader.get(
			'SELECT 1 FROM changes WHERE clock = ? AND row_id = ? AND table_name = ? AND after = ?',
			clock,
			rowId,
			tableName,
			after,
		) !== undefined
	);
}

export function listChangesOfRow(reader: Reader, table: string, rowId: string): LoggedChange[] {
	return reader.all<LoggedChange>(
		`SELECT ${changeColumns} FROM changes WHERE row_id = ? AND table_name = ? ORDER BY number`,
		rowId,
		table,
	);
}

export function insertChange(writer: Writer, change: LoggedChange): void {
	const { stepId, clock, previousClock, tableName, rowId, before, after } = change;
	writer.run(
		`INSERT INTO changes (step_id, clock, previous_clock, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		...[stepId, clock, previousClock, tableName, rowId, before, after],
	);
}

/** @param hasAuthor false for a version in which steps had none */
export function findStep(reader: Reader, id: string, hasAuthor: boolean): LoggedStep | undefined {
	return reader.get<LoggedStep>(
		`SELECT id, replica_id AS replicaId, label, kind, status, at, ${hasAuthor ? 'author' : "'' AS author"}
		FROM steps WHERE id = ?`,
		id,
	);
}

/** Adds a step made elsewhere, unless it is known. */
export function insertStep(writer: Writer, step: LoggedStep): void {
	const { id, replicaId, label, kind, status, at, author } = step;
	writer.run(
		`INSERT INTO replicas (id, fingerprint, created_at) VALUES (?, '', ?) ON CONFLICT (id) DO NOTHING`,
		replicaId,
		at,
	);
	writer.run(
		`INSERT INTO steps (id, replica_id, label, kind, status, at, author) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO NOTHING`,
		...[id, replicaId, label, kind, status, at, author],
	);
}

export function listKnownChanges(reader: Reader): KnownChange[] {
	return reader.all<KnownChange>(
		`SELECT replica_id AS replicaId, clock, known_replica_id AS knownReplicaId, known_clock AS knownClock
		FROM known_changes`,
	);
}

/** What the log of a version that kept no `known_changes` says of them: nothing was merged yet, as in the migration. */
export function listImpliedKnownChanges(reader: Reader): KnownChange[] {
	return reader.all<KnownChange>(
		`WITH written AS (
			SELECT number, clock, substr(clock, 19) AS replica FROM changes WHERE clock >= '000000000001'
		),
		taking_over AS (
			SELECT number, clock, replica FROM (SELECT *, lag(replica) OVER (ORDER BY number) AS last FROM written)
			WHERE last <> replica
		)
		SELECT t.replica AS replicaId, t.clock, w.replica AS knownReplicaId, max(w.clock) AS knownClock
		FROM taking_over t JOIN written w ON w.number < t.number AND w.replica <> t.replica
		GROUP BY t.number, w.replica`,
	);
}

/** Tables of that version of the schema. */
export function listTables(reader: Reader): Set<string> {
	const rows = reader.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
	return new Set(rows.map(({ name }) => name));
}

export function hasColumn(reader: Reader, table: string, column: string): boolean {
	return reader.get('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', table, column) !== undefined;
}

export function findRow(reader: Reader, table: StampedTable, id: string): StoredRow | undefined {
	return reader.get<StoredRow>(`SELECT * FROM ${table} WHERE id = ?`, id);
}

/** Ids of the rows whose column is empty, and that a change had referring to one of `ids`. Of our own schema only. */
export function listEmptied(
	reader: Reader,
	{ table, column, ids }: { table: StampedTable; column: string; ids: readonly string[] },
): string[] {
	if (ids.length === 0) return [];
	return reader
		.all<{ id: string }>(
			`SELECT DISTINCT r.id FROM ${table} r JOIN changes c ON c.row_id = r.id AND c.table_name = '${table}'
			WHERE r.${column} IS NULL AND json_extract(c.after, '$.${column}') IN (SELECT value FROM json_each(?))`,
			JSON.stringify(ids),
		)
		.map(({ id }) => id);
}

/** Ids of the rows that belong to a whole. */
export function listParts(reader: Reader, table: StampedTable, column: string, wholeId: string): string[] {
	return reader.all<{ id: string }>(`SELECT id FROM ${table} WHERE ${column} = ?`, wholeId).map(({ id }) => id);
}

/** Writes a row as it is given, clock and all, over the one with its id. */
export function putRow(writer: Writer, table: StampedTable, row: StoredRow): void {
	const columns = ['id', 'clock', 'revision', 'deleted_clock', ...stampedTables[table]];
	const changing = columns.slice(1).map((column) => `${column} = excluded.${column}`);
	writer.run(
		`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
		ON CONFLICT (id) DO UPDATE SET ${changing.join(', ')}`,
		...columns.map((column) => row[column] ?? null),
	);
}

export function insertMerge(
	writer: Writer,
	merge: { stepId: string; clock: string; firstChange: number; lastChange: number },
): void {
	writer.run(
		'INSERT INTO merges (step_id, clock, first_change, last_change) VALUES (?, ?, ?, ?)',
		...[merge.stepId, merge.clock, merge.firstChange, merge.lastChange],
	);
}

/** Keeps how a row was before a merge; null where there was none. */
export function insertMergedRow(
	writer: Writer,
	row: { stepId: string; table: string; id: string; before: StoredRow | undefined },
): void {
	writer.run(
		'INSERT INTO merged_rows (step_id, table_name, row_id, before) VALUES (?, ?, ?, ?)',
		...[row.stepId, row.table, row.id, row.before ? JSON.stringify(row.before) : null],
	);
}

export function getLastChangeNumber(reader: Reader): number {
	return reader.get<{ number: number | null }>('SELECT max(number) AS number FROM changes')?.number ?? 0;
}
