import { byPerson } from '#archive/annotations/found-place.ts';
import type { Writer } from '#archive/db/connection.ts';
import { insertKnownChange } from '#archive/db/known-changes.ts';
import { isStampedTable, type StampedTable } from '#archive/db/stamped-tables.ts';
import type { Step } from '#archive/db/step.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { trustChange } from './checked-change.ts';
import { findRow, listChangesOfRow, putRow, type StoredRow } from './merge-repository.ts';
import {
	deleteByRowid,
	deleteChangesOfRow,
	deleteEmptySteps,
	deleteMerge,
	deleteMergedChanges,
	deleteRow,
	findMerge,
	getByRowid,
	listDangling,
	listKnownBefore,
	listMergedRows,
	listRowsChangedAfter,
	type MergedRowBefore,
	type MergeRow,
} from './merge-undo-repository.ts';
import { layoutTables } from './written-once-repository.ts';

/** Tables that came along with others, and the columns by which. */
const alongside: Readonly<Record<string, readonly { table: string; column: string }[]>> = {
	editions: [
		...layoutTables.toReversed().map((table) => ({ table, column: 'edition_id' })),
		{ table: 'blocks', column: 'edition_id' },
	],
	records: [
		{ table: 'described_texts', column: 'record_id' },
		{ table: 'expected_links', column: 'record_id' },
	],
	originals: [
		{ table: 'original_chunks', column: 'sha256' },
		{ table: 'fixity_checks', column: 'sha256' },
		{ table: 'picture_facts', column: 'sha256' },
		{ table: 'media_facts', column: 'sha256' },
	],
};
const keys: Readonly<Record<string, string>> = {
	originals: 'sha256',
	annotation_targets: 'annotation_id',
	annotation_origins: 'annotation_id',
	annotation_regions: 'annotation_id',
};

/**
 * Takes back a merge as part of `step`: every row as it was, and what came out again with its log, without tombstones,
 * so that merging once more brings it again. What was done since has been undone by then and goes with it. False when
 * the step is no merge; throws `conflict`, leaving all to be rolled back, where a merged row says something else now.
 */
export function takeBackMerge(step: Step, stepId: string, replicaId: string): boolean {
	const { writer } = step;
	const merge = findMerge(writer, stepId);
	if (!merge) return false;
	writer.run('PRAGMA defer_foreign_keys = ON');
	const rows = listMergedRows(writer, stepId);
	const touched = listRowsChangedAfter(writer, merge.lastChange);
	const touchedKeys = new Set(touched.map(({ tableName, rowId }) => `${tableName} ${rowId}`));
	for (const row of rows) {
		if (touchedKeys.has(`${row.tableName} ${row.rowId}`)) expectTakenBack(writer, row, merge);
		putBack(step, row);
	}
	deleteMergedChanges(writer, merge);
	if (touched.length > 0) deleteDangling(writer);
	for (const known of listKnownBefore(writer, replicaId, merge.clock))
		insertKnownChange(writer, replicaId, step.nextClock(), known);
	deleteMerge(writer, stepId);
	deleteEmptySteps(writer, replicaId);
	return true;
}

function putBack(step: Step, { tableName, rowId, before }: MergedRowBefore): void {
	const { writer } = step;
	if (!isStampedTable(tableName)) {
		deleteAlongside(writer, tableName, rowId);
		deleteRow(writer, tableName, keys[tableName] ?? 'id', rowId);
		return;
	}
	const now = findRow(writer, tableName, rowId);
	if (before !== null) putRow(writer, tableName, JSON.parse(before) as StoredRow);
	else {
		deleteAlongside(writer, tableName, rowId);
		deleteRow(writer, tableName, 'id', rowId);
	}
	step.tell(tableName, rowId, findRow(writer, tableName, rowId) ?? now ?? {});
}

function deleteAlongside(writer: Writer, tableName: string, id: string): void {
	for (const { table, column } of alongside[tableName] ?? []) deleteRow(writer, table, column, id);
}

/** What was changed in a row since it was merged must have been changed back: else that would be undone too. */
function expectTakenBack(writer: Writer, { tableName, rowId }: MergedRowBefore, { lastChange }: MergeRow): void {
	const since = listChangesOfRow(writer, tableName, rowId)
		.filter(({ number }) => number > lastChange)
		.map(trustChange);
	const row = findRow(writer, tableName as StampedTable, rowId);
	const columns = new Set(since.flatMap(({ after }) => Object.keys(after)));
	for (const column of columns) {
		const first = since.find(({ after }) => after[column] !== undefined)?.before?.[column] ?? null;
		const isBack =
			column === 'deleted_clock' ? (row?.deleted_clock === null) === (first === null) : row?.[column] === first;
		if (!isBack) throw new AppError('conflict');
	}
}

/** What was added to things that came, and was undone: without them it is nothing. */
function deleteDangling(writer: Writer): void {
	for (let dangling = listDangling(writer); dangling.length > 0; dangling = listDangling(writer)) {
		for (const { table, rowid } of dangling) {
			if (rowid === null) throw new AppError('conflict');
			const row = getByRowid<DanglingRow>(writer, table, rowid);
			if (isStampedTable(table)) {
				if (row?.deleted_clock === null && !isFoundByItself(table, row)) throw new AppError('conflict');
				deleteChangesOfRow(writer, table, row?.id ?? '');
			}
			if (table === 'editions') deleteAlongside(writer, table, row?.id ?? '');
			deleteByRowid(writer, table, rowid);
		}
	}
}

interface DanglingRow {
	id?: string;
	deleted_clock?: string | null;
	method?: string;
}

/** Where alignment found a note or a link that had come: nobody said it. */
function isFoundByItself(table: StampedTable, { method }: DanglingRow): boolean {
	return (table === 'placements' || table === 'link_placements') && method !== byPerson;
}
