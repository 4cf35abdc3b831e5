import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson } from './fixtures/command-line.ts';
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

test('the page of a name does not outlive its archive, and shows what it is when that comes back', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const sample = writeFile(folder, 'sample.txt', 'Rimwald was quiet.\n\nThe Rimwalders of Kolm were quiet too.\n');
	const running = await startDesktop({ add: [sample] });
	const { page, pages } = running;
	const { library, frame, names, namePage } = pages;
	await expect(library.row('sample').first()).toBeVisible();
	const starter = path.join(dataFolder, 'archives', 'starter.lectern');

	await test.step('it is opened from the list, of which it has what it knows first', async () => {
		await frame.goTo('navigation.names');
		await names.newButton.click();
		await names.formText.fill('Rimwald');
		await names.dialogButton('dialog.save').click();
		await namePage.openLink.click();
		await expect(namePage.title).toHaveText('Rimwald');
		await expect(namePage.mention('Rimwald was quiet')).toBeVisible();
	});

	await test.step('another archive is opened over it, and Back leads to where it was: nothing of it is left', async () => {
		await running.willSaveAs(path.join(folder, 'second.lectern'));
		await frame.press('archive.new');
		await expect(library.emptyTitle).toHaveText(message('library.empty.title'));
		await page.keyboard.press('Alt+ArrowLeft');
		await expect(namePage.main.getByRole('alert')).toBeVisible();
		await expect(namePage.main).not.toContainText('Rimwald');
	});

	await test.step('its own archive is changed meanwhile by another program, and the page has the change', async () => {
		await lecternJson('names', 'add', 'en:Kolm', '--to', 'Rimwald', '--archive', starter);
		await frame.archiveMenuButton.click();
		await frame.menuItem(message('archive.starterTitle')).click();
		await expect.poll(() => library.count()).toBe(starterRecordCount + 1);
		await page.keyboard.press('Alt+ArrowLeft');
		await expect(namePage.title).toHaveText('Rimwald');
		await expect(namePage.mention('of Kolm')).toBeVisible();
	});
});
