import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

/** Longer than a few looks at the folder. */
const untilLooked = { timeout: 60_000 };

test('files of a watched folder wait in the inbox and are triaged; one is withdrawn for good, and is known when it comes again', async ({
	startDesktop,
	folder,
}) => {
	const watched = path.join(folder, 'coming-in');
	mkdirSync(watched);
	const running = await startDesktop();
	const { page, pages } = running;
	const { frame, settings, library, purge, adding, custody } = pages;
	await expect(library.grid).toBeVisible();

	await test.step('a folder is chosen in the settings', async () => {
		await frame.press('settings.open');
		writeFile(watched, 'letter.pdf.part', 'A sample that is not finished.');
		await running.chooseFolder(watched, () => settings.chooseInboxFolder.click());
		await expect(frame.main).toContainText(message('inbox.passed-over.unfinished', { name: 'letter.pdf.part' }));
		await expect(frame.main).toContainText(message('inbox.state.watching', { folder: watched }));
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.goTo('inbox.title');
		await expect(library.emptyTitle).toHaveText(message('inbox.empty.title'));
	});

	await test.step('what comes into it waits until it is done', async () => {
		writeFile(watched, 'letter.txt', 'A sample letter that came by itself.');
		await expect(library.row('letter')).toBeVisible(untilLooked);
		await expect(frame.navigationEntry('inbox.title')).toContainText('1');
		await library.select('letter');
		await library.takeSelectedOutOfInbox(1);
		await expect(library.emptyTitle).toHaveText(message('inbox.empty.title'));
		await frame.press('history.undo');
		await expect(library.row('letter')).toBeVisible();
		await frame.closeToasts();
	});

	await test.step('it is withdrawn, after a reason and a word were typed', async () => {
		await library.select('letter');
		await pages.palette.goTo(message('command.records.withdraw'));
		await expect(purge.dialog).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(purge.dialog).toHaveCount(0);
		await purge.ask(1);
		await expect(purge.dialog).toContainText(message('purge.elsewhere'));
		await expect(purge.confirmButton).toBeDisabled();
		await purge.reason.fill('The sample giver asked for it back.');
		await expect(purge.confirmButton).toBeDisabled();
		await purge.word.fill(message('purge.word'));
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize({ width: 360, height: 760 });
		await expect.poll(() => frame.overflowPx()).toBe(0);
		await page.setViewportSize({ width: 1280, height: 820 });
		await frame.showTheme('dark');
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.showTheme('light');
		await purge.confirmButton.click();
		await expect(adding.rows.getByText(message('job.outcome.erased'), { exact: true }).first()).toBeVisible();
		await frame.goTo('library.title');
		await expect(library.row('letter')).toHaveCount(0);
	});

	await test.step('its file is known again, and taken all the same', async () => {
		await running.chooseFiles([path.join(watched, 'letter.txt')], () => library.addButton.click());
		await frame.goTo('navigation.adding');
		await expect(adding.detail('letter.txt')).toContainText('The sample giver asked for it back.');
		await frame.goTo('navigation.custody');
		await expect(purge.withdrawn).toContainText('The sample giver asked for it back.');
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.goTo('navigation.adding');
		await adding.takeWithdrawnButton.click();
		await expect(adding.outcome('letter.txt', 'added')).toBeVisible();
		await frame.goTo('navigation.custody');
		await expect(custody.head).toBeVisible();
		await expect(purge.withdrawn).toHaveCount(0);
	});
});
