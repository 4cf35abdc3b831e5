import { Connection } from '#archive/db/connection.ts';
import { migrations } from '#archive/db/migrations.ts';

interface SchemaEntry {
	type: 'table' | 'index' | 'trigger';
	name: string;
}

/** Makes an archive what a program of schema version `version` would have written, as far as that knew its content. */
export function takeBackTo(connection: Connection, version: number): void {
	const older = new Connection(':memory:', 'create');
	for (const sql of migrations.slice(0, version)) older.execute(sql);
	const known = new Set(entriesOf(older).map(({ name }) => name));
	const later = entriesOf(connection).filter(({ name }) => !known.has(name));
	connection.pragma('foreign_keys = OFF');
	for (const type of ['trigger', 'index', 'table'] as const)
		for (const entry of later) if (entry.type === type) connection.execute(`DROP ${type} ${entry.name}`);
	for (const { type, name } of entriesOf(connection)) {
		if (type !== 'table') continue;
		const before = new Set(columnsOf(older, name));
		for (const column of columnsOf(connection, name))
			if (!before.has(column)) connection.execute(`ALTER TABLE ${name} DROP COLUMN ${column}`);
	}
	connection.pragma(`user_version = ${version}`);
	older.close();
}

function entriesOf(connection: Connection): SchemaEntry[] {
	return connection.all<SchemaEntry>(
		"SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
	);
}

function columnsOf(connection: Connection, table: string): string[] {
	return connection.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name);
}
