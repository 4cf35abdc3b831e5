import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { ListsService } from './lists-service.ts';

const folder = temporaryFolders();

test('a table is written with the mark by which spreadsheets know its encoding', async () => {
	const path = join(folder(), 'table.csv');
	await new ListsService().saveTo({ path, text: 'sample;образец' });
	expect(readFileSync(path, 'utf8')).toBe('\ufeffsample;образец');
});

test('what cannot be written leaves nothing half-made beside what is there', async () => {
	const root = folder();
	mkdirSync(join(root, 'table.csv'));
	await expect(new ListsService().saveTo({ path: join(root, 'table.csv'), text: 'a' })).rejects.toMatchObject({
		detail: { file: 'table.csv' },
	});
	expect(readdirSync(root)).toEqual(['table.csv']);
});
