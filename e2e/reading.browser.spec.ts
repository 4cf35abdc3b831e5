import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('finds stand along the scrollbar, notes where there are none, and B comes back', async ({ start, folder }) => {
	const running = await start({ add: [writeFile(folder, 'letter.txt', artificialLetter(1, 60))] });
	const { page } = running;
	const { library, reader, frame, cards } = running.pages;
	await library.open('Sample letter 1');
	await expect(reader.text).toContainText('Part 1 of the sample');
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await expect(cards.editor).toBeFocused();
	await page.keyboard.type('A sample note.');
	await expect(reader.scrollMarks).toHaveAttribute('data-scroll-marks', '1');
	await page.emulateMedia({ forcedColors: 'active' });
	const ink = await page.evaluate(() => getComputedStyle(document.body).color);
	await expect(reader.scrollMarks.locator('path')).toHaveCSS('stroke', ink);
	await page.emulateMedia({ forcedColors: 'none' });
	await cards.doneButton.click();

	await frame.press('find.open');
	await reader.findField.fill('here stands');
	await expect(reader.findCount).toHaveText(message('find.count', { at: 1, total: 60 }));
	await expect(reader.scrollMarks).toHaveAttribute('data-scroll-marks', '60');
	await page.keyboard.press('Shift+Enter');
	await expect(reader.findCount).toHaveText(message('find.count', { at: 60, total: 60 }));
	await page.keyboard.press('Escape');
	await expect(reader.scrollMarks).toHaveAttribute('data-scroll-marks', '1');
	await expect(await reader.paragraph(60)).toBeInViewport();
	await frame.press('passage.return');
	await expect(await reader.paragraph(2)).toBeInViewport();
});

test('nothing but the text, until Escape; footnotes open where one reads', async ({ start, folder }) => {
	const markdown =
		'Sample words[^1] of a letter.\n\nMore sample words[^2].\n\n[^1]: The first sample note.\n\n[^2]: The second.\n';
	const running = await start({ add: [writeFile(folder, 'notes.md', markdown)] });
	const { page } = running;
	const { library, reader, frame, cards } = running.pages;
	await library.open('notes');
	await reader.focusParagraph(1);
	await frame.press('annotation.note');
	await expect(cards.editor).toBeFocused();
	// The sign of the footnote is none of the words that were marked.
	await expect(frame.inspector.getByRole('button', { name: 'Sample words of a letter.', exact: true })).toBeVisible();
	await cards.doneButton.click();
	await reader.footnote('1').press('Enter');
	await expect(reader.footnoteDialog).toContainText('The first sample note.');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(reader.footnoteDialog).toBeHidden();

	// What one reads is found, with the sign in its midst.
	await frame.press('find.open');
	await reader.findField.fill('words of a letter');
	await expect(reader.findCount).toHaveText(message('find.count', { at: 1, total: 1 }));
	await page.keyboard.press('Escape');

	const isFullScreen = () => page.evaluate(() => document.fullscreenElement !== null);
	await frame.press('window.full-screen');
	await expect.poll(isFullScreen).toBe(true);
	await frame.press('window.full-screen');
	await expect.poll(isFullScreen).toBe(false);

	await reader.text.focus();
	await frame.press('reading.quiet');
	await expect(frame.searchBox).toBeHidden();
	await expect(frame.statusBar).toBeHidden();
	await expect(frame.inspector).toBeHidden();
	await expect(reader.text).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(frame.searchBox).toBeVisible();
	await expect(frame.inspector).toBeVisible();
});

test('the reading list and what was read lately are kept on this device', async ({ start, folder }) => {
	const add = [1, 2].map((number) => writeFile(folder, `letter-${number}.txt`, artificialLetter(number)));
	const first = await start({ add });
	await first.pages.library.open('Sample letter 1');
	await expect(first.pages.reader.title).toBeVisible();
	await first.pages.frame.press('reading.keep');
	await expect(first.pages.frame.toast(message('reading-list.kept'))).toBeVisible();
	await first.close();

	const { page, pages } = await start();
	await pages.frame.press('go.reading');
	const { readingList } = pages;
	await expect(readingList.kept.getByRole('link', { name: 'Sample letter 1' })).toBeVisible();
	await expect(readingList.recent.getByRole('link')).toHaveText(['Sample letter 1']);
	expect(await accessibilityFaults(page)).toEqual([]);
	await readingList.kept.getByRole('button').click();
	await expect(readingList.empty).toBeVisible();
	await readingList.recent.getByRole('link').click();
	await expect(pages.reader.title).toHaveText('Sample letter 1');
});

test('a short tour is offered once, can be left, and is had again from Help', async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library, palette, tour } = pages;
	await expect(library.row(digestTitle)).toBeVisible();
	await tour.offer.click();
	for (const title of ['tour.record.title', 'tour.search.title', 'tour.places.title'] as const) {
		await expect(tour.step).toHaveAccessibleName(message(title));
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Enter');
	}
	await expect(tour.step).toHaveAccessibleName(message('tour.add.title'));
	await page.keyboard.press('Escape');
	await expect(tour.step).toBeHidden();
	await expect(tour.offer).toBeHidden();

	await frame.press('help.open');
	await tour.helpButton.click();
	await expect(tour.step).toHaveAccessibleName(message('tour.record.title'));
	for (let at = 0; at < 4; at += 1) await page.keyboard.press('Enter');
	await expect(tour.step).toHaveAccessibleName(message('tour.offline.title'));
	await tour.doneButton.click();
	await expect(tour.step).toBeHidden();

	// Far down the list it points at a row that is seen, not at one that is drawn above it.
	await page.setViewportSize({ width: 1280, height: 520 });
	await library.grid.focus();
	await page.keyboard.press('End');
	await expect(library.grid.locator('[aria-rowindex="23"]')).toBeInViewport();
	await palette.goTo(message('command.help.tour'));
	await expect(tour.step).toHaveAccessibleName(message('tour.record.title'));
	await expect(page.locator('[data-tour-lit]')).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Escape');
});

test('selected words have a colour of the theme', async ({ start }) => {
	const { pages } = await start();
	await pages.palette.goTo(digestTitle);
	const passage = await pages.reader.paragraph(2);
	const colours = new Set<string>();
	for (const theme of ['light', 'dark', 'contrast']) {
		await pages.frame.showTheme(theme);
		colours.add(await passage.evaluate((element) => getComputedStyle(element, '::selection').backgroundColor));
	}
	expect(colours.size).toBe(3);
});

test('lists, quotations and tables stand on the side from which their words run, on paper too', async ({
	start,
	folder,
}) => {
	const html = `<title>Sample sides</title><h1>Sample sides</h1>
		<ol><li>אבג דהו</li></ol><ol><li>alpha</li></ol><blockquote><p>אבג דהו זחט.</p></blockquote>
		<table><tr><th>אבג</th><th>דהו</th></tr></table><table><tr><td>alpha</td><td>beta</td></tr></table>`;
	const { page, pages } = await start({ add: [writeFile(folder, 'sides.html', html)] });
	const { library, reader, frame, cards } = pages;
	await library.open('Sample sides');
	await expect(reader.title).toBeVisible();
	const box = async (paragraph: number) =>
		(await (await reader.paragraph(paragraph)).boundingBox()) ?? { x: 0, width: 0 };
	const sides = async (paragraph: number) =>
		(await reader.paragraph(paragraph)).evaluate((passage) => {
			const holder = passage.closest('li, blockquote, table') ?? passage;
			return getComputedStyle(holder).direction;
		});
	expect(await Promise.all([1, 2, 3, 4, 5].map(sides))).toEqual(['rtl', 'ltr', 'rtl', 'rtl', 'ltr']);
	// The sign has its room at the right, the number its place at the left as everywhere.
	const [fromRight, fromLeft] = [await box(1), await box(2)];
	expect(fromRight.x).toBeLessThan(fromLeft.x);
	expect(fromRight.x + fromRight.width).toBeLessThan(fromLeft.x + fromLeft.width);
	const numbers = await Promise.all([1, 2, 3, 4, 5].map((number) => reader.number(number).boundingBox()));
	const lefts = numbers.map((number) => number?.x ?? 0);
	// The lines of a table are half a pixel wide.
	expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThan(1);
	const [first, second] = [
		reader.text.getByText('אבג', { exact: true }),
		reader.text.getByText('דהו', { exact: true }),
	];
	expect((await first.boundingBox())?.x).toBeGreaterThan((await second.boundingBox())?.x ?? 0);

	await reader.focusParagraph(3);
	await frame.press('annotation.note');
	await expect(cards.editor).toBeFocused();
	await expect(frame.inspector.getByRole('button', { name: 'אבג דהו זחט.' })).toHaveCSS('direction', 'rtl');
	await cards.doneButton.click();
	await page.evaluate(() => {
		window.print = () => undefined;
	});
	await frame.press('edition.print');
	await frame.dialog.getByRole('button', { name: message('print.print'), exact: true }).click();
	await page.emulateMedia({ media: 'print' });
	const printed = page.locator('[data-printed]');
	await expect(printed.locator('th').first()).toHaveText('אבג');
	expect(
		await printed
			.locator('[data-kind="item"] > p, table')
			.evaluateAll((all) => all.map((each) => getComputedStyle(each).direction)),
	).toEqual(['rtl', 'ltr', 'rtl', 'ltr']);
});
