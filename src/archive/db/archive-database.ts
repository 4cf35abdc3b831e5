import { AppError } from '#shared/domain/app-error.ts';
import { type Clock, clockZero, createHybridClock, type HybridClock } from '#shared/domain/clock.ts';
import { newId, type ReplicaId, type StepId } from '#shared/domain/ids.ts';
import { checkpoint } from './archive-file.ts';
import type { Connection, Reader, Writer } from './connection.ts';
import { FilePlace } from './file-place.ts';
import { findLastKnownClock, noteKnownChanges } from './known-changes.ts';
import { movedAway, translateWriteError } from './largest-file.ts';
import { addSideTables } from './side-tables.ts';
import { translateSqliteError } from './sqlite-error.ts';
import { type ChangedRow, Step, type StepKind } from './step.ts';

export interface StepOptions {
	/** Continues a step begun before, so that a long job is one thing to undo; one that was undone meanwhile stays as it is. */
	id?: StepId;
	kind?: StepKind;
	/** `zero` for what nobody wrote (it ships with the project, or was found by itself): it loses against anything a person does. */
	clock?: 'zero';
}

/** Writes down what a step did, within its transaction. */
export type StepWitness = (
	writer: Writer,
	rows: readonly ChangedRow[],
	step: { label: string; kind: StepKind },
) => void;

/** What SQLite holds of the file in memory, in KiB: few pages are what it is built with. */
const heldKibibytes = { few: 16_000, many: 64 * 1024 };

/** Wall time in milliseconds since 1970; passed in, so that tests own it. */
export type Now = () => number;

/** The database of one open archive: reading, and writing in steps that can be undone. */
export class ArchiveDatabase {
	readonly replicaId: ReplicaId;
	readonly now: Now;
	readonly isReadOnly: boolean;
	readonly #author: () => string;
	readonly #connection: Connection;
	readonly #clock: HybridClock;
	readonly #listeners = new Set<(rows: ChangedRow[]) => void>();
	readonly #witnesses: StepWitness[] = [];
	readonly #place: FilePlace;
	#takesNotes = false;

	/**
	 * @param options.replicaId the replica that writes; for a read-only archive any.
	 * @param options.author the name that steps are signed with, asked each time.
	 */
	constructor(
		connection: Connection,
		options: { replicaId: ReplicaId; author(): string; now: Now; isReadOnly: boolean },
	) {
		this.#connection = connection;
		this.replicaId = options.replicaId;
		this.now = options.now;
		this.#author = options.author;
		this.isReadOnly = options.isReadOnly;
		this.#place = new FilePlace(options.isReadOnly ? ':memory:' : connection.path);
		this.#clock = createHybridClock(this.replicaId, this.now, findLastClock(connection));
	}

	get reader(): Reader {
		return this.#connection;
	}

	/** The name that the person goes by on this device; '' when they gave none. */
	get author(): string {
		return this.#author();
	}

	/** Called at the end of each step with the rows that it changed; what it writes is kept with the step or not at all. */
	witnessSteps(witness: StepWitness): void {
		this.#witnesses.push(witness);
	}

	/** Called after each commit with the rows that it changed. */
	onCommitted(listener: (rows: ChangedRow[]) => void): void {
		this.#listeners.add(listener);
	}

	/**
	 * From now on steps about notes are done in an archive that is read-only otherwise: in memory, for whoever witnesses them
	 * to keep. Every other change is refused as before.
	 */
	takeNotes(): void {
		addSideTables(this.#connection);
		this.#takesNotes = true;
		this.#transact((writer) => noteKnownChanges(writer, this.replicaId));
	}

	/** Makes every later clock come after one that came from another copy of the archive. */
	witness(clock: Clock): void {
		this.#clock.witness(clock);
	}

	/**
	 * Does `work` as one step: in one transaction, stamped, logged with its inverse, told to listeners after the commit.
	 * When it returns, everything is on disk. `label` is the last part of the catalogue key `history.step.<label>`. Throws
	 * disk-error where the file is not where it was opened any more: what is derived or local is written on, so that a copy
	 * can be made.
	 */
	step<T>(label: string, work: (step: Step) => T, options: StepOptions = {}): T {
		if (this.isReadOnly && !this.#takesNotes) throw new AppError('read-only');
		if (this.#place.isLeft) throw this.#movedAway();
		const rows = new Map<string, ChangedRow>();
		const kind = options.kind ?? 'do';
		const result = this.#transact((writer) => {
			const step = new Step(writer, {
				id: stepIdFor(writer, options.id),
				label,
				kind,
				replicaId: this.replicaId,
				author: this.#author(),
				at: new Date(this.now()).toISOString(),
				nextClock: () => (options.clock === 'zero' ? clockZero : this.#clock.next()),
				onChange: (row) => gather(rows, row),
				isOnlyNotes: this.isReadOnly,
			});
			const value = work(step);
			if (rows.size > 0) for (const witness of this.#witnesses) witness(writer, [...rows.values()], { label, kind });
			return value;
		});
		if (rows.size > 0) for (const listener of this.#listeners) listener([...rows.values()]);
		return result;
	}

	/**
	 * Holds many pages of the file in memory while long work writes. Ids are scattered over their indexes, and the originals
	 * that are written push these out of few: each row of a long import then waits for pages to be read back. Few are as
	 * quick for searching and reading.
	 */
	holdPages(amount: keyof typeof heldKibibytes): void {
		this.#connection.pragma(`cache_size = -${heldKibibytes[amount]}`);
	}

	/**
	 * Writes the whole file anew, so that nothing of what was deleted or overwritten is left in it, and empties the
	 * write-ahead log. Takes as long as reading and writing all of it, and as much room again; nothing else is done
	 * meanwhile. Throws disk-full, and the file is as it was.
	 */
	compact(): void {
		if (this.isReadOnly) throw new AppError('read-only');
		try {
			this.#connection.execute('VACUUM');
			this.#connection.pragma('wal_checkpoint(TRUNCATE)');
			this.#connection.pragma('secure_delete = OFF');
		} catch (error) {
			// The file comes out no larger: what is full is the medium, or where SQLite keeps it meanwhile.
			throw translateSqliteError(error);
		}
	}

	/** A transaction that is no step: what is derived, local, or a log of its own. */
	write<T>(work: (writer: Writer) => T): T {
		if (this.isReadOnly) throw new AppError('read-only');
		return this.#transact(work);
	}

	/** Whether `path` leads to the file of this archive, which was opened at another. */
	isMovedTo(path: string): boolean {
		return this.#place.isLeft && this.#place.isAt(path);
	}

	/** The log beside the old place goes into the file first, so that it has all that was saved, wherever it is now. */
	#movedAway(): AppError {
		try {
			checkpoint(this.#connection);
			return movedAway(this.#connection);
		} catch (error) {
			return movedAway(this.#connection, error);
		}
	}

	#transact<T>(work: (writer: Writer) => T): T {
		try {
			return this.#connection.transaction(() => work(this.#connection));
		} catch (error) {
			throw translateWriteError(this.#connection, error);
		}
	}
}

/**
 * The latest of all changes, and of those that others were known to have made. Subtle: not the last one in the log, where
 * what a merge brought, and what was found by itself, stand after what was written here before.
 */
function findLastClock(reader: Reader): Clock {
	const written = reader.get<{ clock: Clock | null }>('SELECT max(clock) AS clock FROM changes')?.clock;
	const known = findLastKnownClock(reader);
	return [written, known, clockZero].reduce<Clock>((last, clock) => (clock && clock > last ? clock : last), clockZero);
}

/** A row that a step changed several times is one change, of all the columns that were written. */
function gather(rows: Map<string, ChangedRow>, row: ChangedRow): void {
	const key = `${row.table} ${row.id}`;
	const before = rows.get(key);
	rows.set(
		key,
		before
			? { ...row, columns: [...new Set([...before.columns, ...row.columns])], isNew: before.isNew || row.isNew }
			: row,
	);
}

/** What is done after a step was undone needs an id of its own, or undo would never reach it. */
function stepIdFor(writer: Writer, asked: StepId | undefined): StepId {
	const known = asked && writer.get<{ status: string }>('SELECT status FROM steps WHERE id = ?', asked);
	return asked && (!known || known.status === 'done') ? asked : newId<StepId>();
}
