import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

const passphrase = 'sample words of a test';

test('an archive is made with a passphrase, locked while a note is written, and opened again at the same place', async ({
	startDesktop,
	folder,
}) => {
	test.setTimeout(120_000);
	const running = await startDesktop();
	const { library, reader, frame, cards, passphrase: asks, search } = running.pages;
	await expect(library.grid).toBeVisible();
	await running.willSaveAs(path.join(folder, 'secret.lectern'));
	await frame.archiveMenuButton.click();
	await frame.menuItem(message('command.archive.new-encrypted')).click();
	await asks.choose(passphrase, 'secret');
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await asks.makeButton.click();
	await expect(frame.archiveMenuButton).toContainText('secret');
	const letter = writeFile(folder, 'sample.txt', 'Sample letter 7.\n\nAlpha quixotically beta.\n');
	await running.chooseFiles([letter], () => library.addButton.click());
	await library.open('sample');
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await cards.editor.fill('Written before the lock');

	const before = await running.archiveProcess();
	await frame.press('archive.lock');
	await expect(asks.lockedTitle).toBeVisible();
	await expect(running.page.getByText('quixotically')).toHaveCount(0);
	expect(await running.archiveProcess()).not.toBe(before);
	expect(fs.readdirSync(folder).filter((name) => name.startsWith('secret'))).toEqual(['secret.lectern']);
	expect(await accessibilityFaults(running.page)).toEqual([]);

	await asks.unlock('another one');
	await expect(asks.error).toContainText('does not open secret.lectern');
	await asks.unlock(passphrase);
	expect(await reader.paragraphText(2)).toContain('quixotically');
	await expect(cards.card('note', 2)).toContainText('Written before the lock');
	await search.box.fill('quixotically');
	await expect(search.options).toHaveCount(1);
});
