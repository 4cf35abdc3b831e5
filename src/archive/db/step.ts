import { AppError } from '#shared/domain/app-error.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { ReplicaId, StepId } from '#shared/domain/ids.ts';
import { isNoteTable } from '#shared/reading-copy/notes/note-step.ts';
import type { SqlValue, Writer } from './connection.ts';
import { type ColumnOf, type RowOf, type Stamp, type StampedTable, stampedTables } from './stamped-tables.ts';

/** A row that a step changed: what facts are told from. */
export interface ChangedRow {
	table: StampedTable;
	id: string;
	/** The row's columns as they are now. */
	row: Readonly<Record<string, unknown>>;
	/** Those that the step wrote; `deleted_clock` for a tombstone. */
	columns: readonly string[];
	/** The step made the row. */
	isNew: boolean;
}

/**
 * `setup` steps come with the archive, `final` ones cannot be taken back: neither is offered for undo. `undo` and `redo`
 * point back at a `do`.
 */
export type StepKind = 'do' | 'undo' | 'redo' | 'setup' | 'final';

interface StepContext {
	id: StepId;
	label: string;
	kind: StepKind;
	replicaId: ReplicaId;
	/** The name that the person goes by on this device. */
	author: string;
	at: string;
	nextClock(): Clock;
	onChange(row: ChangedRow): void;
	/** The archive takes notes and nothing else. */
	isOnlyNotes: boolean;
}

type Values = Record<string, string | number | null>;
type StampedRow = Stamp & Values;

/**
 * One step of a person's work while it is being done: the only way to change a stamped row. Each change gets a clock
 * and a revision and is logged with its inverse, so no service can forget to.
 */
export class Step {
	readonly writer: Writer;
	readonly id: StepId;
	/** ISO 8601 UTC, the same for the whole step. */
	readonly at: string;
	/** A clock for rows that are written once and not stamped (editions). */
	readonly nextClock: () => Clock;
	readonly #context: StepContext;
	#isLogged = false;

	constructor(writer: Writer, context: StepContext) {
		this.writer = writer;
		this.id = context.id;
		this.at = context.at;
		this.nextClock = context.nextClock;
		this.#context = context;
	}

	/** Adds a row. A tombstone with this id is brought back with the new values instead. */
	insert<T extends StampedTable>(table: T, id: string, values: RowOf<T>): void {
		this.#refuseOthers(table);
		if (this.find(table, id)) {
			this.update(table, id, { ...values, deleted_clock: null } as Partial<RowOf<T>>);
			return;
		}
		const columns = stampedTables[table] as readonly ColumnOf<T>[];
		const clock = this.nextClock();
		const names = ['id', 'clock', 'revision', 'deleted_clock', ...columns];
		this.writer.run(
			`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
			id,
			clock,
			1,
			null,
			...columns.map((column) => values[column]),
		);
		this.#log(table, id, clock, null, null, values as Values);
	}

	/** Changes columns of a row. With `expectedRevision`, throws `conflict` when the row was changed since. */
	update<T extends StampedTable>(table: T, id: string, values: Partial<RowOf<T>>, expectedRevision?: number): void {
		this.#refuseOthers(table);
		const row = this.find(table, id);
		if (!row) throw new AppError('not-found', { what: id });
		if (expectedRevision !== undefined && row.revision !== expectedRevision) throw new AppError('conflict');
		const changed = Object.entries(values as Values).filter(([column, value]) => row[column] !== value);
		if (changed.length === 0) return;
		const clock = this.nextClock();
		this.writer.run(
			`UPDATE ${table} SET ${changed.map(([column]) => `${column} = ?`).join(', ')}, clock = ?, revision = ? WHERE id = ?`,
			...changed.map(([, value]) => value as SqlValue),
			clock,
			row.revision + 1,
			id,
		);
		const before = Object.fromEntries(changed.map(([column]) => [column, row[column] ?? null]));
		this.#log(table, id, clock, row.clock, before, Object.fromEntries(changed));
	}

	/** Leaves a tombstone: the row stays, so that a merge learns of the deletion and undo can bring it back. */
	remove(table: StampedTable, id: string): void {
		const row = this.find(table, id);
		if (!row || row.deleted_clock !== null) return;
		this.update(table, id, { deleted_clock: this.nextClock() } as never);
	}

	restore(table: StampedTable, id: string): void {
		this.update(table, id, { deleted_clock: null } as never);
	}

	/** Keeps the step in the log, also when it changes no row by itself. */
	keep(): void {
		this.#logStep();
	}

	/**
	 * Tells of a row that a merge wrote, or took out again: it keeps the clock and the log that it came with, so that
	 * neither is made anew.
	 */
	tell(table: StampedTable, id: string, row: Readonly<Record<string, unknown>>): void {
		this.keep();
		// What a merge changed is one entry of the custody log, and not an edit of ours.
		this.#context.onChange({ table, id, row, columns: [], isNew: false });
	}

	/** The row as stored, tombstones included. */
	find(table: StampedTable, id: string): StampedRow | undefined {
		return this.writer.get<StampedRow>(`SELECT * FROM ${table} WHERE id = ?`, id);
	}

	#refuseOthers(table: StampedTable): void {
		if (this.#context.isOnlyNotes && !isNoteTable(table)) throw new AppError('read-only');
	}

	#log(
		table: StampedTable,
		id: string,
		clock: Clock,
		previous: string | null,
		before: Values | null,
		after: Values,
	): void {
		this.#logStep();
		this.writer.run(
			`INSERT INTO changes (step_id, clock, previous_clock, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			this.id,
			clock,
			previous,
			table,
			id,
			before && JSON.stringify(before),
			JSON.stringify(after),
		);
		const row = this.find(table, id) ?? {};
		this.#context.onChange({ table, id, row, columns: Object.keys(after), isNew: before === null });
	}

	/** A step that changed nothing leaves no trace; one that is continued has its row already. */
	#logStep(): void {
		if (this.#isLogged) return;
		this.#isLogged = true;
		const { label, kind, replicaId, author, at } = this.#context;
		const added = this.writer.run(
			`INSERT INTO steps (id, replica_id, label, kind, status, at, author) VALUES (?, ?, ?, ?, 'done', ?, ?) ON CONFLICT (id) DO NOTHING`,
			this.id,
			replicaId,
			label,
			kind,
			at,
			author,
		);
		if (added > 0 && kind === 'do')
			this.writer.run(`UPDATE steps SET status = 'discarded' WHERE status = 'undone' AND replica_id = ?`, replicaId);
	}
}
