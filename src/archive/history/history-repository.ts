import type { Reader, Writer } from '#archive/db/connection.ts';

export interface StepRow {
	number: number;
	id: string;
	label: string;
}

export interface ChangeRow {
	table_name: string;
	row_id: string;
	before: string | null;
	after: string;
}

/** The last step of this replica that undo would take back. */
export function findLastDone(reader: Reader, replicaId: string): StepRow | undefined {
	return reader.get<StepRow>(
		`SELECT number, id, label FROM steps WHERE replica_id = ? AND kind = 'do' AND status = 'done' ORDER BY number DESC LIMIT 1`,
		replicaId,
	);
}

/** The step that redo would do again: the earliest of those undone in a row. */
export function findFirstUndone(reader: Reader, replicaId: string): StepRow | undefined {
	return reader.get<StepRow>(
		`SELECT number, id, label FROM steps WHERE replica_id = ? AND kind = 'do' AND status = 'undone' ORDER BY number LIMIT 1`,
		replicaId,
	);
}

export function listChanges(reader: Reader, stepId: string): ChangeRow[] {
	return reader.all<ChangeRow>(
		'SELECT table_name, row_id, before, after FROM changes WHERE step_id = ? ORDER BY number',
		stepId,
	);
}

export function updateStepStatus(writer: Writer, stepId: string, status: 'done' | 'undone'): void {
	writer.run('UPDATE steps SET status = ? WHERE id = ?', status, stepId);
}

/** Takes this step, and all that were undone before it, out of what can be done again. */
export function discardRedo(writer: Writer, replicaId: string, stepId: string): void {
	writer.run(
		`UPDATE steps SET status = 'discarded' WHERE id = ? OR (status = 'undone' AND replica_id = ?)`,
		stepId,
		replicaId,
	);
}

export function getChangeNumber(reader: Reader): number {
	return reader.get<{ number: number | null }>('SELECT max(number) AS number FROM changes')?.number ?? 0;
}

/** The step of this replica to which it is owed that a row is there, if that step still stands. */
export function findStepThatMade(reader: Reader, replicaId: string, rowId: string): StepRow | undefined {
	return reader.get<StepRow>(
		`SELECT s.number, s.id, s.label FROM changes c JOIN steps s ON s.id = c.step_id
		WHERE c.row_id = ? AND (c.before IS NULL OR json_type(c.after, '$.deleted_clock') = 'null')
			AND s.replica_id = ? AND s.kind = 'do' AND s.status = 'done' ORDER BY c.number DESC LIMIT 1`,
		...[rowId, replicaId],
	);
}
