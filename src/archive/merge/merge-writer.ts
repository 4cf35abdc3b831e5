import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Writer } from '#archive/db/connection.ts';
import { insertKnownChange, listLastClocks } from '#archive/db/known-changes.ts';
import { type StampedTable, stampedTables } from '#archive/db/stamped-tables.ts';
import type { Step } from '#archive/db/step.ts';
import { factTables } from '#archive/originals/fact-tables.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { digestTexts } from './block-digest.ts';
import { damaged } from './checked-change.ts';
import type { MergePlan } from './merge-plan.ts';
import {
	getLastChangeNumber,
	insertChange,
	insertMerge,
	insertMergedRow,
	insertStep,
	putRow,
	type StoredRow,
} from './merge-repository.ts';
import type { OtherArchive } from './other-archive.ts';
import type { RowOutcome } from './row-settler.ts';
import {
	eachBlock,
	findByKey,
	findFacts,
	insertPlain,
	layoutTables,
	listOfEdition,
	listOfRecord,
	recognitionTables,
	type WrittenOnceTable,
} from './written-once-repository.ts';

/** In an order in which what is referred to is there before. */
const tablesAfterRecords = (Object.keys(stampedTables) as StampedTable[]).filter((table) => table !== 'records');

/**
 * Writes a plan as part of `step`: rows with the clocks they came with, and what undo needs to take them out again.
 * Originals must have been staged before. Throws damaged-archive when what came does not hold together.
 */
export function writeMerge(database: ArchiveDatabase, step: Step, plan: MergePlan, other: OtherArchive): void {
	const { writer } = step;
	// A reply may come before what it answers, and so may a part of a record.
	writer.run('PRAGMA defer_foreign_keys = ON');
	const firstChange = getLastChangeNumber(writer) + 1;
	for (const each of plan.steps) insertStep(writer, each);
	for (const { logged } of plan.changes) insertChange(writer, logged);
	const clock = step.nextClock();
	noteKnowledge(writer, database.replicaId, clock, plan);
	step.keep();
	insertMerge(writer, { stepId: step.id, clock, firstChange, lastChange: getLastChangeNumber(writer) });
	const keep = (table: string, id: string, before?: StoredRow) =>
		insertMergedRow(writer, { stepId: step.id, table, id, before });
	const put = (table: StampedTable, row: StoredRow, before?: StoredRow) => {
		keep(table, row.id, before);
		putRow(writer, table, row);
		step.tell(table, row.id, row);
	};
	for (const { sha256 } of plan.originals) {
		keep('originals', sha256);
		bringFacts(writer, other, sha256);
	}
	const bring = ({ table, key }: MergePlan['writtenOnce'][number]) => {
		keep(table, key);
		writeOnce(writer, other, table, key);
	};
	const isEdition = ({ table }: { table: string }) => table === 'editions';
	const records = plan.rows.filter(({ table }) => table === 'records');
	// Subtle: first without their texts, which refer to them. SQLite looks for whoever waits for a row that comes, through
	// whole tables, as long as anyone waits for any: with 10,000 annotations that was most of the time.
	for (const outcome of records) put('records', { ...toStored(outcome), edition_id: null }, outcome.before);
	for (const each of plan.writtenOnce.filter(isEdition)) bring(each);
	for (const outcome of records) putRow(writer, 'records', toStored(outcome));
	for (const { id } of records.filter(({ before }) => !before)) writeRecognition(writer, other, id);
	for (const table of tablesAfterRecords)
		for (const outcome of plan.rows) if (outcome.table === table) put(table, toStored(outcome), outcome.before);
	for (const each of plan.writtenOnce.filter((once) => !isEdition(once))) bring(each);
	for (const { row, before } of plan.wordings) put('kept_wordings', row, before);
}

/** A column that the other's version did not know keeps what it holds here. */
function toStored({ id, before, after }: RowOutcome): StoredRow {
	const { values, clock, revision, deletedClock } = after;
	return { ...before, ...values, id, clock, revision, deleted_clock: deletedClock };
}

function noteKnowledge(writer: Writer, replicaId: string, clock: string, { known }: MergePlan): void {
	for (const each of known) {
		const { replicaId: who, clock: from, knownReplicaId, knownClock } = each;
		insertKnownChange(writer, who, from, { replicaId: knownReplicaId, clock: knownClock });
	}
	for (const last of listLastClocks(writer)) {
		if (last.replicaId !== replicaId) insertKnownChange(writer, replicaId, clock, last);
	}
}

function writeOnce(writer: Writer, other: OtherArchive, table: WrittenOnceTable, key: string): void {
	const row = findByKey(other.reader, table, key);
	if (!row) throw damaged(other.file, table);
	insertPlain(writer, table, row);
	if (table !== 'editions') return;
	const digest = digestTexts();
	for (const block of eachBlock(other.reader, key)) {
		insertPlain(writer, 'blocks', block);
		digest.add(String(block.text));
	}
	if (digest.end() !== (row.text_sha256 as Sha256)) throw damaged(other.file, `editions ${key}`);
	for (const layout of layoutTables) {
		if (!other.has(layout)) continue;
		for (const part of listOfEdition(other.reader, layout, key)) insertPlain(writer, layout, part);
	}
}

function writeRecognition(writer: Writer, other: OtherArchive, recordId: string): void {
	for (const table of recognitionTables)
		for (const row of listOfRecord(other.reader, table, recordId)) insertPlain(writer, table, row);
}

/** What the head of an original says. */
function bringFacts(writer: Writer, other: OtherArchive, sha256: string): void {
	for (const table of factTables) {
		const facts = other.has(table) && findFacts(other.reader, table, sha256);
		if (facts) insertPlain(writer, table, facts);
	}
}
