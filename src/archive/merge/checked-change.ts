import { isStampedTable, type StampedTable, stampedTables } from '#archive/db/stamped-tables.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { LoggedChange } from './merge-repository.ts';
import type { RowChange, Values } from './row-history.ts';

export interface CheckedChange extends RowChange {
	table: StampedTable;
	rowId: string;
	logged: LoggedChange;
}

/** Up to the year 9999, so that a clock made up by a stranger leaves room for ours. */
const clockForm = /^(0[0-9a-e]|e6)[0-9a-f]{10}-[0-9a-f]{4}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const jsonColumns: ReadonlySet<string> = new Set([
	'creators',
	'dates',
	'languages',
	'from_range',
	'to_range',
	'filters',
	'withheld_names',
]);

/**
 * Reads a change that another archive's log holds. Throws damaged-archive for one that no Lectern would have written:
 * tables and columns that are not ours, or values that could not be shown afterwards.
 */
export function checkChange(logged: LoggedChange, file: string): CheckedChange {
	const { tableName: table, rowId, stepId, clock } = logged;
	if (!isStampedTable(table) || !isClock(clock)) throw damaged(file, `${table} ${clock}`);
	const before = logged.before === null ? null : readValues(table, logged.before, file);
	return { table, rowId, stepId, clock, before, after: readValues(table, logged.after, file), logged };
}

/** A change of our own log. */
export function trustChange(logged: LoggedChange): CheckedChange {
	const { tableName, rowId, stepId, clock } = logged;
	const before = logged.before === null ? null : (JSON.parse(logged.before) as Values);
	const after = JSON.parse(logged.after) as Values;
	return { table: tableName as StampedTable, rowId, stepId, clock, before, after, logged };
}

export function isClock(clock: string): boolean {
	return clockForm.test(clock);
}

export function damaged(file: string, what: string): AppError {
	return new AppError('damaged-archive', { file, reason: message('merge.reason.notOurs', { what }) });
}

function readValues(table: StampedTable, json: string, file: string): Values {
	let values: unknown;
	try {
		values = JSON.parse(json);
	} catch {
		throw damaged(file, table);
	}
	if (typeof values !== 'object' || values === null || Array.isArray(values)) throw damaged(file, table);
	for (const [column, value] of Object.entries(values)) checkValue({ table, column, value }, file);
	return values as Values;
}

function checkValue({ table, column, value }: { table: StampedTable; column: string; value: unknown }, file: string) {
	const what = `${table}.${column}`;
	if (column === 'deleted_clock') {
		if (value !== null && !(typeof value === 'string' && isClock(value))) throw damaged(file, what);
		return;
	}
	if (!(stampedTables[table] as readonly string[]).includes(column)) throw damaged(file, what);
	if (value !== null && typeof value !== 'string' && typeof value !== 'number') throw damaged(file, what);
	if (jsonColumns.has(column) && value !== null && !isJsonObject(value)) throw damaged(file, what);
}

function isJsonObject(value: string | number): boolean {
	try {
		const parsed: unknown = JSON.parse(String(value));
		return typeof parsed === 'object' && parsed !== null;
	} catch {
		return false;
	}
}
