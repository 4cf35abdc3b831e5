import { createFile } from './archive-file.ts';
import type { Connection } from './connection.ts';
import { schemaVersion } from './migrations.ts';

interface Column {
	name: string;
	/** As SQL; null for none. */
	byDefault: string | null;
}

/**
 * Lets an archive of an earlier version that can only be read be asked like one of this version: tables that came later
 * are there and empty, and columns that came later have what the migration would have filled them with. All of it is
 * temporary, in memory and of this connection alone; a temporary table or view stands before the archive's own.
 */
export function addLaterSchema(connection: Connection): void {
	if (Number(connection.pragma('user_version')) === schemaVersion) return;
	const present = createFile(':memory:');
	try {
		connection.pragma('temp_store = MEMORY');
		for (const { name, sql } of tablesOf(present)) {
			const own = new Set(columnsOf(connection, name).map((column) => column.name));
			const later = columnsOf(present, name).filter((column) => !own.has(column.name));
			if (own.size === 0) connection.execute(sql.replace(/^CREATE TABLE/, 'CREATE TEMP TABLE'));
			else if (later.length > 0) {
				const filled = later.map((column) => `${column.byDefault ?? 'NULL'} AS ${column.name}`);
				connection.execute(`CREATE TEMP VIEW ${name} AS SELECT *, ${filled.join(', ')} FROM main.${name}`);
			}
		}
	} finally {
		present.close();
	}
}

function tablesOf(connection: Connection): { name: string; sql: string }[] {
	return connection.all(
		"SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
	);
}

/** None for a table that is not there. */
function columnsOf(connection: Connection, table: string): Column[] {
	return connection.all<Column>(
		"SELECT name, dflt_value AS byDefault FROM pragma_table_info(?, 'main') ORDER BY cid",
		table,
	);
}
