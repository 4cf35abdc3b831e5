import { createFile } from './archive-file.ts';
import type { Connection } from './connection.ts';

/** What a step about notes writes, and what taking in notes from a file does. */
const sideTables = [
	'annotations',
	'annotation_targets',
	'annotation_regions',
	'tags',
	'taggings',
	'replicas',
	'steps',
	'changes',
	'known_changes',
	'merges',
	'merged_rows',
	'kept_wordings',
];

/**
 * Lets notes be written in an archive that can only be read: what they are written to is copied into temporary tables,
 * which are in memory and of this connection alone, and stand before the archive's own. Nothing outlives it: whoever asks
 * for this keeps what is written elsewhere. May be called again.
 */
export function addSideTables(connection: Connection): void {
	if (isTemporary(connection, 'annotations', 'table')) return;
	connection.pragma('temp_store = MEMORY');
	// A temporary table cannot refer to one that is not; what is written to these was checked against both.
	connection.pragma('foreign_keys = OFF');
	const present = createFile(':memory:');
	try {
		connection.transaction(() => {
			for (const table of sideTables) addSideTable(connection, present, table);
		});
	} finally {
		present.close();
	}
}

function addSideTable(connection: Connection, present: Connection, table: string): void {
	const columns = present.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table);
	const names = columns.map(({ name }) => name).join(', ');
	const type = ['view', 'table'].find((each) => isTemporary(connection, table, each));
	// An archive of an earlier version has one already, made of what it holds.
	if (type) {
		connection.execute(`CREATE TEMP TABLE side_rows AS SELECT ${names} FROM temp.${table}`);
		connection.execute(`DROP ${type} temp.${table}`);
	}
	for (const { sql } of listDefinitions(present, table)) connection.execute(asTemporary(sql));
	connection.run(
		`INSERT INTO temp.${table} (${names}) SELECT ${names} FROM ${type ? 'temp.side_rows' : `main.${table}`}`,
	);
	if (type) connection.execute('DROP TABLE temp.side_rows');
}

/** The table first, then its indexes. */
function listDefinitions(present: Connection, table: string): { sql: string }[] {
	return present.all(
		`SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL
		ORDER BY type DESC`,
		table,
	);
}

function asTemporary(sql: string): string {
	return sql
		.replace(/^CREATE TABLE /, 'CREATE TEMP TABLE ')
		.replace(/^CREATE (UNIQUE )?INDEX /, 'CREATE $1INDEX temp.');
}

function isTemporary(connection: Connection, name: string, type: string): boolean {
	return connection.get('SELECT 1 FROM sqlite_temp_schema WHERE name = ? AND type = ?', name, type) !== undefined;
}
