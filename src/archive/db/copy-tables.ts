import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection, SqlValue } from './connection.ts';

/** So many rows are copied or compared before other work gets its turn; those of originals have a piece of a file each. */
const rowsPerTurn = 64;

interface Table {
	name: string;
	/** All that a row holds; the number by which SQLite knows it too, where no column of its own is that number. */
	columns: readonly string[];
	/** What rows are ordered by. */
	key: readonly string[];
}

/** A stretch of rows: above one key, up to and with another; null for no bound. */
interface Stretch {
	above: SqlValue[] | null;
	upTo: SqlValue[] | null;
}

export interface CopyOptions {
	/** Rows that were dealt with since it was called last. */
	onRows(count: number): void;
	signal?: AbortSignal | undefined;
}

/**
 * Copies every row of every table of the connection's other file into its own, which has the same tables and nothing in
 * them. Foreign keys must be off: tables come in the order of their names.
 */
export async function copyTables(pair: Connection, { onRows, signal }: CopyOptions): Promise<void> {
	for (const table of listTables(pair))
		for await (const stretch of stretchesOf(pair, table, signal)) {
			const { sql, values } = within(stretch, table, '');
			const columns = table.columns.join(', ');
			onRows(
				pair.run(
					`INSERT INTO main.${table.name} (${columns}) SELECT ${columns} FROM other.${table.name} ${sql}`,
					...values,
				),
			);
		}
	// What was deleted at the end of a table must not get its number again.
	pair.run('DELETE FROM main.sqlite_sequence');
	pair.run('INSERT INTO main.sqlite_sequence SELECT * FROM other.sqlite_sequence');
}

/** The name of a table whose rows are not the same in both files, value by value; null where there is none. */
export async function findDifference(pair: Connection, { onRows, signal }: CopyOptions): Promise<string | null> {
	for (const table of [...listTables(pair), sequences]) {
		if (countRows(pair, 'main', table) !== countRows(pair, 'other', table)) return table.name;
		for await (const stretch of stretchesOf(pair, table, signal)) {
			const { sql, values } = within(stretch, table, 'a.');
			const there =
				pair.get<{ n: number }>(`SELECT count(*) AS n FROM other.${table.name} AS a ${sql}`, ...values)?.n ?? 0;
			const isSame = (column: string) => `a.${column} IS b.${column}`;
			const joined = `other.${table.name} AS a JOIN main.${table.name} AS b ON ${table.key.map((key) => `a.${key} = b.${key}`).join(' AND ')}`;
			const same = pair.get<{ n: number }>(
				`SELECT count(*) AS n FROM ${joined} ${sql} AND ${table.columns.map(isSame).join(' AND ')}`,
				...values,
			)?.n;
			if (same !== there) return table.name;
			onRows(there);
		}
	}
	return null;
}

/** All rows of the other file. */
export function countOtherRows(pair: Connection): number {
	return listTables(pair).reduce((sum, table) => sum + countRows(pair, 'other', table), 0);
}

/** SQLite's own: the last number that each table gave out. */
const sequences: Table = { name: 'sqlite_sequence', columns: ['name', 'seq'], key: ['rowid'] };

function listTables(pair: Connection): Table[] {
	return pair
		.all<{ name: string; isWithoutRowid: number }>(
			`SELECT name, wr AS isWithoutRowid FROM pragma_table_list
			WHERE schema = 'other' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
		)
		.map(({ name, isWithoutRowid }) => {
			const columns = pair.all<{ name: string; type: string; pk: number }>(
				`SELECT name, type, pk FROM pragma_table_info(?, 'other') ORDER BY cid`,
				name,
			);
			const names = columns.map((column) => column.name);
			const primary = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
			if (isWithoutRowid) return { name, columns: names, key: primary.map((column) => column.name) };
			const isNumbered = primary.length === 1 && primary[0]?.type === 'INTEGER';
			return { name, columns: isNumbered ? names : ['rowid', ...names], key: ['rowid'] };
		});
}

async function* stretchesOf(pair: Connection, table: Table, signal?: AbortSignal): AsyncGenerator<Stretch> {
	const key = table.key.join(', ');
	// Subtle: SQLite calls `rowid` by the name of the column that stands for it, where there is one.
	const named = table.key.map((column, at) => `${column} AS key${at}`).join(', ');
	for (let above: SqlValue[] | null = null; ; ) {
		const { sql, values } = within({ above, upTo: null }, table, '');
		const last: Record<string, SqlValue> | undefined = pair.get(
			`SELECT ${named} FROM other.${table.name} ${sql} ORDER BY ${key} LIMIT 1 OFFSET ${rowsPerTurn - 1}`,
			...values,
		);
		const upTo: SqlValue[] | null = last ? table.key.map((_, at) => last[`key${at}`] ?? null) : null;
		yield { above, upTo };
		if (!upTo) return;
		above = upTo;
		await nextTurn();
		signal?.throwIfAborted();
	}
}

function within({ above, upTo }: Stretch, { key }: Table, prefix: string): { sql: string; values: SqlValue[] } {
	const columns = `(${key.map((column) => prefix + column).join(', ')})`;
	const marks = `(${key.map(() => '?').join(', ')})`;
	const bounds = [...(above ? [`${columns} > ${marks}`] : []), ...(upTo ? [`${columns} <= ${marks}`] : [])];
	return { sql: `WHERE ${['TRUE', ...bounds].join(' AND ')}`, values: [...(above ?? []), ...(upTo ?? [])] };
}

function countRows(pair: Connection, schema: 'main' | 'other', { name }: Table): number {
	return pair.get<{ n: number }>(`SELECT count(*) AS n FROM ${schema}.${name}`)?.n ?? 0;
}
