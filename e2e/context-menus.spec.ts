import type { Locator } from '@playwright/test';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { describedTitle, digestTitle } from './fixtures/starter.ts';
import { expect, onDesktop, test } from './fixtures/test.ts';

const right = { button: 'right' } as const;

test('the right button and the menu key offer what the palette has, by the same names and keys', async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library, reader, palette, search, names, chronology } = pages;
	const item = (id: CommandId): Locator => frame.menuItem(message(commandTitleKey(id)));
	const leave = async () => {
		await page.keyboard.press('Escape');
		await expect(frame.menu).toHaveCount(0);
	};

	// A record: what is chosen by the press is what the menu is of.
	await library.row(describedTitle).click(right);
	await expect(library.row(describedTitle)).toHaveAttribute('aria-selected', 'true');
	await expect(item('record.cite')).toBeVisible();
	await expect(item('editions.add')).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await leave();
	await library.grid.press('Shift+F10');
	await item('receipt.make').click();
	await expect(pages.receipts.dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await library.row(digestTitle).click(right);
	await frame.menuItem(message('graph.open.record')).click();

	// A passage, by pointer and by keyboard.
	const passage = await reader.paragraph(2);
	await passage.click(right);
	await expect(item('annotation.claim')).toContainText('C');
	await leave();
	await frame.press('passage.next');
	await page.keyboard.press('ContextMenu');
	const named = await frame.menu.getByRole('menuitem').allTextContents();
	await leave();
	for (const id of ['annotation.note', 'annotation.copy-quote', 'quotes.card'] as const) {
		const title = message(commandTitleKey(id));
		expect(
			named.some((text) => text.includes(title)),
			title,
		).toBe(true);
		await palette.open();
		await palette.field.fill(title);
		await expect(palette.entry(title).first()).toBeVisible();
		await page.keyboard.press('Escape');
	}

	// Chosen words stay chosen under the right button, and are what is marked.
	const firstWord = { position: { x: 14, y: 14 } };
	await passage.dblclick(firstWord);
	const words = await page.evaluate(() => document.getSelection()?.toString().trim() ?? '');
	await passage.click({ ...right, ...firstWord });
	await expect(frame.menu).toHaveAccessibleName(message('annotations.words-menu'));
	await page.keyboard.press('c');
	await expect(frame.inspector).toContainText(words);

	// The card, a hit, a name and an event have theirs.
	await frame.inspector
		.getByRole('article')
		.first()
		.click({ ...right, position: { x: 5, y: 5 } });
	await expect(frame.menuItem(message('annotations.edit'))).toBeVisible();
	await leave();
	await frame.searchBox.fill('President');
	await search.options
		.filter({ hasText: message('search.hit.number', { number: 2 }) })
		.first()
		.click(right);
	await expect(item('annotation.evidence')).toBeVisible();
	await leave();
	await frame.goTo('navigation.names');
	await names.options.first().click(right);
	await expect(item('names.merge')).toBeVisible();
	// What comes with the details of the name comes below, and the keyboard stays at the first.
	await expect(frame.menuItem(message('names.open-page'))).toBeFocused();
	await leave();
	await page.keyboard.press('ContextMenu');
	await expect(item('names.remove')).toBeVisible();
	await leave();
	await frame.goTo('navigation.chronology');
	await chronology.rows.nth(1).click(right);
	await expect(frame.menuItem(message('chronology.edit'))).toBeVisible();
	await leave();

	// So have the rows of the annotations, and of the tables under graph and map.
	await frame.goTo('navigation.map');
	await pages.map.rows.first().click(right);
	await expect(frame.menuItem(message('graph.open.name'))).toBeVisible();
	await leave();
	await frame.goTo('navigation.graph');
	await pages.graph.rows.first().click(right);
	await expect(frame.menuItem(message('graph.steps', { count: 1 }))).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await frame.menuItem(message('graph.open.record')).click();
	await expect(reader.title).toBeVisible();
	await frame.goTo('navigation.annotations');
	await expect(pages.annotations.rows).toHaveCount(1);
	await pages.annotations.rows.first().click(right);
	await expect(frame.menuItem(message('annotations.copy-quote'))).toBeVisible();
	await expect(frame.menuItem(message('graph.open.passage'))).toBeVisible();
	await leave();
	await page.keyboard.press('ContextMenu');
	await frame.menuItem(message('annotations.remove')).click();
	await expect(pages.annotations.rows).toHaveCount(0);
});

test('a field in the window offers to cut, copy and paste', onDesktop, async ({ startDesktop }) => {
	const { app, pages } = await startDesktop();
	await expect(pages.library.grid).toBeVisible();
	// The system's menu is drawn by no page: it is asked what it was given to show.
	await app.evaluate(({ Menu }) => {
		Menu.prototype.popup = function popup(this: Electron.Menu) {
			Object.assign(globalThis, { shownRoles: this.items.map(({ role }) => role) });
		};
	});
	const shown = () => app.evaluate(() => (globalThis as { shownRoles?: string[] }).shownRoles ?? []);
	await pages.frame.searchBox.fill('sample');
	await pages.frame.searchBox.click(right);
	await expect.poll(shown).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectall']));
});
