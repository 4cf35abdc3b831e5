import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reader } from '#archive/db/connection.ts';
import { hasRow } from '#archive/withdrawals/belonging-rows.ts';
import { findWithheld, type WithheldRows } from '#archive/withdrawals/withheld-rows.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type Clock, clockZero } from '#shared/domain/clock.ts';
import type { Withdrawal } from '#shared/domain/withdrawal.ts';
import { type CheckedChange, checkChange, damaged, isClock } from './checked-change.ts';
import { dropDangling, listAwaiting } from './dangling-references.ts';
import { Knowledge, type KnownChange } from './knowledge.ts';
import { eachChange, findRow, findStep, hasChange, type LoggedStep, listKnownChanges } from './merge-repository.ts';
import type { OtherArchive } from './other-archive.ts';
import { type RowOutcome, RowSettler } from './row-settler.ts';
import { type PutWording, WordingPlan } from './wording-plan.ts';
import {
	type ComingOriginal,
	hasKey,
	listKeys,
	listOriginalsOf,
	type WrittenOnceTable,
	writtenOnceTables,
} from './written-once-repository.ts';

/** All that another archive holds and this one does not, and what that makes of the rows here. Nothing is written yet. */
export interface MergePlan {
	/** Changes that came, in the order of that log. */
	changes: CheckedChange[];
	/** Their steps, each once. */
	steps: LoggedStep[];
	/** Rows that will be another. */
	rows: RowOutcome[];
	wordings: PutWording[];
	writtenOnce: { table: WrittenOnceTable; key: string }[];
	originals: ComingOriginal[];
	known: KnownChange[];
	/** Those by which something of the other archive does not come. */
	withdrawals: Withdrawal[];
	/** The latest clock in what came. */
	newest: Clock;
	isCopy: boolean;
	/** The last change here when it was made: with a later one the plan does not hold. */
	madeAt: number;
}

export interface PlanOptions {
	/** Id and last change number of the open archive. */
	archiveId: string;
	changeNumber(): number;
	signal: AbortSignal;
	/** Told how many changes of the other log were read. */
	onProgress(done: number): void;
}

const changesPerTurn = 2000;
const rowsPerTurn = 500;

/** Throws damaged-archive for a log that is not one of ours, and `cancelled`. */
export async function planMerge(own: Reader, other: OtherArchive, options: PlanOptions): Promise<MergePlan> {
	const madeAt = options.changeNumber();
	const isCopy = other.reader.get<{ id: string }>('SELECT id FROM archive')?.id === options.archiveId;
	const withheld = findWithheld(own, other);
	const changes = await readChanges(own, other, { isCopy, withheld }, options);
	const known = other.knownChanges();
	if (!known.every(isKnownChange)) throw damaged(other.file, 'known_changes');
	const knowledge = new Knowledge([...listKnownChanges(own), ...known]);
	const steps = stepsOf(changes, other);
	const settler = new RowSettler(own, knowledge);
	for (const change of changes) if (change.table !== 'kept_wordings') settler.add(change);
	for (const { table, rowId } of listAwaiting(own, changes)) settler.settleAlso(table, rowId);
	const rows: RowOutcome[] = [];
	const wordings = new WordingPlan(own, (id) => steps.get(id) ?? findStep(own, id, true));
	for (const outcome of settler.settle()) {
		rows.push(outcome);
		wordings.keepRivals(outcome);
		if (rows.length % rowsPerTurn === 0) await giveWay(options.signal);
	}
	wordings.take(other);
	const writtenOnce = missingWrittenOnce(own, other).filter(({ key }) => !hasRow(withheld.rows, key));
	dropDangling(own, rows, writtenOnce);
	return {
		changes,
		steps: [...steps.values()],
		rows,
		wordings: wordings.list().filter(({ row }) => !hasRow(withheld.rows, row.id)),
		writtenOnce,
		originals: missingOriginals(own, other, withheld),
		withdrawals: withheld.withdrawals,
		known,
		newest: newestOf(changes, known),
		isCopy,
		madeAt,
	};
}

/** Whether there is nothing to do. */
export function isEmptyPlan({ changes, rows, wordings, writtenOnce, originals }: MergePlan): boolean {
	return [changes, rows, wordings, writtenOnce, originals].every(({ length }) => length === 0);
}

async function readChanges(
	own: Reader,
	other: OtherArchive,
	{ isCopy, withheld }: { isCopy: boolean; withheld: WithheldRows },
	{ signal, onProgress }: PlanOptions,
): Promise<CheckedChange[]> {
	const coming: CheckedChange[] = [];
	let done = 0;
	for (const logged of eachChange(other.reader)) {
		const isOfOtherTitle = logged.tableName === 'archive' && !isCopy;
		if (!isOfOtherTitle && !hasRow(withheld.rows, logged.rowId) && !hasChange(own, logged)) {
			const change = checkChange(logged, other.file);
			if (!other.bringsOnlyNew || !findRow(own, change.table, change.rowId)) coming.push(change);
		}
		done += 1;
		if (done % changesPerTurn !== 0) continue;
		onProgress(done);
		await giveWay(signal);
	}
	onProgress(done);
	await giveWay(signal);
	return coming;
}

/** Throws damaged-archive when a change belongs to no step. */
function stepsOf(changes: readonly CheckedChange[], other: OtherArchive): Map<string, LoggedStep> {
	const steps = new Map<string, LoggedStep>();
	for (const { stepId } of changes) {
		if (steps.has(stepId)) continue;
		const step = other.findStep(stepId);
		if (!step) throw damaged(other.file, 'steps');
		steps.set(stepId, step);
	}
	return steps;
}

function missingWrittenOnce(own: Reader, other: OtherArchive): MergePlan['writtenOnce'] {
	return (Object.keys(writtenOnceTables) as WrittenOnceTable[]).flatMap((table) => {
		if (!other.has(table)) return [];
		return listKeys(other.reader, table).flatMap((key) => (hasKey(own, table, key) ? [] : [{ table, key }]));
	});
}

function missingOriginals(own: Reader, other: OtherArchive, withheld: WithheldRows): ComingOriginal[] {
	const held = new Set(listOriginalsOf(own).map(({ sha256 }) => sha256));
	return listOriginalsOf(other.reader).filter(({ sha256 }) => !held.has(sha256) && !withheld.originals.has(sha256));
}

function newestOf(changes: readonly CheckedChange[], known: readonly KnownChange[]): Clock {
	const clocks = [...changes.map(({ clock }) => clock), ...known.map(({ knownClock }) => knownClock)];
	return clocks.reduce((a, b) => (a > b ? a : b), clockZero) as Clock;
}

function isKnownChange({ clock, knownClock }: KnownChange): boolean {
	return isClock(clock) && (knownClock === '' || isClock(knownClock));
}

async function giveWay(signal: AbortSignal): Promise<void> {
	await nextTurn();
	if (signal.aborted) throw new AppError('cancelled');
}
