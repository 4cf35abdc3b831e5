import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

test('an original that came with its folder, under a name that FAT does not take, is given back under one that it takes', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'mine.lectern');
	await lecternJson('new', archive, '--data', dataFolder);
	const letters = path.join(folder, 'letters');
	writeFile(path.join(letters, 'box'), 'at 12:30?.txt', artificialLetter(4, 2));
	const { app, page, pages } = await startDesktop({ archive, add: [letters] });
	await pages.library.select('Sample letter 4');
	await pages.frame.tab('provenance.tab').click();

	const file = path.join(folder, 'given-back.txt');
	await app.evaluate(({ dialog }, filePath) => {
		dialog.showSaveDialog = (async (_window: unknown, { defaultPath }: { defaultPath: string }) => {
			Object.assign(globalThis, { suggested: defaultPath });
			return { canceled: false, filePath };
		}) as unknown as typeof dialog.showSaveDialog;
	}, file);
	await pages.frame.inspector.getByRole('button', { name: message('provenance.save-original') }).click();
	await expect(page.getByText(message('provenance.saved-original', { file: 'at 12_30_.txt' }))).toBeVisible();
	expect(await app.evaluate(() => (globalThis as { suggested?: string }).suggested)).toBe('at 12_30_.txt');
	expect(fs.readFileSync(file, 'utf8')).toBe(artificialLetter(4, 2));
});
