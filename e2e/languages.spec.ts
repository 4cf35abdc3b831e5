import type { Page } from '@playwright/test';
import { edtfWords } from '#shared/dates/edtf-words.ts';
import { type Locale, localeNames, locales } from '#shared/messages/locales.ts';
import { activateLocale, message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import type { RunningDesktop } from './fixtures/desktop.ts';
import type { RunningLectern } from './fixtures/running-lectern.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';
import { LecternPages } from './pages/lectern.ts';
import { placeholderHasRoom } from './pages/placeholder-room.ts';

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

test('every language has its pages, without a fault, on a page enlarged twice too', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	await pages.frame.goTo('navigation.settings');
	for (const locale of locales.toReversed()) {
		await choose(page, locale);
		expect(await accessibilityFaults(page), locale).toEqual([]);
		await page.setViewportSize({ width: 640, height: 410 });
		expect(await outsideOnPages(page), locale).toEqual([]);
		await page.setViewportSize({ width: 360, height: 720 });
		const { frame, palette } = new LecternPages(page);
		expect(await placeholderHasRoom(frame.searchBox), locale).toBe(true);
		await palette.open();
		expect(await placeholderHasRoom(palette.field), locale).toBe(true);
		await page.keyboard.press('Escape');
		await expect(palette.dialog).toHaveCount(0);
		await page.setViewportSize({ width: 1280, height: 820 });
	}
});

test(
	'long words leave room: titles in the library, keys in the palette, two texts on one line',
	inBrowser,
	async ({ start }) => {
		const first = await start();
		await first.pages.frame.goTo('navigation.settings');
		await choose(first.page, 'hy');
		const { page } = first;
		// What they look for is said in the language of now.
		const { frame, library, palette, reader, beside, graph } = new LecternPages(page);
		await frame.goTo('library.title');
		await expect(library.row(digestTitle)).toBeVisible();
		expect(await library.titleWidthPx(digestTitle)).toBeGreaterThan(240);
		await palette.goTo(digestTitle);
		await expect(reader.text).toBeVisible();
		await frame.press('reader.beside');
		await expect(beside.text('second')).toBeVisible();
		const topOf = async (side: 'first' | 'second') => (await beside.text(side).boundingBox())?.y;
		expect(await topOf('first')).toBe(await topOf('second'));
		await page.setViewportSize({ width: 360, height: 720 });
		await palette.open();
		await expect(palette.entries.first()).toBeVisible();
		expect(await palette.cutOffEntries()).toEqual([]);
		await page.keyboard.press('Escape');
		await frame.press('go.graph');
		await expect(graph.rows.first()).toBeVisible();
		const title = await graph.rows.first().getByRole('gridcell').first().boundingBox();
		expect(title?.width).toBeGreaterThan(170);
	},
);

test('what a card asks for is read in full in every language', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	await noteOnDigest(pages);
	await expect(pages.cards.all.getByRole('article')).toBeVisible();
	for (const locale of locales.toReversed()) {
		await pages.frame.press('settings.open');
		await choose(page, locale);
		await pages.frame.press('go.back');
		const { cards, reader } = new LecternPages(page);
		await expect(reader.text).toBeVisible();
		await cards.all.getByRole('article').click();
		expect(await cards.tagFieldHasRoom(cards.all), locale).toBe(true);
	}
});

test('numbers and days are read and typed as the language writes them', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	await noteOnDigest(pages);
	await pages.frame.press('settings.open');
	for (const locale of ['fr', 'az', 'hy'] as const) {
		await choose(page, locale);
		// What they look for is said in the language of now.
		const { frame, settings, annotations } = new LecternPages(page);
		await settings.readingButton.click();
		await expect(settings.stepper('leading').value).toHaveText('1,65');
		await page.keyboard.press('Escape');
		await frame.press('go.annotations');
		await expect(annotations.rows).toHaveCount(1);
		expect(await annotations.cutOffChoices(), locale).toEqual([]);
		await annotations.since.fill('2999-11');
		await expect(annotations.since).toHaveAccessibleDescription(edtfWords('2999-11'));
		await expect(annotations.rows).toHaveCount(0);
		await annotations.since.fill('11/29');
		await annotations.since.blur();
		await expect(annotations.since).toHaveAttribute('aria-invalid', 'true');
		await annotations.since.fill('');
		await expect(annotations.rows).toHaveCount(1);
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.press('settings.open');
	}
});

test(
	'titles are sorted by the alphabet of the language, for which Chromium knows none',
	inBrowser,
	async ({ start, folder }) => {
		const titles = ['Xal', 'Lal', 'Qol', 'Hal', 'Kol', 'İl'];
		const add = titles.map((title, at) => writeFile(folder, `${at}.txt`, `${title}\n\nSample words.\n`));
		const { page, pages } = await start({ add });
		await pages.frame.goTo('navigation.settings');
		await choose(page, 'az');
		const { frame, library } = new LecternPages(page);
		await frame.press('go.library');
		await library.grid.getByRole('columnheader', { name: message('library.column.title') }).click();
		const shown = async () => {
			const rows = await library.grid.getByRole('row').allInnerTexts();
			return rows.flatMap((row) => titles.filter((title) => row.startsWith(title)));
		};
		await expect.poll(shown).toEqual(['Hal', 'Xal', 'İl', 'Kol', 'Qol', 'Lal']);
	},
);

/** What sticks out of the window on the settings and where two texts are searched side by side; comes back to the settings. */
async function outsideOnPages(page: Page): Promise<string[]> {
	// What it looks for is said in the language of now.
	const { frame, palette, reader, beside, names } = new LecternPages(page);
	const outside = await frame.controlsOutside();
	await palette.goTo(digestTitle);
	await expect(reader.text).toBeVisible();
	await frame.press('find.open');
	await reader.findField.fill('the');
	await expect(reader.findCount).not.toBeEmpty();
	outside.push(...(await frame.controlsOutside()));
	await page.keyboard.press('Escape');
	await frame.press('reader.beside');
	await expect(beside.text('first')).toBeVisible();
	await frame.press('find.open');
	await reader.findField.fill('the');
	await expect(reader.findCount).not.toBeEmpty();
	outside.push(...(await frame.controlsOutside()));
	await page.keyboard.press('Escape');
	await frame.press('go.names');
	await names.options.first().click();
	// Chromium itself knows the names of scripts in some languages only.
	await expect(page.getByText(` · ${message('script.name.Latn')} · `).first()).toBeVisible();
	outside.push(...(await frame.controlsOutside()));
	await palette.goTo(message('settings.title'));
	await expect(page.getByRole('heading', { name: message('settings.title'), level: 1 })).toBeVisible();
	return outside;
}

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

/** Leaves an empty note on its second paragraph. */
async function noteOnDigest({ page, palette, reader, frame, cards }: LecternPages): Promise<void> {
	await palette.goTo(digestTitle);
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await expect(cards.editor).toBeFocused();
	await page.keyboard.press('Control+Enter');
}
