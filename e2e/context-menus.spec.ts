import type { Locator } from '@playwright/test';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { describedTitle, digestTitle } from './fixtures/starter.ts';
import { expect, inBrowser, onDesktop, test } from './fixtures/test.ts';
import { LecternPages } from './pages/lectern.ts';

const right = { button: 'right' } as const;

test('the right button and the menu key offer what the palette has, by the same names and keys', async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library, reader, palette, search, names, chronology } = pages;
	const item = (id: CommandId): Locator => frame.menuItem(message(commandTitleKey(id)));
	const leave = async () => {
		await page.keyboard.press('Escape');
		await expect(frame.menu).toHaveCount(0);
		// The keyboard comes back a frame later.
		await expect(page.locator(':focus')).toHaveCount(1);
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
	const secondParagraph = await reader.paragraphText(2);
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
	// Their bar says the same, and is gone beneath the menu.
	await expect(page.locator('[role=toolbar]').filter({ hasText: message('purpose.dispute') })).toHaveCount(0);
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
	await expect(frame.menuItem(message('search.open-at', { number: 2 }))).toBeVisible();
	await leave();
	// A hit on a title has no words to mark, and opens; before that it shows how its text begins.
	await frame.searchBox.fill(digestTitle);
	const titled = search.options.filter({ hasText: message('search.hit.title') }).filter({ hasText: digestTitle });
	await titled.first().click(right);
	await expect(frame.menuItem(message('search.open'))).toBeVisible();
	await expect(item('annotation.evidence')).toHaveCount(0);
	await leave();
	await expect(search.preview).toContainText(secondParagraph.slice(0, 60));
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

test('in a narrow window menus offer the same, and the list stays', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library, names } = pages;
	const item = (id: CommandId): Locator => frame.menuItem(message(commandTitleKey(id)));
	await expect(library.grid).toBeVisible();
	await page.setViewportSize({ width: 800, height: 700 });
	await expect(frame.inspector).toHaveCount(0);

	// What is done with a record does not hang on the pane that shows it, and what this one lacks keeps its place.
	await library.row(describedTitle).click(right);
	await expect(item('editions.compare')).toBeDisabled();
	await expect(item('record.cite')).toBeEnabled();
	await item('record.cite').click();
	await expect(frame.toast(message('annotations.reference-copied'))).toBeVisible();
	await frame.closeToasts();

	await frame.press('go.names');
	const first = names.options.first();
	const title = (await first.locator('span').first().textContent()) ?? '';
	await first.click(right);
	// Keys in the menu are the menu's.
	await expect(item('names.merge')).toBeVisible();
	await page.keyboard.press('Shift+End');
	await page.keyboard.press('Delete');
	await expect(page.getByRole('alertdialog')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(names.list.getByRole('option', { selected: true })).toHaveCount(1);
	await expect(first).toHaveAttribute('aria-selected', 'true');
	await first.click(right);
	await item('names.remove').click();
	await expect(names.dialog).toContainText(title);
});

test('a menu is of the thing it was asked for, and goes with it', inBrowser, async ({ start, browser }) => {
	const { page, pages } = await start();
	const { frame, chronology } = pages;
	await frame.goTo('navigation.chronology');
	const [first, second, third] = await chronology.rows.evaluateAll((rows) =>
		rows.map((row) => row.querySelectorAll('[role=gridcell]')[1]?.firstChild?.textContent ?? ''),
	);
	// What lies behind an open menu is hidden from roles.
	const rowOf = (title = '') => page.locator('[role=row]').filter({ hasText: title });
	const menuOf = (title = '') => page.getByRole('menu', { name: message('chronology.actions-on', { title }) });
	const elsewhere = await browser.newContext({ storageState: await page.context().storageState() });
	const other = new LecternPages(await elsewhere.newPage());
	await other.page.goto(page.url());
	const removeElsewhere = async (title = '') => {
		await other.chronology.row(title).click(right);
		await other.frame.menuItem(message('chronology.remove')).click();
		await expect(rowOf(title)).toHaveCount(0);
	};

	await chronology.row(second ?? '').click(right);
	await expect(menuOf(second)).toBeVisible();
	await removeElsewhere(first);
	await expect(menuOf(second)).toBeVisible();
	await frame.menuItem(message('chronology.remove')).click();
	await expect(rowOf(second)).toHaveCount(0);

	await chronology.row(third ?? '').click(right);
	await expect(menuOf(third)).toBeVisible();
	await removeElsewhere(third);
	await expect(frame.menu).toHaveCount(0);
	await other.frame.press('history.undo');
	await expect(rowOf(third)).toBeVisible();
	await expect(frame.menu).toHaveCount(0);
	await elsewhere.close();
});

test('marks that are drawn on the graph and the map have the menus of their rows', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, graph, map } = pages;
	const leave = async () => {
		await page.keyboard.press('Escape');
		await expect(frame.menu).toHaveCount(0);
		await expect(page.locator(':focus')).toHaveCount(1);
	};

	await frame.goTo('navigation.map');
	await map.rows.first().click();
	await map.addCoordinates('10.5, 20.25', 'Sample map, sheet 1');
	await frame.closeToasts();
	const mark = map.marks.first();
	const place = (await mark.getAttribute('data-place')) ?? '';
	await mark.click(right);
	await expect(frame.menuItem(message('graph.open.name'))).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await leave();
	// From the keyboard at the mark that is chosen, wherever the pointer is.
	await map.picture.press('Shift+F10');
	await frame.menuItem(message('graph.open.name')).press('Enter');
	await expect(page).toHaveURL(new RegExp(`/name/${place}`));

	await frame.goTo('navigation.graph');
	await expect(graph.working).toHaveCount(0);
	await graph.rows.first().click();
	await graph.picture.press('Shift+F10');
	await expect(frame.menuItem(message('graph.steps', { count: 1 }))).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await leave();
	await expect(graph.picture).toBeFocused();
	// What was chosen was brought into sight: where its menu was is where it is.
	const area = await graph.picture.boundingBox();
	await graph.picture.press('Escape');
	await page.mouse.click((area?.x ?? 0) + 2, (area?.y ?? 0) + 2, right);
	await expect(frame.menu).toHaveCount(0);
});

test('on a card the right button is for the card alone', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library, reader, cards } = pages;
	await library.open(digestTitle);
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await cards.editor.fill('The note');
	await cards.doneButton.click();
	const card = cards.card('note', 2);
	await cards.act(card, 'annotations.reply');
	await cards.editor.fill('The answer');
	await cards.doneButton.click();

	// Words chosen in the text are none of the card.
	await reader.selectWithMouse(2, 12);
	await card.getByText('The note').click(right);
	await expect(frame.menuItem(message('annotations.show-history'))).toBeVisible();
	// Nor is its own menu, or its history.
	await frame.menuItem(message('annotations.show-history')).click(right);
	await expect(frame.menu).toHaveCount(1);
	await frame.menuItem(message('annotations.show-history')).click();
	await frame.dialog.getByRole('heading').first().click(right);
	await expect(frame.menu).toHaveCount(0);
	await page.keyboard.press('Escape');

	// A reply has a menu of its own, which leaves the note alone.
	await cards.replies(card).getByText('The answer').click(right);
	await expect(frame.menuItem(message('annotations.remove-reply'))).toBeVisible();
	await expect(frame.menuItem(message('annotations.show-history'))).toHaveCount(0);
	await frame.menuItem(message('annotations.remove-reply')).click();
	await expect(cards.replies(card)).toHaveCount(0);
	await expect(card).toContainText('The note');
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
