import { allCommands, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

test('a first start says where one is, until that is closed', async ({ start }) => {
	const first = await start();
	const welcome = first.page.getByRole('region', { name: message('welcome.title') });
	await welcome.getByRole('button', { name: message('welcome.read') }).click();
	await expect(first.page.getByRole('heading', { name: digestTitle, level: 1 })).toBeVisible();
	await first.pages.frame.press('go.library');
	await welcome.getByRole('button', { name: message('welcome.close') }).click();
	await expect(welcome).toHaveCount(0);
	await first.close();

	const { page, pages } = await start();
	await expect(pages.library.row(digestTitle)).toBeVisible();
	await expect(page.getByRole('region', { name: message('welcome.title') })).toHaveCount(0);
});

test('help is a key away, and its examples can be tried', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	await expect(pages.library.row(digestTitle)).toBeVisible();
	await pages.frame.press('help.open');
	await expect(page.getByRole('heading', { name: message('help.title'), level: 1 })).toBeVisible();
	const jobs = [
		'aloud',
		'beside',
		'write',
		'translate',
		'recordings',
		'inbox',
		'look',
		'cite',
		'share',
		'backup',
		'withdraw',
	] as const;
	for (const job of jobs)
		await expect(page.getByRole('heading', { name: message(`help.${job}`), level: 2, exact: true })).toBeVisible();
	// With every key, but those that would do something in another edition, or with the browser's window.
	const keys = page.getByRole('definition');
	await expect(page.getByRole('term').filter({ hasText: message('command.reading.quiet') })).toBeVisible();
	await expect(page.getByRole('term').filter({ hasText: message('command.archive.open') })).toHaveCount(0);
	// Every command is there, also those that have no keys, or act on a text only.
	const named = await page.getByRole('term').allTextContents();
	const own = allCommands.filter(({ isCopyOnly, isDesktopOnly }) => !isCopyOnly && !isDesktopOnly);
	expect(own.map(({ id }) => message(commandTitleKey(id))).filter((title) => !named.includes(title))).toEqual([]);
	await expect(page.getByRole('main')).toContainText(message('command.editions.compare'));
	await expect(keys.getByText('Alt N', { exact: true })).toBeVisible();
	await expect(keys.getByText('Ctrl N', { exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: message('search.help.phrase.example') }).click();
	await expect(pages.frame.searchBox).toHaveValue(new RegExp(message('search.help.phrase.example')));
});
