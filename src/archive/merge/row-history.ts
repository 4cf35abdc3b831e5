import type { StampedTable } from '#archive/db/stamped-tables.ts';
import { clockZero } from '#shared/domain/clock.ts';
import type { Knowledge } from './knowledge.ts';
import { columnGroups, passingColumns, sayingMethods, wordingColumns } from './merge-rules.ts';

export type Values = Record<string, string | number | null>;

/** A logged change of one row, from whichever copy. */
export interface RowChange {
	stepId: string;
	clock: string;
	/** Null for the change that made the row. */
	before: Values | null;
	after: Values;
}

/** A row as all the changes together make it. */
export interface MergedRow {
	values: Values;
	clock: string;
	revision: number;
	deletedClock: string | null;
	rivals: Rival[];
}

/** A wording that nobody who wrote in its place had seen. */
export interface Rival {
	column: string;
	wording: string;
	/** Of the change that wrote it. */
	clock: string;
	stepId: string;
}

/**
 * What a set of changes makes of a row. It is a function of the set alone: not of the order in which the changes came,
 * nor of how often; therefore merges may be done in any order and again. Null when the row was never made.
 *
 * @param changes each once, in any order
 */
export function mergeRow(table: StampedTable, changes: readonly RowChange[], knowledge: Knowledge): MergedRow | null {
	const sorted = [...changes].sort(byClock);
	const last = sorted.at(-1);
	if (!last || !sorted.some(({ before }) => before === null)) return null;
	const values: Values = {};
	for (const { after } of sorted) Object.assign(values, after);
	const writers = withoutFoundSince(table, sorted, knowledge);
	for (const group of columnGroups[table] ?? []) Object.assign(values, groupValues(group, writers, knowledge));
	const rivals: Rival[] = [];
	for (const column of wordingColumns[table] ?? []) {
		const worded = settleWording(column, sorted, knowledge);
		values[column] = worded.standing ?? values[column] ?? null;
		rivals.push(...worded.rivals);
	}
	const { deleted_clock: _, ...own } = values;
	return {
		values: own,
		clock: last.clock,
		revision: sorted.length,
		deletedClock: deletionOf(table, sorted, knowledge)?.deletedClock ?? null,
		rivals,
	};
}

/** A deletion that stands as far as the row itself goes. */
export interface Deletion {
	deletedClock: string;
	/** The change that stands for it, and all deletions before. */
	clock: string;
	clocks: string[];
}

/**
 * The last deletion, unless someone wrote in the row, or brought it back, whom no deletion had seen and who had not seen
 * the last one: then it stays, since a merge loses nothing that a person did not mean to lose.
 */
export function deletionOf(table: StampedTable, changes: readonly RowChange[], knowledge: Knowledge): Deletion | null {
	const sorted = [...changes].sort(byClock);
	const last = sorted.findLast(({ after }) => after.deleted_clock !== undefined);
	const deletedClock = last?.after.deleted_clock;
	if (!last || typeof deletedClock !== 'string') return null;
	const clocks = sorted.filter(({ after }) => typeof after.deleted_clock === 'string').map(({ clock }) => clock);
	const deletion = { deletedClock, clock: last.clock, clocks };
	return sorted.some((change) => isSaying(table, change) && outlives(change.clock, deletion, knowledge))
		? null
		: deletion;
}

/** Whether a change was made out of sight of a deletion and of all before it. */
export function outlives(clock: string, { clock: last, clocks }: Deletion, knowledge: Knowledge): boolean {
	if (clocks.includes(clock) || knowledge.isSeenBy(last, clock)) return false;
	return !clocks.some((deletion) => knowledge.isSeenBy(clock, deletion));
}

/** Whether a change gives the row something to say: not one that deletes it, or writes in passing. */
export function isSaying(table: StampedTable, { before, after }: RowChange): boolean {
	if (before === null || after.deleted_clock === null) return true;
	return Object.keys(after).some((column) => column !== 'deleted_clock' && !passingColumns[table]?.includes(column));
}

/** Leaves out what the program found out of sight of what a person said of it, however late it found that. */
function withoutFoundSince(
	table: StampedTable,
	sorted: readonly RowChange[],
	knowledge: Knowledge,
): readonly RowChange[] {
	const method = sayingMethods[table];
	const said = method === undefined ? [] : sorted.filter(({ after }) => after.method === method);
	if (said.length === 0) return sorted;
	return sorted.filter((change) => {
		if (change.before !== null || change.after.method === method) return true;
		const { clock } = change;
		// What the person had before them: they wrote only the columns in which they saw it otherwise.
		if (said.some((each) => knowledge.isSeenBy(clock, each.clock))) return true;
		return said.every((each) => knowledge.isSeenBy(each.clock, clock));
	});
}

/** From the last writer of any of them: what that one wrote, and for the rest what stood before their eyes. */
function groupValues(group: readonly string[], sorted: readonly RowChange[], knowledge: Knowledge): Values {
	const winner = sorted.findLast(({ after }) => group.some((column) => after[column] !== undefined));
	if (!winner) return {};
	const seen = sorted.filter((change) => change !== winner && knowledge.isSeenBy(change.clock, winner.clock));
	const written = Object.entries(winner.after).filter(([column]) => group.includes(column));
	return { ...groupValues(group, seen, knowledge), ...Object.fromEntries(written) };
}

/**
 * The wording that stands, and those of others who had not seen it. Who went back to words that the others had before
 * them changed nothing: that is no wording of their own. More writings never take a rival away, since what was kept in
 * an earlier merge stays.
 */
function settleWording(
	column: string,
	sorted: readonly RowChange[],
	knowledge: Knowledge,
): { standing: string | number | null | undefined; rivals: Rival[] } {
	const writings = sorted.filter(({ after }) => after[column] !== undefined);
	const lasts = writings.filter(({ clock }) => !writings.some((later) => knowledge.isSeenBy(clock, later.clock)));
	if (lasts.length < 2) return { standing: lasts[0]?.after[column], rivals: [] };
	const words = ({ after }: RowChange) => after[column];
	const wasBefore = (one: RowChange, other: RowChange) =>
		words(one) !== words(other) &&
		writings.some(
			(each) =>
				words(each) === words(one) &&
				// Who came upon the same words alone went back to nothing: what is kept would hang on who is met first.
				knowledge.isSeenBy(each.clock, one.clock) &&
				knowledge.isSeenBy(each.clock, other.clock),
		);
	const own = lasts.filter((one) => !lasts.some((other) => wasBefore(one, other)));
	const rivals = new Map<string, Rival>();
	for (const [at, writing] of own.entries()) {
		const wording = words(writing);
		if (typeof wording !== 'string' || isEmpty(wording) || writing.clock === clockZero) continue;
		// Also where the same words stand in the end, by another hand: who merged without that one has kept them already.
		if (own.slice(at).every((later) => words(later) === wording)) continue;
		rivals.set(wording, { column, wording, clock: writing.clock, stepId: writing.stepId });
	}
	const standing = (own.length > 0 ? own : lasts).at(-1);
	return { standing: standing?.after[column], rivals: [...rivals.values()] };
}

/** Lists are kept as JSON. */
function isEmpty(wording: string): boolean {
	return wording.trim() === '' || wording === '[]';
}

/** Changes that ship with the project share one clock: of these the one that makes the row is first. */
function byClock(one: RowChange, other: RowChange): number {
	if (one.clock !== other.clock) return one.clock < other.clock ? -1 : 1;
	if ((one.before === null) !== (other.before === null)) return one.before === null ? -1 : 1;
	const [a, b] = [JSON.stringify(one.after), JSON.stringify(other.after)];
	return a < b ? -1 : a > b ? 1 : 0;
}
