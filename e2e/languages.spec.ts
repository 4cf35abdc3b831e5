import type { Page } from '@playwright/test';
import { type Locale, localeNames, locales } from '#shared/messages/locales.ts';
import { activateLocale, message } from '#shared/messages/messages.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import type { RunningDesktop } from './fixtures/desktop.ts';
import type { RunningLectern } from './fixtures/running-lectern.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

// What the tests look for is said in the language that is active in their own process.
test.afterEach(() => activateLocale('en'));

test('a language is spoken at once, in the menu too, and remembered', async ({ start }) => {
	const first = await start();
	await first.pages.frame.goTo('navigation.settings');
	await choose(first.page, 'ru');
	expect(await first.page.evaluate(() => document.documentElement.lang)).toBe('ru');
	await expect.poll(() => firstMenu(first)).toBe(isDesktop(first) ? message('command.group.file') : null);
	await first.close();

	const { page, pages } = await start();
	await expect(pages.library.row(digestTitle)).toBeVisible();
	await pages.frame.goTo('navigation.chronology');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await pages.frame.goTo('navigation.settings');
	await choose(page, 'en');
	await expect(page.getByRole('link', { name: 'Library', exact: true })).toBeVisible();
});

test('every language has its page, without a fault', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	await pages.frame.goTo('navigation.settings');
	for (const locale of locales.toReversed()) {
		await choose(page, locale);
		expect(await accessibilityFaults(page), locale).toEqual([]);
	}
});

/** On the settings page; from then on the tests speak it too. */
async function choose(page: Page, locale: Locale): Promise<void> {
	await page
		.getByRole('main')
		.getByRole('button', { name: new RegExp(`${message('settings.language')}$`) })
		.click();
	await page.getByRole('option', { name: localeNames[locale], exact: true }).click();
	await activateLocale(locale);
	await expect(page.getByRole('heading', { name: message('settings.title'), level: 1 })).toBeVisible();
}

function isDesktop(running: RunningLectern): running is RunningDesktop {
	return 'app' in running;
}

async function firstMenu(running: RunningLectern): Promise<string | null> {
	if (!isDesktop(running)) return null;
	return running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label ?? null);
}
