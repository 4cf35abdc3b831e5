import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('a new archive is made and filled, the old one opened again from the menu', async ({ startDesktop, folder }) => {
	const running = await startDesktop();
	const { page, pages } = running;
	const { library, frame } = pages;
	await expect(library.grid).toBeVisible();
	await running.willSaveAs(path.join(folder, 'second.lectern'));
	await frame.press('archive.new');
	await expect(library.emptyTitle).toHaveText(message('library.empty.title'));
	await expect(frame.archiveMenuButton).toContainText('second');
	await running.chooseFiles([writeFile(folder, 'sample.txt', 'Sample letter 7. Alpha beta gamma.\n')], () =>
		page.getByRole('button', { name: message('command.adding.files') }).click(),
	);
	await expect.poll(() => library.count()).toBe(1);

	await frame.archiveMenuButton.click();
	await frame.menuItem(message('archive.starterTitle')).click();
	await expect.poll(() => library.count()).toBe(starterRecordCount);
});

test('a bad archive chosen in the dialog leaves the present one open', async ({ startDesktop, folder }) => {
	const running = await startDesktop();
	const { library, frame } = running.pages;
	await expect(library.grid).toBeVisible();
	await running.willChoose([writeFile(folder, 'letter.lectern', 'Alpha beta gamma')]);
	await frame.press('archive.open');
	await expect(frame.toasts).toContainText(message('archive.reason.notSqlite'));
	expect(await library.count()).toBe(starterRecordCount);
});
