import { expect, test } from 'vitest';
import { createFile } from '#archive/db/archive-file.ts';
import { stampedTables } from '#archive/db/stamped-tables.ts';
import { tableFates } from './table-fates.ts';

/** Whoever adds a table says here what becomes of it in a package: none is forgotten. */
test('every table of the archive is carried in a package, derived, or left out on purpose', () => {
	const connection = createFile(':memory:');
	const tables = connection.all<{ name: string }>(
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
	);
	connection.close();
	expect(Object.keys(tableFates).sort()).toEqual(tables.map(({ name }) => name));
});

test('all that people change is carried in rows', () => {
	const fates = Object.keys(stampedTables).map((table) => tableFates[table as keyof typeof stampedTables]);
	expect(new Set(fates)).toEqual(new Set(['rows']));
});
