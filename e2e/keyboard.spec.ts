import type { Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';
import { Reader } from './pages/reader.ts';

test('the whole way without a mouse: library, reading, marking, finding, searching, palette, undo', async ({
	start,
	folder,
}) => {
	const file = writeFile(folder, 'sample.txt', artificialLetter(4, 8));
	const running = await start();
	const { page, pages } = running;
	const { library, frame, reader, cards, search, palette } = pages;
	await expect(library.row(digestTitle)).toBeVisible();

	await test.step('add by Ctrl+I', async () => {
		await running.chooseFiles([file], () => frame.press('adding.files'));
		await expect(library.row('Sample letter 4')).toBeVisible();
	});

	await test.step('reach the table with Tab, and the record by typing its name', async () => {
		await frame.press('go.library');
		await tabUntil(page, () => library.grid.evaluate((grid) => grid === document.activeElement));
		await page.keyboard.press('Home');
		await page.keyboard.type('Sample');
		await expect(library.row('Sample letter 4')).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Enter');
		await expect(reader.title).toHaveText('Sample letter 4');
	});

	await test.step('Ctrl+A selects the text and nothing around it', async () => {
		await expect(await reader.paragraph(1)).toBeVisible();
		await page.keyboard.press('ControlOrMeta+a');
		const selected = await page.evaluate(() => String(getSelection()));
		expect(selected).toContain(markerWord(4, 8));
		expect(selected).not.toContain(message('navigation.chronology'));
		await page.evaluate(() => getSelection()?.removeAllRanges());
	});

	await test.step('mark the third paragraph by its menu, write, and undo', async () => {
		await reader.focusParagraph(3);
		await page.keyboard.press('Enter');
		await expect(frame.menu).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Escape');
		await expect(frame.menu).toHaveCount(0);
		await expect(await reader.paragraph(3)).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(frame.menu).toBeVisible();
		// The key that stands beside an entry.
		await frame.press('annotation.question');
		await expect(frame.menu).toHaveCount(0);
		await expect(cards.editor).toBeFocused();
		await page.keyboard.insertText('Which alpha?');
		await page.keyboard.press('Escape');
		await expect(cards.card('question', 3)).toContainText('Which alpha?');
		await expect(cards.card('question', 3)).toBeFocused();
	});

	await test.step('choose words step by step, and mark them: heard at every step', async () => {
		await reader.focusParagraph(2);
		await page.keyboard.press('Shift+ArrowRight');
		await expect(reader.wordChooser).toBeFocused();
		const [one, two, three] = (await reader.paragraphText(2)).split(' ');
		await expect(frame.announced).toHaveText(one ?? '');
		await page.keyboard.press('ArrowRight');
		await expect(frame.announced).toHaveText(two ?? '');
		await page.keyboard.press('Shift+ArrowRight');
		await expect(frame.announced).toHaveText(message('words.added', { words: three ?? '' }));
		await page.keyboard.press('Space');
		const words = `${two} ${three}`;
		await expect(frame.announced).toHaveText(message('words.chosen', { words }));
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Enter');
		await expect(frame.menu).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(reader.wordChooser).toBeFocused();
		await frame.press('annotation.dispute');
		await expect(cards.editor).toBeFocused();
		await expect(frame.announced).toContainText(
			message('annotations.marked', { purpose: message('purpose.dispute'), words }),
		);
		await expect.poll(() => reader.highlighted('purpose-dispute')).toEqual([words]);
		await page.keyboard.press('Escape');
		await expect(cards.card('dispute', 2)).toBeFocused();
		await frame.press('history.undo');
		await expect(cards.card('dispute', 2)).toHaveCount(0);
		await expect(frame.toasts.getByRole('alert').first()).toContainText(
			message('history.undone', { step: message('history.step.disputeAdded') }),
		);
	});

	await test.step('find in the document', async () => {
		await frame.press('find.open');
		await expect(reader.findField).toBeFocused();
		await page.keyboard.type(markerWord(4, 6));
		await expect(reader.findCount).toHaveText(message('find.count', { at: 1, total: 1 }));
		await expect.poll(() => reader.highlighted('find-current')).toEqual([markerWord(4, 6)]);
		await page.keyboard.press('ControlOrMeta+Enter');
		await expect(reader.wordChooser).toBeFocused();
		await expect.poll(() => reader.highlighted('word-choice')).toEqual([markerWord(4, 6)]);
		await page.keyboard.press('Escape');
		await expect(await reader.paragraph(6)).toBeFocused();
		await frame.press('find.open');
		await page.keyboard.press('Escape');
		await expect(await reader.paragraph(6)).toBeFocused();
	});

	await test.step('search, down to the hits, open, and back to the hits', async () => {
		await page.keyboard.press('/');
		await expect(search.box).toBeFocused();
		await page.keyboard.type(markerWord(4, 8));
		await expect(search.hit('Sample letter 4', 8)).toBeVisible();
		// The hits of the last letter, not of those before it.
		await expect(search.options).toHaveCount(1);
		await page.keyboard.press('ArrowDown');
		await expect(search.hits).toBeFocused();
		await expect(search.options.first()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Shift+Enter');
		await expect(search.hitMenu(markerWord(4, 8))).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		const marked = { purpose: message('purpose.claim'), words: markerWord(4, 8) };
		await expect(frame.toasts.getByRole('alert').first()).toContainText(message('annotations.marked', marked));
		await expect(search.hits).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(await reader.paragraph(8)).toBeFocused();
		await expect.poll(() => reader.highlighted('purpose-claim')).toEqual([markerWord(4, 8)]);
		await page.keyboard.press('KeyZ');
		await expect.poll(() => reader.highlighted('word-choice')).toEqual([markerWord(4, 8)]);
		await page.keyboard.press('Escape');
		await expect(await reader.paragraph(8)).toBeFocused();
		await frame.press('history.undo');
		await expect.poll(() => reader.highlighted('purpose-claim')).toEqual([]);
		await frame.press('go.back');
		await expect(search.hit('Sample letter 4', 8)).toBeVisible();
		await expect(search.hits).toBeFocused();
		await frame.press('go.forward');
		await expect(reader.title).toHaveText('Sample letter 4');
	});

	await test.step('into the box and out of it, with nothing changed', async () => {
		await frame.press('search.open');
		await expect(search.box).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(reader.text).toBeFocused();
		await expect(search.box).toHaveValue(markerWord(4, 8));
	});

	await test.step('from note to note, and by the palette to a note', async () => {
		await frame.press('annotation.next');
		await expect(cards.card('question', 3)).toBeFocused();
		await frame.press('go.library');
		await palette.open();
		await page.keyboard.type('Which alpha');
		// Pasted, it is for Enter what it is when typed.
		for (const key of ['a', 'x', 'v']) await page.keyboard.press(`ControlOrMeta+${key}`);
		await expect(palette.field).toHaveValue('Which alpha');
		await expect(palette.entry('Which alpha?').first()).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(reader.title).toHaveText('Sample letter 4');
		await expect(cards.card('question', 3)).toBeVisible();
	});

	await test.step('preview, answer and resolve, with nothing for axe in any state', async () => {
		const card = cards.card('question', 3);
		const look = async () => {
			expect(await accessibilityFaults(page)).toEqual([]);
			await frame.showTheme('dark');
			expect(await contrastFaults(page)).toEqual([]);
			await frame.showTheme('light');
		};
		await frame.press('annotation.next');
		await expect(card).toBeFocused();
		await expect(card).toHaveAccessibleDescription(/Which alpha\?/);
		await cards.actByKeys(card, 'annotations.edit');
		await expect(cards.editor).toBeFocused();
		// At once, so that it is one step to undo however slow the machine is.
		await page.keyboard.insertText('\n\n**Bold** and <b>plain</b>');
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Space');
		await expect(cards.previewButton).toBeChecked();
		await expect(card.getByRole('strong')).toHaveText('Bold');
		await expect(card.getByText('and <b>plain</b>')).toBeVisible();
		await look();
		await cards.doneButton.press('Enter');
		await cards.actByKeys(card, 'annotations.reply');
		await expect(cards.editor).toBeFocused();
		await page.keyboard.insertText('This alpha.');
		await page.keyboard.press('ControlOrMeta+Enter');
		await expect(cards.replies(card)).toContainText('This alpha.');
		await expect(card).toContainText(message('annotations.reply-count', { count: 1 }));
		await look();
		await cards.actByKeys(card, 'annotations.resolve');
		await expect(card).toContainText(message('annotations.resolved'));
		await look();
		await expect(await reader.paragraph(3)).toHaveAccessibleDescription(message('reader.note-count', { count: 1 }));
	});

	await test.step('undo until the note is gone', async () => {
		const card = cards.card('question', 3);
		await (await reader.paragraph(1)).focus();
		await frame.press('history.undo');
		await expect(card).toContainText(message('annotations.unresolved'));
		await frame.press('history.undo');
		await expect(cards.replies(card)).not.toContainText('This alpha.');
		await frame.press('history.undo');
		await expect(cards.replies(card)).toHaveCount(0);
		await frame.press('history.undo');
		await expect(card).not.toContainText('Bold');
		await frame.press('history.undo');
		await expect(cards.card('question', 3)).not.toContainText('Which alpha?');
		await frame.press('history.undo');
		await expect(cards.all).toHaveCount(0);
	});

	await test.step('the sheet of keys', async () => {
		await page.keyboard.press('Shift+Slash');
		await expect(frame.dialog).toContainText(message('command.palette.open'));
		// Nothing behind it moves meanwhile.
		await frame.press('go.library');
		await frame.press('palette.open');
		await page.keyboard.press('Escape');
		await expect(frame.dialog).toHaveCount(0);
		await expect(reader.title).toHaveText('Sample letter 4');
	});
});

const mostStops = 60;

test(
	'wherever a key leads, the keyboard is in the page: in its list, its text or at its heading',
	inBrowser,
	async ({ start }) => {
		const { page, pages } = await start();
		const { frame, reader, palette, cards } = pages;
		const goThrough = async () => {
			for (const id of places) {
				await frame.press(id);
				await expect.poll(() => focusInPage(page), id).toBe(true);
			}
		};
		await palette.goTo(digestTitle);
		await expect(reader.text).toBeVisible();
		await goThrough();
		// The lists that were empty have something now.
		await palette.goTo(digestTitle);
		await reader.focusParagraph(2);
		await frame.press('quotes.add');
		await frame.press('annotation.claim');
		await expect(cards.editor).toBeFocused();
		await page.keyboard.press('Control+Enter');
		await goThrough();
	},
);

test(
	'a place is named by the window, and heard when an entry of the navigation leads there; a key leaves that entry',
	inBrowser,
	async ({ start }) => {
		const { page, pages } = await start();
		const { frame, library, palette } = pages;
		await expect(library.row(digestTitle)).toBeVisible();
		const archive = message('archive.starterTitle');
		const titled = (place: string) => expect(page).toHaveTitle(message('app.window-title-at', { archive, place }));
		await titled(message('library.title'));

		const entry = page.getByRole('link', { name: message('navigation.chronology'), exact: true });
		await entry.press('Enter');
		await expect(frame.announced).toHaveText(message('place.opened', { place: message('navigation.chronology') }));
		await expect(entry).toBeFocused();
		await titled(message('chronology.title'));
		await frame.press('help.open');
		await expect.poll(() => focusInPage(page)).toBe(true);
		await titled(message('help.title'));

		// Two places of one page, the second one by a key.
		const inbox = page.getByRole('link', { name: message('inbox.title'), exact: true });
		await inbox.press('Enter');
		await expect(frame.announced).toHaveText(message('place.opened', { place: message('inbox.title') }));
		await titled(message('inbox.title'));
		await frame.press('go.library');
		await expect.poll(() => focusInPage(page)).toBe(true);
		await titled(message('library.title'));
		await palette.goTo(digestTitle);
		await titled(digestTitle);
	},
);

test(
	'side by side, each step is heard: which passage, in which text, and whether both scroll',
	inBrowser,
	async ({ start }) => {
		const { page, pages } = await start();
		const { frame, reader, palette, beside } = pages;
		await palette.goTo(digestTitle);
		await expect(reader.text).toBeVisible();
		await frame.press('reader.beside');
		await expect(beside.text('second')).toBeVisible();
		await new Reader(page, beside.text('first')).focusParagraph(1);
		await frame.press('passage.next');
		await expect(frame.announced).toHaveText(/./);
		await frame.press('passage.previous');
		await expect(frame.announced).toHaveText(message('reader.passage', { number: 1 }));
		await frame.press('beside.together');
		await expect(frame.announced).toHaveText(message('beside.scrolls-apart'));
		await frame.press('beside.together');
		await expect(frame.announced).toHaveText(message('beside.scrolls-together'));
		await frame.press('beside.other');
		await expect(frame.announced).toHaveText(message('reader.passage', { number: 1 }));
		await expect(page.getByRole('region', { name: message('beside.second') }).locator(':focus')).toBeVisible();
	},
);

test('a record, a name and an event can be begun from anywhere, by the palette', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library, palette } = pages;
	await expect(library.row(digestTitle)).toBeVisible();
	for (const [command, place, dialog] of [
		['command.events.new', 'navigation.chronology', 'chronology.new'],
		['command.names.new', 'navigation.names', 'names.new'],
	] as const) {
		await frame.press('settings.open');
		await expect(frame.main.getByRole('heading', { level: 1 })).toHaveText(message('settings.title'));
		await palette.goTo(message(command));
		await expect(page.getByRole('dialog', { name: message(dialog) })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(frame.dialog).toHaveCount(0);
		await expect(page.getByRole('link', { name: message(place), exact: true })).toHaveAttribute('aria-current', 'page');
	}
	await frame.press('settings.open');
	await palette.goTo(message('command.records.new'));
	await expect(library.row(message('record.new-title'))).toBeVisible();
});

test('the menu of a passage that fills the window has room', inBrowser, async ({ start, folder }) => {
	const file = writeFile(folder, 'long.txt', `A long passage\n\n${'sample '.repeat(400)}end.\n`);
	const { page, pages } = await start({ add: [file] });
	const { frame, library, reader } = pages;
	await library.open('A long passage');
	await expect(reader.text).toBeVisible();
	await page.setViewportSize({ width: 360, height: 720 });
	await reader.focusParagraph(1);
	await page.keyboard.press('Enter');
	await expect(frame.menu).toBeVisible();
	expect((await frame.menu.boundingBox())?.height).toBeGreaterThan(240);
	await page.keyboard.press('Escape');
	await expect(await reader.paragraph(1)).toBeFocused();
});

test('a new record shows its description, whatever was looked at before', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library } = pages;
	await library.select(digestTitle);
	await frame.tab('links.tab').click();
	await library.grid.focus();
	await page.keyboard.press('Alt+n');
	await expect(library.row(message('record.new-title'))).toBeVisible();
	await expect(frame.tab('record.tab')).toHaveAttribute('aria-selected', 'true');
});

/** In an order in which a page follows one with and one without a list. */
const places = [
	...(['go.annotations', 'go.chronology', 'go.evidence', 'go.graph', 'go.quotes', 'go.map'] as const),
	...(['go.wantedSources', 'go.names', 'go.adding', 'go.reading', 'go.search', 'settings.open'] as const),
];

/** Whether the focus is at something within the page, and not on the whole of it or nowhere. */
function focusInPage(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const main = document.getElementById('main');
		const focused = document.activeElement;
		return focused !== main && main?.contains(focused) === true;
	});
}

async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
	for (let stop = 0; stop < mostStops; stop += 1) {
		if (await isThere()) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('Tab did not come there');
}
