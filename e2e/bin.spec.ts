import { message } from '#shared/messages/messages.ts';
import { describedTitle, starterRecordCount } from './fixtures/starter.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

test('a record goes to the bin, is gone from library and search, and comes back', async ({ start }) => {
	const {
		pages: { library, frame, search },
	} = await start();
	await library.select(describedTitle);
	await library.moveSelectedToBin(1);
	await expect(library.row(describedTitle)).toHaveCount(0);
	await expect.poll(() => library.count()).toBe(starterRecordCount - 1);
	await expect(frame.toast(message('library.moved-to-bin', { count: 1 }))).toBeVisible();
	await frame.closeToasts();

	await search.box.fill(`"${describedTitle}"`);
	await expect(search.nothingFound(`"${describedTitle}"`)).toBeVisible();

	await frame.goTo('navigation.bin');
	await expect(library.heading).toHaveText(message('library.bin'));
	await library.select(describedTitle);
	await library.restoreButton(1).click();
	await expect(library.emptyTitle).toHaveText(message('library.bin-empty.title'));
	await frame.goTo('library.title');
	await expect(library.row(describedTitle)).toBeVisible();

	await search.box.fill(`"${describedTitle}"`);
	await expect(search.options.first()).toBeVisible();
});

test('Delete moves what is chosen to the bin, and undo brings it back', inBrowser, async ({ start }) => {
	const {
		page,
		pages: { library, frame },
	} = await start();
	await library.select(describedTitle);
	await library.grid.focus();
	await page.keyboard.press('Delete');
	await expect(library.row(describedTitle)).toHaveCount(0);
	await frame.press('history.undo');
	await expect(library.row(describedTitle)).toBeVisible();
	await expect.poll(() => library.count()).toBe(starterRecordCount);
});
