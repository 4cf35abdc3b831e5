import type { Reader, Writer } from '#archive/db/connection.ts';

export interface MergeRow {
	stepId: string;
	clock: string;
	firstChange: number;
	lastChange: number;
}

export interface MergedRowBefore {
	tableName: string;
	rowId: string;
	/** JSON of the row; null where there was none. */
	before: string | null;
}

/** Undefined for a step that is no merge, and in an archive of a version that knew none. */
export function findMerge(reader: Reader, stepId: string): MergeRow | undefined {
	return reader.get<MergeRow>(
		`SELECT step_id AS stepId, clock, first_change AS firstChange, last_change AS lastChange FROM merges WHERE step_id = ?`,
		stepId,
	);
}

export function listMergedRows(reader: Reader, stepId: string): MergedRowBefore[] {
	return reader.all<MergedRowBefore>(
		`SELECT table_name AS tableName, row_id AS rowId, before FROM merged_rows WHERE step_id = ?
		ORDER BY table_name, row_id`,
		stepId,
	);
}

/** Rows that were changed after a merge. */
export function listRowsChangedAfter(reader: Reader, number: number): { tableName: string; rowId: string }[] {
	return reader.all('SELECT DISTINCT table_name AS tableName, row_id AS rowId FROM changes WHERE number > ?', number);
}

/** Takes the changes that came out of the log, and what was done to their rows since and taken back. */
export function deleteMergedChanges(writer: Writer, { stepId, firstChange, lastChange }: MergeRow): void {
	writer.run('DELETE FROM changes WHERE number BETWEEN ? AND ?', firstChange, lastChange);
	writer.run(
		`DELETE FROM changes WHERE number > ? AND (table_name, row_id) IN
			(SELECT table_name, row_id FROM merged_rows WHERE step_id = ?)`,
		lastChange,
		stepId,
	);
}

export function deleteChangesOfRow(writer: Writer, table: string, id: string): void {
	writer.run('DELETE FROM changes WHERE row_id = ? AND table_name = ?', id, table);
}

/** Steps of others that nothing in the log belongs to any more. */
export function deleteEmptySteps(writer: Writer, ownReplicaId: string): void {
	writer.run(
		`DELETE FROM steps WHERE replica_id <> ? AND NOT EXISTS (SELECT 1 FROM changes WHERE changes.step_id = steps.id)`,
		ownReplicaId,
	);
}

export function deleteMerge(writer: Writer, stepId: string): void {
	writer.run('DELETE FROM merged_rows WHERE step_id = ?', stepId);
	writer.run('DELETE FROM merges WHERE step_id = ?', stepId);
}

/** What this replica knew of the others before a clock; '' of one that it did not know. */
export function listKnownBefore(
	reader: Reader,
	replicaId: string,
	clock: string,
): { replicaId: string; clock: string }[] {
	return reader.all(
		`SELECT k.known_replica_id AS replicaId, coalesce((SELECT known_clock FROM known_changes b
			WHERE b.replica_id = k.replica_id AND b.known_replica_id = k.known_replica_id AND b.clock < ?
			ORDER BY b.clock DESC LIMIT 1), '') AS clock
		FROM known_changes k WHERE k.replica_id = ? AND k.clock = ?`,
		clock,
		replicaId,
		clock,
	);
}

/** Rows that refer to one that is not there. `rowid` is null in a table without any. */
export function listDangling(reader: Reader): { table: string; rowid: number | null; parent: string }[] {
	return reader.all('SELECT "table", rowid, parent FROM pragma_foreign_key_check');
}

export function getByRowid<Row>(reader: Reader, table: string, rowid: number): Row | undefined {
	return reader.get<Row>(`SELECT * FROM ${table} WHERE rowid = ?`, rowid);
}

export function deleteByRowid(writer: Writer, table: string, rowid: number): void {
	writer.run(`DELETE FROM ${table} WHERE rowid = ?`, rowid);
}

export function deleteRow(writer: Writer, table: string, key: string, id: string): void {
	writer.run(`DELETE FROM ${table} WHERE ${key} = ?`, id);
}
