import type { Reader } from '#archive/db/connection.ts';
import type { StampedTable } from '#archive/db/stamped-tables.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import {
	type MergedChange,
	type MergedCounts,
	type MergedThing,
	mergedKinds,
	noMergedCounts,
	type WordedField,
	wordedFields,
} from '#shared/domain/merge.ts';
import type { MergePlan } from './merge-plan.ts';
import { wordingColumns } from './merge-rules.ts';
import { getRecordOfEdition } from './merged-things-repository.ts';
import type { OtherArchive } from './other-archive.ts';
import type { RowOutcome } from './row-settler.ts';
import { kindOfTable, ownerOf } from './thing-kinds.ts';
import { ThingTitles } from './thing-titles.ts';

interface Met {
	table: StampedTable;
	id: string;
	change: MergedChange;
	fields: ReadonlySet<string>;
}

/** Of several things said of one, the weightiest counts. */
const weights: Readonly<Record<MergedChange, number>> = { changed: 0, new: 1, deleted: 2, conflict: 3 };

/** What people call the rows of a plan: each thing once, with what becomes of it, in the order of kinds and titles. */
export function listMergedThings(plan: MergePlan, own: Reader, other: OtherArchive): MergedThing[] {
	const met = new Map<string, Met>();
	for (const each of eachMet(plan, other)) {
		const key = `${each.table} ${each.id}`;
		const known = met.get(key);
		const fields = known ? new Set([...known.fields, ...each.fields]) : each.fields;
		met.set(key, { ...(known && weights[known.change] >= weights[each.change] ? known : each), fields });
	}
	const titles = new ThingTitles(plan, own, other);
	return [...met.values()]
		.map((each) => toThing(each, titles))
		.filter((thing) => thing !== null)
		.sort(byKindAndTitle);
}

export function countMerged(things: readonly MergedThing[]): MergedCounts {
	const counts = noMergedCounts();
	for (const { kind, change } of things) counts[kind][change] += 1;
	return counts;
}

function* eachMet(plan: MergePlan, other: OtherArchive): Generator<Met> {
	for (const outcome of plan.rows) {
		const met = metInRow(outcome);
		if (met) yield met;
	}
	for (const { table, key } of plan.writtenOnce) {
		const recordId = table === 'editions' ? getRecordOfEdition(other.reader, key) : undefined;
		if (recordId !== undefined) yield { table: 'records', id: recordId, change: 'changed', fields: new Set() };
	}
	for (const { row, before } of plan.wordings) {
		if (row.deleted_clock !== null || before?.deleted_clock === null) continue;
		const whole = wholeOf(row.owner_table as StampedTable, String(row.owner_id), plan);
		yield { ...whole, change: 'conflict', fields: new Set([String(row.column_name)]) };
	}
}

function metInRow(outcome: RowOutcome): Met | null {
	const { table, id, before, after } = outcome;
	const wasThere = before !== undefined && before.deleted_clock === null;
	const isThere = after.deletedClock === null;
	if (!wasThere && !isThere) return null;
	if (!kindOfTable[table]) {
		const owner = ownerOf(table, after.values);
		// A form that comes or goes has its source with it: what the name says of its own is as it was.
		const isReworded = table === 'descriptions' || (wasThere && isThere);
		return owner && { ...owner, change: 'changed', fields: isReworded ? rewordedIn(outcome) : new Set() };
	}
	if (wasThere && !isThere) return { table, id, change: 'deleted', fields: new Set() };
	if (!before) return { table, id, change: 'new', fields: new Set() };
	return { table, id, change: 'changed', fields: rewordedIn(outcome) };
}

/** Columns whose words will be others; of a row that was not there, those that have any. */
function rewordedIn({ table, before, after }: RowOutcome): Set<string> {
	const columns = wordingColumns[table] ?? [];
	return new Set(columns.filter((column) => wordsIn(before?.[column]) !== wordsIn(after.values[column])));
}

/** Nothing, an empty text and an empty list are the same to a reader. */
function wordsIn(value: unknown): string {
	return value === null || value === undefined || value === '[]' ? '' : String(value);
}

/** A wording of a part is shown with the whole. */
function wholeOf(table: StampedTable, id: string, { rows }: MergePlan): { table: StampedTable; id: string } {
	const row = kindOfTable[table] ? undefined : rows.find((each) => each.table === table && each.id === id);
	return (row && ownerOf(table, row.after.values)) ?? { table, id };
}

/** Null for what is not there to be shown: a part of something that was deleted. */
function toThing({ table, id, change, fields }: Met, titles: ThingTitles): MergedThing | null {
	const kind = kindOfTable[table];
	const row = titles.find(table, id);
	if (!kind || !row) return null;
	const hasFields = change !== 'new' && change !== 'deleted';
	const recordId = table === 'annotations' ? (String(row.record_id) as RecordId) : null;
	return {
		...{ kind, id, change, title: titles.titleOf(table, id), fields: hasFields ? inOrder(fields) : [] },
		...(recordId && { recordId, recordTitle: titles.titleOf('records', recordId) }),
	};
}

function inOrder(fields: ReadonlySet<string>): WordedField[] {
	return wordedFields.filter((field) => fields.has(field));
}

function byKindAndTitle(one: MergedThing, other: MergedThing): number {
	const kinds = mergedKinds.indexOf(one.kind) - mergedKinds.indexOf(other.kind);
	return kinds || compare(one.title, other.title) || compare(one.id, other.id);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
