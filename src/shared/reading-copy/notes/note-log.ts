import { type Clock, clockZero, createHybridClock, type HybridClock } from '../../domain/clock.ts';
import { newId, type ReplicaId, type StepId } from '../../domain/ids.ts';
import type { NoteChange, NoteKnowledge, NoteRow, NoteStep, NoteTable } from './note-step.ts';
import { NoteWriter } from './note-writer.ts';

export interface NoteLogOptions {
	/** Whoever writes from now on: another one each time that the copy is opened, so that two tabs give out no clock twice. */
	replicaId: ReplicaId;
	/** Wall time in milliseconds since 1970. */
	now(): number;
	/** Asked at each step. */
	author(): string;
	/** The last change of each replica that is in the copy itself. */
	known: readonly { replicaId: ReplicaId; clock: Clock }[];
	/** Rows of the copy. */
	rows: Iterable<NoteRow>;
	/** What was done in it before, in the order in which it was done. */
	steps: readonly NoteStep[];
	knowledge: readonly NoteKnowledge[];
}

/**
 * What a reader of a copy wrote, as a log of steps: the rows are what the log makes of those in the copy. It follows the
 * rules of the archive's own steps (`archive/db/step.ts`, `archive/history`), so that it merges like the log of any other
 * copy.
 */
export class NoteLog {
	readonly #options: NoteLogOptions;
	readonly #rows = new Map<string, NoteRow>();
	readonly #steps: NoteStep[];
	readonly #knowledge: NoteKnowledge[];
	readonly #clock: HybridClock;

	constructor(options: NoteLogOptions) {
		this.#options = options;
		this.#steps = options.steps.map((step) => ({ ...step }));
		this.#knowledge = [...options.knowledge];
		for (const row of options.rows) this.#rows.set(keyOf(row.table, row.id), row);
		for (const { changes } of this.#steps) for (const change of changes) this.#apply(change);
		this.#clock = createHybridClock(options.replicaId, () => options.now(), latest(this.#allKnown()));
	}

	/** Everything that was done, in order; also what was taken back. */
	get steps(): readonly NoteStep[] {
		return this.#steps;
	}

	get knowledge(): readonly NoteKnowledge[] {
		return this.#knowledge;
	}

	/** Tombstones included. */
	find(table: NoteTable, id: string): NoteRow | undefined {
		return this.#rows.get(keyOf(table, id));
	}

	/** Tombstones included. */
	rowsOf(table: NoteTable): NoteRow[] {
		return [...this.#rows.values()].filter((row) => row.table === table);
	}

	/** What undo and redo would do now, by label. */
	state(): { undo: string | null; redo: string | null } {
		return { undo: this.#lastDone()?.label ?? null, redo: this.#firstUndone()?.label ?? null };
	}

	/** Does all of `work` or, where it throws, none. Gives the step, or null when it changed nothing. */
	step(label: string, work: (step: NoteWriter) => void, kind: NoteStep['kind'] = 'do'): NoteStep | null {
		const { replicaId, now, author } = this.#options;
		const step: NoteStep = {
			id: newId<StepId>(),
			replicaId,
			label,
			kind,
			status: 'done',
			at: new Date(now()).toISOString(),
			author: author(),
			changes: [],
			targets: [],
		};
		const before = new Map<string, NoteRow | undefined>();
		const writer = new NoteWriter(step, {
			find: (table, id) => this.find(table, id),
			nextClock: () => this.#clock.next(),
			write: (change) => {
				const key = keyOf(change.table, change.rowId);
				if (!before.has(key)) before.set(key, this.#rows.get(key));
				step.changes.push(change);
				this.#apply(change);
			},
		});
		try {
			work(writer);
		} catch (error) {
			for (const [key, row] of before) {
				if (row) this.#rows.set(key, row);
				else this.#rows.delete(key);
			}
			throw error;
		}
		if (step.changes.length === 0) return null;
		if (kind === 'do') for (const other of this.#steps) if (other.status === 'undone') other.status = 'discarded';
		this.#noteKnowledge();
		this.#steps.push(step);
		return step;
	}

	/**
	 * Takes back the last step as a new one; null when there is none. Throws conflict, and changes nothing, when a row it
	 * touched is another by now.
	 */
	undo(): NoteStep | null {
		const target = this.#lastDone();
		if (!target) return null;
		const step = this.step(
			target.label,
			(writer) => {
				for (const change of target.changes.toReversed()) writer.takeBack(change);
			},
			'undo',
		);
		target.status = 'undone';
		return step;
	}

	/** Does again what was undone last; null when there is nothing, or something else was done meanwhile. */
	redo(): NoteStep | null {
		const target = this.#firstUndone();
		if (!target) return null;
		const step = this.step(
			target.label,
			(writer) => {
				for (const change of target.changes) writer.doAgain(change);
			},
			'redo',
		);
		target.status = 'done';
		return step;
	}

	#lastDone(): NoteStep | undefined {
		return this.#steps.findLast(({ kind, status }) => kind === 'do' && status === 'done');
	}

	#firstUndone(): NoteStep | undefined {
		return this.#steps.find(({ kind, status }) => kind === 'do' && status === 'undone');
	}

	/** Before its first step here, a replica says what it had before it. */
	#noteKnowledge(): void {
		const { replicaId } = this.#options;
		if (this.#steps.some((step) => step.replicaId === replicaId)) return;
		const known = this.#allKnown();
		const clock = latest(known);
		for (const { replicaId: knownReplicaId, clock: knownClock } of known)
			this.#knowledge.push({ replicaId, clock, knownReplicaId, knownClock });
	}

	/** The last change of each other replica, of the copy and of what was done in it before. */
	#allKnown(): { replicaId: ReplicaId; clock: Clock }[] {
		const lasts = new Map(this.#options.known.map(({ replicaId, clock }) => [replicaId, clock]));
		for (const { replicaId, changes } of this.#steps) {
			if (replicaId === this.#options.replicaId) continue;
			const clock = latest(changes);
			if (clock > (lasts.get(replicaId) ?? '')) lasts.set(replicaId, clock);
		}
		return [...lasts].map(([replicaId, clock]) => ({ replicaId, clock }));
	}

	#apply({ table, rowId, clock, after }: NoteChange): void {
		const key = keyOf(table, rowId);
		const row = this.#rows.get(key);
		const { deleted_clock: deleted, ...own } = after;
		this.#rows.set(key, {
			table,
			id: rowId,
			clock,
			revision: (row?.revision ?? 0) + 1,
			deletedClock: deleted === undefined ? (row?.deletedClock ?? null) : (deleted as Clock | null),
			values: { ...row?.values, ...own },
		});
	}
}

function keyOf(table: NoteTable, id: string): string {
	return `${table} ${id}`;
}

function latest(clocks: readonly { clock: Clock }[]): Clock {
	return clocks.reduce((last, { clock }) => (clock > last ? clock : last), clockZero);
}
