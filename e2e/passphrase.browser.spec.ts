import fs from 'node:fs';
import path from 'node:path';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { lecternJson } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

test('in a browser an archive with a passphrase is opened, locked and opened again at the same place', async ({
	startBrowserEdition,
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'secret.lectern');
	const place = ['--passphrase-file', writeFile(folder, 'key', 'sample words\n'), '--data', dataFolder];
	await lecternJson('new', archive, ...place);
	await lecternJson('add', writeFile(folder, 'letter.txt', artificialLetter(7)), '--archive', archive, ...place);
	const { page, pages } = await startBrowserEdition({ archive });
	const { passphrase, library, reader, frame, palette, writing } = pages;
	await passphrase.unlock('other words');
	await expect(passphrase.error).toContainText('does not open secret.lectern');
	await passphrase.unlock('sample words');
	await library.open('Sample letter 7');
	expect(await reader.paragraphText(1)).toContain(markerWord(7, 1));
	// The browser's history would keep what is encrypted on the disk.
	await expect(page).toHaveTitle(message('app.name'));
	await frame.press('text.write');
	await expect(writing.field).toBeFocused();
	await page.keyboard.type('Begun. ');
	await frame.press('archive.lock');
	await expect(passphrase.lockedTitle).toBeVisible();
	await passphrase.unlock('sample words');
	// What was typed at the last moment is there, and nothing of it was left in the window.
	await expect(reader.text).toBeVisible();
	await frame.press('text.write');
	await expect(writing.field).toHaveValue(/Begun\. /);
	await writing.button('discard').click();
	await expect(writing.pane).toBeHidden();
	await frame.press('archive.lock');
	await expect(passphrase.lockedTitle).toBeVisible();
	await expect(page.getByText(markerWord(7, 1))).toHaveCount(0);
	await passphrase.unlock('sample words');
	expect(await reader.paragraphText(1)).toContain(markerWord(7, 1));

	await test.step('another one is made here, by its name alone', async () => {
		await palette.goTo(message(commandTitleKey('archive.new-encrypted')));
		await expect(passphrase.newArchiveName).toBeFocused();
		await passphrase.newArchiveName.fill('../Field');
		await passphrase.choose('five sample words in it', 'Field');
		expect(await accessibilityFaults(page)).toEqual([]);
		await passphrase.makeButton.click();
		await expect(frame.archiveMenuButton).toContainText('Field');
		expect(fs.readdirSync(folder)).not.toContain('Field.lectern');
		await frame.press('archive.lock');
		await passphrase.unlock('five sample words in it');
		await expect(frame.archiveMenuButton).toContainText('Field');
	});
});
