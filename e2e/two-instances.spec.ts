import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { runLectern } from './fixtures/command-line.ts';
import { digestTitle, starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('a second opener is told who holds the archive, and reads the snapshot', async ({ start, folder, dataFolder }) => {
	const archive = path.join(dataFolder, 'archives/starter.lectern');
	const otherData = path.join(folder, 'other-data');
	const first = await start();
	await expect.poll(() => first.pages.library.count()).toBe(starterRecordCount);
	// The snapshot is taken beside the work, after opening.
	await expect.poll(async () => (await runLectern('list', '--archive', archive, '--data', otherData)).status).toBe(0);

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
	await expect(cards.all).toHaveCount(0);

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
