import type { Reader } from '#archive/db/connection.ts';
import type { StampedTable } from '#archive/db/stamped-tables.ts';
import { findRow, listEmptied } from './merge-repository.ts';
import type { RowOutcome } from './row-settler.ts';
import { hasKey, type WrittenOnceTable } from './written-once-repository.ts';

/**
 * Columns that may be empty, and what they refer to. Not the redacted text of a record: emptied, it would say that strangers
 * get the full one.
 */
const references: Partial<Record<StampedTable, readonly { column: string; to: StampedTable | 'editions' }[]>> = {
	records: [
		{ column: 'parent_id', to: 'records' },
		{ column: 'edition_id', to: 'editions' },
	],
	annotations: [{ column: 'reply_to_id', to: 'annotations' }],
	collections: [{ column: 'parent_id', to: 'collections' }],
	names: [{ column: 'merged_into_id', to: 'names' }],
};

/**
 * Rows here whose reference was emptied, and whose log says that it was to one of these, which come now: they are to be
 * settled again, so that it does not matter which came first.
 */
export function listAwaiting(
	own: Reader,
	coming: Iterable<{ table: StampedTable; rowId: string }>,
): { table: StampedTable; rowId: string }[] {
	const ids = new Map<string, Set<string>>();
	for (const { table, rowId } of coming) ids.set(table, (ids.get(table) ?? new Set()).add(rowId));
	return (Object.entries(references) as [StampedTable, NonNullable<(typeof references)[StampedTable]>][]).flatMap(
		([table, columns]) =>
			columns.flatMap(({ column, to }) =>
				listEmptied(own, { table, column, ids: [...(ids.get(to) ?? [])] }).map((rowId) => ({ table, rowId })),
			),
	);
}

/**
 * Empties references to what neither is here nor comes: a package need not hold all that its things refer to. What they
 * refer to stands in the log, so that the row is whole when that has come too.
 */
export function dropDangling(
	own: Reader,
	rows: readonly RowOutcome[],
	writtenOnce: readonly { table: WrittenOnceTable; key: string }[],
): void {
	const coming = new Set([
		...rows.map(({ table, id }) => `${table} ${id}`),
		...writtenOnce.map(({ table, key }) => `${table} ${key}`),
	]);
	const isHere = (table: StampedTable | 'editions', id: string) =>
		coming.has(`${table} ${id}`) || (table === 'editions' ? hasKey(own, table, id) : findRow(own, table, id));
	for (const { table, after } of rows)
		for (const { column, to } of references[table] ?? []) {
			const id = after.values[column];
			if (typeof id === 'string' && !isHere(to, id)) after.values[column] = null;
		}
}
