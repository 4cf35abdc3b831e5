import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { lecternJson } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';
import { filesWith } from './fixtures/traces.ts';

const passphrase = 'sample words of a test';

test('an archive is made with a passphrase, locked while a note is written, and opened again at the same place', async ({
	startDesktop,
	folder,
}) => {
	const running = await startDesktop();
	const { library, reader, frame, cards, passphrase: asks, removable, search } = running.pages;
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
	const clipboard = () => running.app.evaluate((electron) => electron.clipboard.readText());
	const copied = await reader.selectWithMouse(2, 12);
	await running.page.keyboard.press('ControlOrMeta+KeyC');
	await expect.poll(clipboard).toContain(copied);
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await cards.editor.fill('Written before the lock');

	const before = await running.archiveProcess();
	await frame.press('archive.lock');
	await expect(asks.lockedTitle).toBeVisible();
	await expect(running.page.getByText('quixotically')).toHaveCount(0);
	expect(await running.archiveProcess()).not.toBe(before);
	expect(await clipboard()).toBe('');
	expect(fs.readdirSync(folder).filter((name) => name.startsWith('secret'))).toEqual(['secret.lectern']);
	expect(await accessibilityFaults(running.page)).toEqual([]);

	await asks.unlock('another one');
	await expect(asks.error).toContainText('does not open secret.lectern');
	await asks.unlock(passphrase);
	await expect.poll(() => reader.paragraphText(2)).toContain('quixotically');
	await expect(cards.card('note', 2)).toContainText('Written before the lock');
	await search.box.fill('quixotically');
	await expect(search.options).toHaveCount(1);

	await frame.press('archive.unplug');
	await removable.openAgain.click();
	await asks.unlock(passphrase);
	await expect(removable.safe).toBeHidden();
	await expect.poll(() => library.count()).toBe(1);
	await running.close();
	fs.rmSync(letter);
	expect(filesWith(folder, 'quixotically')).toEqual([]);
});

test('an archive that is there gets a passphrase in the settings; what it was before is deleted when that is said', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'plain.lectern');
	const letter = writeFile(folder, 'sample.txt', 'Sample letter 7.\n\nAlpha quixotically beta.\n');
	await lecternJson('new', archive, '--data', dataFolder);
	await lecternJson('add', letter, '--archive', archive, '--data', dataFolder);
	const running = await startDesktop({ archive });
	const { library, frame, passphrase: asks, settings } = running.pages;
	await expect.poll(() => library.count()).toBe(1);
	await frame.press('archive.lock');
	await expect(frame.toasts).toContainText(message('lock.no-passphrase'));
	await frame.press('settings.open');
	await expect(settings.heading).toBeVisible();
	await asks.changeButton('set').click();
	await asks.choose(passphrase, 'plain');
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await asks.changeButton('set').last().click();
	await expect(asks.leftList).toContainText('plain.old.lectern');
	expect(await accessibilityFaults(running.page)).toEqual([]);
	const holdsWord = (name: string) => fs.readFileSync(path.join(folder, name)).includes('quixotically');
	expect([holdsWord('plain.lectern'), holdsWord('plain.old.lectern')]).toEqual([false, true]);
	await asks.removeLeftButton.click();
	await expect(frame.toasts).toContainText(message('passphrase.left-removed'));
	expect(fs.existsSync(path.join(folder, 'plain.old.lectern'))).toBe(false);
	await expect.poll(() => library.count()).toBe(1);
	// What opened the dialog is gone, and so is the field of the locked window.
	await expect(frame.focusInMain).toHaveCount(1);
	await frame.press('archive.lock');
	await asks.unlock(passphrase);
	await expect.poll(() => library.count()).toBe(1);
	await expect(frame.focusInMain).toHaveCount(1);
});
