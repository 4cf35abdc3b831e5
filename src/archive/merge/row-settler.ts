import type { Reader } from '#archive/db/connection.ts';
import type { StampedTable } from '#archive/db/stamped-tables.ts';
import { type CheckedChange, trustChange } from './checked-change.ts';
import type { Knowledge } from './knowledge.ts';
import { findRow, listChangesOfRow, listParts, type StoredRow } from './merge-repository.ts';
import { type Belonging, belongings } from './merge-rules.ts';
import { type Deletion, deletionOf, isSaying, type MergedRow, mergeRow, outlives } from './row-history.ts';

/** A row that others changed: as it is here, and as it will be. */
export interface RowOutcome {
	table: StampedTable;
	id: string;
	before: StoredRow | undefined;
	after: MergedRow;
}

interface KnownRow extends RowOutcome {
	changes: CheckedChange[];
}

/**
 * Settles rows from our log and what came together. What belongs together is looked at together: a part that someone
 * added keeps the whole that another deleted without having seen it.
 */
export class RowSettler {
	readonly #reader: Reader;
	readonly #knowledge: Knowledge;
	readonly #incoming = new Map<string, CheckedChange[]>();
	readonly #rows = new Map<string, KnownRow | null>();
	readonly #deleted = new Map<string, string | null>();
	/** Ids of the parts that came, by whole. */
	readonly #parts = new Map<string, Set<string>>();

	constructor(reader: Reader, knowledge: Knowledge) {
		this.#reader = reader;
		this.#knowledge = knowledge;
	}

	add(change: CheckedChange): void {
		const key = keyOf(change.table, change.rowId);
		const list = this.#incoming.get(key);
		if (list) list.push(change);
		else this.#incoming.set(key, [change]);
		for (const belonging of belongings) {
			const wholeId = change.table === belonging.part ? change.after[belonging.column] : undefined;
			if (typeof wholeId === 'string') this.#addPart(belonging, wholeId, change.rowId);
		}
	}

	/** A row that no change came for, and that may be another all the same. */
	settleAlso(table: StampedTable, id: string): void {
		this.#row(table, id);
	}

	/** Every row that is not yet as all changes together make it. */
	*settle(): Generator<RowOutcome> {
		for (const [first] of this.#incoming.values()) if (first) this.#row(first.table, first.rowId);
		const asked = [...this.#rows.values()].filter((row) => row !== null);
		for (const row of asked) this.#settleDeletions(row);
		for (const [key, row] of this.#rows) {
			if (!row || !this.#deleted.has(key)) continue;
			const outcome = withDeletion(row, this.#deleted.get(key) ?? null);
			if (isDifferent(outcome) || outcome.after.rivals.length > 0) yield outcome;
		}
	}

	/** Of a row, and of the wholes that it is a part of, up to the outermost. */
	#settleDeletions({ table, id, after }: KnownRow): void {
		if (this.#deleted.has(keyOf(table, id))) return;
		this.#settleDeletion(table, id);
		for (const { part, column, whole } of belongings) {
			const wholeId = table === part ? after.values[column] : null;
			const row = typeof wholeId === 'string' ? this.#row(whole, wholeId) : null;
			if (row) this.#settleDeletions(row);
		}
	}

	#addPart({ part, column, whole }: Belonging, wholeId: string, partId: string): void {
		const key = `${part}.${column} ${keyOf(whole, wholeId)}`;
		const ids = this.#parts.get(key);
		if (ids) ids.add(partId);
		else this.#parts.set(key, new Set([partId]));
	}

	/** Null for one that no change made. */
	#row(table: StampedTable, id: string): KnownRow | null {
		const key = keyOf(table, id);
		const known = this.#rows.get(key);
		if (known !== undefined) return known;
		const own = listChangesOfRow(this.#reader, table, id).map(trustChange);
		const changes = [...own, ...(this.#incoming.get(key) ?? [])];
		const after = mergeRow(table, changes, this.#knowledge);
		const row = after && { table, id, before: findRow(this.#reader, table, id), after, changes };
		this.#rows.set(key, row);
		return row;
	}

	/** Finds the clock of the deletion that stands when the parts are looked at too; null for a row that is there. */
	#settleDeletion(table: StampedTable, id: string): void {
		const row = this.#row(table, id);
		const deletion = row && row.after.deletedClock !== null ? deletionOf(table, row.changes, this.#knowledge) : null;
		const isKept = !row || !deletion || this.#hasNewPart(row, deletion, new Set());
		this.#deleted.set(keyOf(table, id), isKept ? null : row.after.deletedClock);
	}

	/**
	 * Whether someone worked on a part out of sight of the deletion. Subtle: also on one that is gone now, since what a
	 * person does about it later, here, must not delete the whole behind their back.
	 */
	#hasNewPart({ table, id }: KnownRow, deletion: Deletion, seen: Set<string>): boolean {
		if (seen.has(keyOf(table, id))) return false;
		seen.add(keyOf(table, id));
		return belongings
			.filter(({ whole }) => whole === table)
			.flatMap((belonging) => this.#partsOf(belonging, id))
			.some((part) => {
				const isNews = part.changes.some(
					(change) => isSaying(part.table, change) && outlives(change.clock, deletion, this.#knowledge),
				);
				return isNews || this.#hasNewPart(part, deletion, seen);
			});
	}

	#partsOf({ part, column, whole }: Belonging, id: string): KnownRow[] {
		const coming = this.#parts.get(`${part}.${column} ${keyOf(whole, id)}`) ?? [];
		const ids = new Set([...listParts(this.#reader, part, column, id), ...coming]);
		return [...ids]
			.map((partId) => this.#row(part, partId))
			.filter((row) => row !== null)
			.filter((row) => row.after.values[column] === id);
	}
}

function keyOf(table: StampedTable, id: string): string {
	return `${table} ${id}`;
}

function withDeletion({ table, id, before, after }: KnownRow, deletedClock: string | null): RowOutcome {
	return { table, id, before, after: { ...after, deletedClock } };
}

function isDifferent({ before, after }: RowOutcome): boolean {
	if (!before) return true;
	if (before.clock !== after.clock || before.revision !== after.revision) return true;
	if (before.deleted_clock !== after.deletedClock) return true;
	return Object.entries(after.values).some(([column, value]) => before[column] !== value);
}
