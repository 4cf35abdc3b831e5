import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

test('a note is not called saved in an archive that was moved away while it was open; back again, it takes it', async ({
	startDesktop,
	folder,
}) => {
	const [archive, elsewhere] = [path.join(folder, 'mine.lectern'), path.join(folder, 'moved.lectern')];
	const otherData = path.join(folder, 'other-data');
	const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
	await lecternJson('new', archive, '--data', otherData);
	await lecternJson('add', letter, '--archive', archive, '--data', otherData);
	const { pages, close } = await startDesktop({ archive });
	const { cards, frame, library, reader } = pages;
	await library.open('Sample letter 4');
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await expect(cards.editor).toBeFocused();
	fs.renameSync(archive, elsewhere);

	await cards.editor.fill('Written while it was elsewhere');
	await cards.doneButton.click();
	await expect(frame.inspector).toContainText(message('error.disk-error-moved', { archive: 'mine.lectern' }));
	await expect(frame.statusBar).toContainText(message('status.unsaved', { count: 1 }));
	await expect(cards.editor).toHaveValue('Written while it was elsewhere');

	// Typed on, it is no more saved than it was: neither for the pause nor once it was tried again.
	await cards.editor.press('End');
	await cards.editor.pressSequentially(', and more');
	expect(await frame.saved.isVisible()).toBe(false);
	await expect(cards.editor).toHaveValue('Written while it was elsewhere, and more');
	await expect(cards.trouble).toContainText(message('error.disk-error-moved', { archive: 'mine.lectern' }));

	fs.renameSync(elsewhere, archive);
	await cards.doneButton.click();
	await expect(cards.card('note', 2)).toContainText('Written while it was elsewhere, and more');
	await expect(frame.saved).toBeVisible();
	await close();
	const notes = await lecternJson<unknown>('annotations', 'list', '--archive', archive, '--data', otherData);
	expect(notes).toHaveLength(1);
});
