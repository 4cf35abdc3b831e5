import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { runLectern } from './fixtures/command-line.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, type Started, test } from './fixtures/test.ts';

const title = message(commandTitleKey('archive.merge'));

async function annotate({ pages: { library, reader, cards, frame } }: Started, words: string): Promise<void> {
	await library.open(digestTitle);
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await cards.editor.fill(words);
	await cards.doneButton.click();
	await expect(cards.card('note', 2).filter({ hasText: words })).toBeVisible();
}

test('what two people did in copies of an archive comes together; merging is undone and done again', async ({
	start,
	folder,
	dataFolder,
}) => {
	const home = path.join(dataFolder, 'archives/starter.lectern');
	const field = path.join(folder, 'field.lectern');
	const first = await start();
	await annotate(first, 'Written at home');
	await first.close();
	copyFileSync(home, field);

	const otherData = path.join(folder, 'field-data');
	const other = await start({ archive: field, dataFolder: otherData });
	await annotate(other, 'Written in the field');
	await other.close();
	const preview = await runLectern('merge', field, '--preview', '--archive', home, '--data', dataFolder, '--json');
	expect(preview.status).toBe(0);

	const again = await start();
	const { merging, palette, frame, annotations } = again.pages;
	await expect(frame.statusBar).toBeVisible();
	await again.chooseFiles([field], () => palette.goTo(title));
	await expect(merging.things).toContainText(['Written in the field']);
	expect(await accessibilityFaults(again.page)).toEqual([]);
	await merging.mergeButton.click();
	await expect(merging.title).toHaveText(message('merge.done.title'));
	await merging.undoButton.click();
	await expect(frame.toasts).toContainText(message('history.step.merged'));
	await again.chooseFiles([field], () => palette.goTo(title));
	await merging.mergeButton.click();
	await expect(merging.title).toHaveText(message('merge.done.title'));
	await frame.press('go.annotations');
	await expect(annotations.rows).toHaveCount(2);
});
