import { createHash } from 'node:crypto';
import type { Reader } from '#archive/db/connection.ts';
import { derivedId } from '#shared/domain/ids.ts';
import { damaged, isClock } from './checked-change.ts';
import { findRow, type LoggedStep, type StoredRow } from './merge-repository.ts';
import { wordingColumns } from './merge-rules.ts';
import type { OtherArchive } from './other-archive.ts';
import type { RowOutcome } from './row-settler.ts';

export interface PutWording {
	before: StoredRow | undefined;
	row: StoredRow;
}

/**
 * Which wordings will be kept beside the ones that stand. A wording has the clock of the writing it comes from, so that
 * one which was settled, after that, stays so however often the two sides meet.
 */
export class WordingPlan {
	readonly #own: Reader;
	readonly #stepOf: (id: string) => LoggedStep | undefined;
	readonly #put = new Map<string, PutWording>();

	constructor(own: Reader, stepOf: (id: string) => LoggedStep | undefined) {
		this.#own = own;
		this.#stepOf = stepOf;
	}

	keepRivals({ table, id: ownerId, after }: RowOutcome): void {
		for (const { column, wording, clock, stepId } of after.rivals) {
			const step = this.#stepOf(stepId);
			this.#keep({
				id: wordingId(table, ownerId, column, wording),
				owner_table: table,
				owner_id: ownerId,
				column_name: column,
				wording,
				author: step?.author ?? '',
				written_at: step?.at ?? '',
				clock,
				revision: 1,
				deleted_clock: null,
			});
		}
	}

	/** Those of the other archive: above all, that they were settled there. */
	take(other: OtherArchive): void {
		if (!other.has('kept_wordings')) return;
		for (const row of other.reader.all<StoredRow>('SELECT * FROM kept_wordings ORDER BY id')) {
			if (!isOurs(row)) throw damaged(other.file, 'kept_wordings');
			this.#keep(row);
		}
	}

	list(): PutWording[] {
		return [...this.#put.values()];
	}

	#keep(row: StoredRow): void {
		const before = findRow(this.#own, 'kept_wordings', row.id);
		const known = this.#put.get(row.id)?.row ?? before;
		if (known && known.clock >= row.clock) return;
		this.#put.set(row.id, { before, row });
	}
}

/** The same wording in the same place is one row in every copy. */
function wordingId(table: string, ownerId: string, column: string, wording: string): string {
	return derivedId('wording', table, ownerId, column, createHash('sha256').update(wording).digest('hex'));
}

function isOurs({ clock, deleted_clock, owner_table, column_name }: StoredRow): boolean {
	const columns: readonly string[] = wordingColumns[owner_table as keyof typeof wordingColumns] ?? [];
	return isClock(clock) && (deleted_clock === null || isClock(deleted_clock)) && columns.includes(String(column_name));
}
