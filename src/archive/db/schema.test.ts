import { expect, test } from 'vitest';
import { createFile } from './archive-file.ts';
import { readSchema } from './inspection.ts';

test('schema.sql is what the migrations make', async () => {
	const connection = createFile(':memory:');
	const schema = readSchema(connection)
		.map(({ sql }) => `${sql};`)
		.join('\n\n');
	await expect(
		`-- Generated from the migrations by the test beside this file; run it with -u after adding one.\n\n${schema}\n`,
	).toMatchFileSnapshot('./schema.sql');
	connection.close();
});
