import { AppError } from '../../domain/app-error.ts';
import type { Clock } from '../../domain/clock.ts';
import type { NoteChange, NoteRow, NoteStep, NoteTable, NoteValues } from './note-step.ts';

/** What a step sees of the log that it is a part of, and how it adds to it. */
export interface NoteWriting {
	find(table: NoteTable, id: string): NoteRow | undefined;
	nextClock(): Clock;
	write(change: NoteChange): void;
}

/** One step while it is done. */
export class NoteWriter {
	readonly #step: NoteStep;
	readonly #log: NoteWriting;

	constructor(step: NoteStep, log: NoteWriting) {
		this.#step = step;
		this.#log = log;
	}

	/** The same for the whole step. */
	get at(): string {
		return this.#step.at;
	}

	get author(): string {
		return this.#step.author;
	}

	/** Adds a row; a tombstone with this id comes back with the new values. */
	insert(table: NoteTable, id: string, values: NoteValues): void {
		const row = this.#log.find(table, id);
		if (row) this.#change(row, { ...values, deleted_clock: null });
		else {
			const clock = this.#log.nextClock();
			// Ids of tags and taggings follow from what they are of: the archive may hold a tombstone that no copy carries.
			const after = table === 'annotations' ? values : { ...values, deleted_clock: null };
			this.#log.write({ clock, previousClock: null, table, rowId: id, before: null, after });
		}
	}

	/** Throws conflict when the row was changed since `expectedRevision`. */
	update(table: NoteTable, id: string, values: NoteValues, expectedRevision?: number): void {
		const row = this.#existing(table, id);
		if (expectedRevision !== undefined && row.revision !== expectedRevision) throw new AppError('conflict');
		this.#change(row, values);
	}

	remove(table: NoteTable, id: string): void {
		const row = this.#existing(table, id);
		if (row.deletedClock === null) this.#change(row, { deleted_clock: this.#log.nextClock() });
	}

	/** Where an annotation that this step makes stands. */
	addTarget(target: NoteStep['targets'][number]): void {
		this.#step.targets.push(target);
	}

	takeBack({ table, rowId, before, after }: NoteChange): void {
		const row = this.#expect(table, rowId, after);
		if (before === null) this.remove(table, rowId);
		else this.#set(row, before);
	}

	doAgain({ table, rowId, before, after }: NoteChange): void {
		if (before === null) this.#change(this.#existing(table, rowId), { deleted_clock: null });
		else this.#set(this.#expect(table, rowId, before), after);
	}

	/** A deletion that comes back is a new one, with a clock of its own. */
	#set(row: NoteRow, { deleted_clock: deleted, ...own }: NoteValues): void {
		this.#change(row, own);
		if (deleted === undefined) return;
		if (deleted === null) this.#change(this.#existing(row.table, row.id), { deleted_clock: null });
		else this.remove(row.table, row.id);
	}

	#change(row: NoteRow, values: NoteValues): void {
		const changed = Object.entries(values).filter(([column, value]) => columnOf(row, column) !== value);
		if (changed.length === 0) return;
		this.#log.write({
			clock: this.#log.nextClock(),
			previousClock: row.clock,
			table: row.table,
			rowId: row.id,
			before: Object.fromEntries(changed.map(([column]) => [column, columnOf(row, column)])),
			after: Object.fromEntries(changed),
		});
	}

	#existing(table: NoteTable, id: string): NoteRow {
		const row = this.#log.find(table, id);
		if (!row) throw new AppError('not-found', { what: id });
		return row;
	}

	/** Of a tombstone only whether it is there counts: each has a clock of its own. */
	#expect(table: NoteTable, id: string, values: NoteValues): NoteRow {
		const row = this.#log.find(table, id);
		const isAsExpected =
			row &&
			Object.entries(values).every(([column, value]) =>
				column === 'deleted_clock' ? (row.deletedClock === null) === (value === null) : columnOf(row, column) === value,
			);
		if (!row || !isAsExpected) throw new AppError('conflict');
		return row;
	}
}

function columnOf({ values, deletedClock }: NoteRow, column: string): string | number | null {
	return column === 'deleted_clock' ? deletedClock : (values[column] ?? null);
}
