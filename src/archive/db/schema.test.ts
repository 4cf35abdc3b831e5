import { expect, test } from 'vitest';
import { createFile } from './archive-file.ts';
import { schemaText } from './inspection.ts';

test('schema.sql is what the migrations make', async () => {
	const connection = createFile(':memory:');
	await expect(schemaText(connection)).toMatchFileSnapshot('./schema.sql');
	connection.close();
});
