import { message } from '#shared/messages/messages.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { describedTitle } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('in a narrow window the list gives way to the name, and comes back', async ({ start }) => {
	const { page, pages } = await start();
	const { frame, names } = pages;
	await frame.press('go.names');
	await expect(names.options.first()).toBeVisible();
	await page.setViewportSize({ width: 360, height: 720 });
	await names.options.first().click();
	await expect(names.list).toHaveCount(0);
	await expect(page.getByRole('heading', { name: message('names.forms') })).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('link', { name: message('names.back') }).click();
	await expect(names.options.first()).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);

	await pages.palette.goTo(message('command.theme.dark'));
	await names.options.first().click();
	await pages.namePage.openLink.click();
	await expect(pages.namePage.mentions.getByRole('listitem').first()).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	expect(await contrastFaults(page)).toEqual([]);
	await frame.press('go.wantedSources');
	await expect(pages.sources.grid).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	expect(await contrastFaults(page)).toEqual([]);
	await pages.sources.row(describedTitle).click();
	await expect(pages.sources.status).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
});
