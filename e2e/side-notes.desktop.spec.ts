import path from 'node:path';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { runLectern } from './fixtures/command-line.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, type Started, test } from './fixtures/test.ts';

function item({ pages }: Started, id: CommandId) {
	return pages.frame.menuItem(message(commandTitleKey(id)));
}

test('notes on an archive that takes no writes go to a file, are there again, and come home; then it is unplugged', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const archive = path.join(dataFolder, 'archives/starter.lectern');
	const fieldData = path.join(folder, 'field-data');
	const notes = path.join(folder, 'field.notes.jsonld');
	const home = await startDesktop();
	await expect(home.pages.frame.statusBar).toBeVisible();
	// Read-only for everybody else, who reads the snapshot once it is taken.
	await expect.poll(async () => (await runLectern('list', '--archive', archive, '--data', fieldData)).status).toBe(0);

	await test.step('a file is chosen, and takes the notes', async () => {
		const field = await startDesktop({ archive, dataFolder: fieldData });
		const { frame, library, reader, cards, search, removable } = field.pages;
		await expect(removable.takeNotes).toBeVisible();
		await library.open(digestTitle);
		await (await reader.paragraph(2)).click({ button: 'right' });
		await expect(item(field, 'annotation.copy-quote')).toBeVisible();
		await expect(item(field, 'annotation.claim')).toHaveCount(0);
		await expect(item(field, 'annotation.link')).toHaveCount(0);
		await field.page.keyboard.press('Escape');
		await frame.searchBox.fill('President');
		await search.options
			.filter({ hasText: message('search.hit.number', { number: 2 }) })
			.first()
			.click({ button: 'right' });
		await expect(item(field, 'annotation.copy-quote')).toBeVisible();
		await expect(item(field, 'annotation.claim')).toHaveCount(0);
		await field.page.keyboard.press('Escape');
		await frame.goTo('library.title');
		await field.page.setViewportSize({ width: 360, height: 700 });
		await expect(removable.takeNotes).toBeInViewport({ ratio: 1 });
		expect(await accessibilityFaults(field.page)).toEqual([]);
		await field.page.setViewportSize({ width: 1280, height: 820 });
		await field.keepFile(notes, () => removable.takeNotes.click());
		await expect(frame.statusBar).toContainText(message('status.side-notes', { file: 'field.notes.jsonld' }));
		await frame.closeToasts();
		await library.open(digestTitle);
		await (await reader.paragraph(2)).click({ button: 'right' });
		await expect(item(field, 'annotation.claim')).toBeVisible();
		await expect(item(field, 'annotation.link')).toHaveCount(0);
		await field.page.keyboard.press('Escape');
		await reader.focusParagraph(2);
		await frame.press('annotation.note');
		await cards.editor.fill('Written in the field');
		await cards.doneButton.click();
		await expect(cards.card('note', 2)).toContainText('Written in the field');
		await expect(library.addButton).toHaveCount(0);
		await field.close();
	});

	await test.step('opened again, the file is offered by itself', async () => {
		const field = await startDesktop({ archive, dataFolder: fieldData });
		const { frame, annotations, removable } = field.pages;
		await removable.goOn.click();
		await expect(frame.banner).toContainText(message('side-notes.in-use', { file: 'field.notes.jsonld' }));
		await frame.press('go.annotations');
		await expect(annotations.rows).toHaveCount(1);
		await frame.press('archive.unplug');
		await expect(removable.answer).toContainText(message('unplug.notes', { path: notes }));
		await field.close();
	});

	await test.step('they come home by merging', async () => {
		const { merging, palette, frame, annotations } = home.pages;
		await home.chooseFiles([notes], () => palette.goTo(message(commandTitleKey('archive.merge'))));
		await expect(merging.things).toContainText(['Written in the field']);
		await merging.mergeButton.click();
		await expect(merging.title).toHaveText(message('merge.done.title'));
		await frame.press('go.annotations');
		await expect(annotations.rows).toHaveCount(1);
	});

	await test.step('the archive is closed and written out; one key opens it again', async () => {
		const { frame, removable, library } = home.pages;
		await frame.press('archive.unplug');
		await expect(removable.safe).toContainText('starter.lectern');
		await expect(removable.openAgain).toBeFocused();
		expect(await accessibilityFaults(home.page)).toEqual([]);
		expect((await runLectern('list', '--archive', archive, '--data', fieldData)).status).toBe(0);
		await home.page.keyboard.press('Enter');
		await expect(removable.safe).toHaveCount(0);
		await expect(library.row(digestTitle)).toBeVisible();
		await expect(frame.focusInMain).toHaveCount(1);
	});
});
