import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { runLectern } from './fixtures/command-line.ts';
import { digestTitle, starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('a second opener is told who holds the archive, and reads the snapshot', async ({ start, folder, dataFolder }) => {
	const archive = path.join(dataFolder, 'archives/starter.lectern');
	const otherData = path.join(folder, 'other-data');
	let first = await start();
	await expect.poll(() => first.pages.library.count()).toBe(starterRecordCount);
	// A note with an answer, which the second is to read.
	await first.pages.library.open(digestTitle);
	await first.pages.reader.focusParagraph(3);
	await first.pages.frame.press('annotation.note');
	const own = first.pages.cards;
	await own.editor.fill('The note');
	await own.doneButton.click();
	await own.act(own.card('note', 3), 'annotations.reply');
	await own.editor.fill('The answer');
	await own.doneButton.click();
	// The snapshot is taken beside the work, after opening.
	await first.close();
	first = await start();
	await expect.poll(() => first.pages.library.count()).toBe(starterRecordCount);
	const readBeside = () => runLectern('annotations', 'list', '--archive', archive, '--data', otherData);
	await expect.poll(async () => (await readBeside()).stdout).toContain('The answer');

	const second = await start({ archive, dataFolder: otherData });
	const { library, frame, reader, cards } = second.pages;
	await expect(frame.banner).toContainText(beforeHost('read-only.locked-snapshot'));
	await expect.poll(() => library.count()).toBe(starterRecordCount);
	await expect(library.addButton).toHaveCount(0);
	await expect(frame.statusBar).toContainText(message('status.read-only'));
	await library.open(digestTitle);
	await expect(reader.title).toHaveText(digestTitle);
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await expect(frame.toasts).toContainText(message('error.read-only'));
	await expect(cards.all).toHaveCount(1);

	// The note is read with its answer, and offers nothing that would be refused.
	const card = cards.card('note', 3);
	await card.getByText('The note').click({ button: 'right' });
	await expect(frame.menuItem(message('annotations.show-history'))).toBeVisible();
	await expect(frame.menuItem(message('annotations.copy-quote'))).toBeVisible();
	await expect(frame.menu.getByRole('menuitem')).toHaveCount(2);
	await second.page.keyboard.press('Escape');
	await expect(cards.replies(card)).toContainText('The answer');
	await expect(cards.list.getByRole('textbox')).toHaveCount(0);
	await expect(cards.list.getByRole('button', { name: message('annotations.edit') })).toHaveCount(0);
	await expect(cards.list.getByRole('button', { name: message('annotations.remove-reply') })).toHaveCount(0);

	const write = await runLectern('add', path.join(folder, 'none.txt'), '--archive', archive, '--data', otherData);
	expect(write.status).toBe(2);
	expect(write.stderr).toContain(path.basename(archive));

	// The first was not disturbed.
	await first.pages.library.open(digestTitle);
	await first.pages.reader.focusParagraph(2);
	await first.pages.frame.press('annotation.note');
	await expect(first.pages.cards.card('note', 2)).toBeVisible();
});

function beforeHost(key: 'read-only.locked-snapshot'): string {
	return message(key, { host: '\u0000', since: '', snapshot: '' }).split('\u0000')[0] ?? '';
}
