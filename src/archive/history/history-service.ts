import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { isStampedTable, type StampedTable } from '#archive/db/stamped-tables.ts';
import type { Step } from '#archive/db/step.ts';
import { takeBackMerge } from '#archive/merge/take-back-merge.ts';
import type { HistoryState } from '#shared/api/history-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StepId } from '#shared/domain/ids.ts';
import {
	type ChangeRow,
	discardRedo,
	findFirstUndone,
	findLastDone,
	findStepThatMade,
	getChangeNumber,
	listChanges,
	type StepRow,
	updateStepStatus,
} from './history-repository.ts';

type Values = Record<string, string | number | null>;

/** Undo and redo over everything people change, from the stored inverses; they outlive a restart. */
export class HistoryService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	state(): HistoryState {
		const { reader, replicaId } = this.#database;
		return {
			undo: findLastDone(reader, replicaId)?.label ?? null,
			redo: findFirstUndone(reader, replicaId)?.label ?? null,
		};
	}

	/**
	 * The step of this replica to which it is owed that a row is there: what is found out about the row afterwards goes on
	 * with it. Undefined for what came by itself or from elsewhere.
	 */
	stepThatMade(rowId: string): { id: StepId; label: string } | undefined {
		const step = findStepThatMade(this.#database.reader, this.#database.replicaId, rowId);
		return step && { id: step.id as StepId, label: step.label };
	}

	/** Number of the last change: what a search index says it covers. */
	changeNumber(): number {
		return getChangeNumber(this.#database.reader);
	}

	/**
	 * Takes back the last step of this replica as a new step with new clocks; gives its label, or null when there is
	 * none. Throws `conflict`, and changes nothing, when a row it touched was changed since by something else. What a
	 * merge brought goes altogether: it is done again by merging again, not by redo.
	 */
	undo(): string | null {
		const target = findLastDone(this.#database.reader, this.#database.replicaId);
		if (!target) return null;
		this.#replay(target, 'undo', (step) => {
			if (takeBackMerge(step, target.id, this.#database.replicaId)) {
				discardRedo(step.writer, this.#database.replicaId, target.id);
				return;
			}
			for (const change of listChanges(step.writer, target.id).reverse()) takeBack(step, change);
			updateStepStatus(step.writer, target.id, 'undone');
		});
		return target.label;
	}

	/** Does the step that was undone last again; null when there is none, or something else was done meanwhile. */
	redo(): string | null {
		const target = findFirstUndone(this.#database.reader, this.#database.replicaId);
		if (!target) return null;
		this.#replay(target, 'redo', (step) => {
			for (const change of listChanges(step.writer, target.id)) doAgain(step, change);
			updateStepStatus(step.writer, target.id, 'done');
		});
		return target.label;
	}

	#replay(target: StepRow, kind: 'undo' | 'redo', work: (step: Step) => void): void {
		this.#database.step(target.label, work, { kind });
	}
}

function takeBack(step: Step, change: ChangeRow): void {
	const table = tableOf(change);
	const after = JSON.parse(change.after) as Values;
	expectValues(step, table, change.row_id, after);
	if (change.before === null) step.remove(table, change.row_id);
	else setValues(step, table, change.row_id, JSON.parse(change.before) as Values);
}

function doAgain(step: Step, change: ChangeRow): void {
	const table = tableOf(change);
	const after = JSON.parse(change.after) as Values;
	if (change.before === null) {
		step.restore(table, change.row_id);
		return;
	}
	expectValues(step, table, change.row_id, JSON.parse(change.before));
	setValues(step, table, change.row_id, after);
}

/** A deletion that comes back is a new one, with a clock of its own: a merge must see that it came later. */
function setValues(step: Step, table: StampedTable, id: string, values: Values): void {
	const { deleted_clock: deletedClock, ...own } = values;
	step.update(table, id, own as never);
	if (deletedClock === null) step.restore(table, id);
	else if (deletedClock !== undefined) step.remove(table, id);
}

/**
 * A tombstone's clock differs each time a deletion is redone, so of `deleted_clock` only whether it is there counts.
 */
function expectValues(step: Step, table: StampedTable, id: string, values: Values): void {
	const row = step.find(table, id);
	const isAsExpected =
		row !== undefined &&
		Object.entries(values).every(([column, value]) =>
			column === 'deleted_clock' ? (row[column] === null) === (value === null) : row[column] === value,
		);
	if (!isAsExpected) throw new AppError('conflict');
}

function tableOf(change: ChangeRow): StampedTable {
	if (!isStampedTable(change.table_name)) throw new AppError('unexpected', { reason: change.table_name });
	return change.table_name;
}
