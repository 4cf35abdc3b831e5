import type { Writer } from '#archive/db/connection.ts';
import { type StampedTable, stampedTables } from '#archive/db/stamped-tables.ts';
import { clockZero } from '#shared/domain/clock.ts';

const noReplica = clockZero.slice(18);

/** The step that rows without a history began with; of no replica, and before everything that a person did. */
export function insertBeginning(writer: Writer, stepId: string, at: string): void {
	writer.run(`INSERT INTO replicas (id, fingerprint, created_at) VALUES (?, '', ?)`, noReplica, at);
	writer.run(
		`INSERT INTO steps (id, replica_id, label, kind, status, at) VALUES (?, ?, 'packageImported', 'setup', 'done', ?)`,
		stepId,
		noReplica,
		at,
	);
}

/** Logs every row of a table as made by a step. */
export function insertFirstChanges(writer: Writer, table: StampedTable, stepId: string): void {
	const values = stampedTables[table].map((column) => `'${column}', ${column}`).join(', ');
	writer.run(
		`INSERT INTO changes (step_id, clock, previous_clock, table_name, row_id, before, after)
		SELECT ?, '${clockZero}', NULL, '${table}', id, NULL, json_object(${values}) FROM ${table} ORDER BY id`,
		stepId,
	);
}

export function insertCustodyRow(writer: Writer, event: readonly (string | number)[]): void {
	writer.run(
		`INSERT INTO custody_events (replica_id, sequence, at, kind, subject, detail, agent, software, previous_hash, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		...event,
	);
}
