import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

const shots = process.env.LECTERN_SHOTS;

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
	await cards.doneButton.click();

	await frame.press('find.open');
	await reader.findField.fill('here stands');
	await expect(reader.findCount).toHaveText(message('find.count', { at: 1, total: 60 }));
	await expect(reader.scrollMarks).toHaveAttribute('data-scroll-marks', '60');
	await page.keyboard.press('Shift+Enter');
	await expect(reader.findCount).toHaveText(message('find.count', { at: 60, total: 60 }));
	if (shots) await page.screenshot({ path: `${shots}/scroll-marks.png` });
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
	const { library, reader, frame } = running.pages;
	await library.open('notes');
	await reader.footnote('1').press('Enter');
	const note = page.getByRole('dialog', { name: message('reader.footnote') });
	await expect(note).toContainText('The first sample note.');
	expect(await accessibilityFaults(page)).toEqual([]);
	if (shots) await page.screenshot({ path: `${shots}/footnote.png` });
	await page.keyboard.press('Escape');
	await expect(note).toBeHidden();

	await reader.text.focus();
	await frame.press('reading.quiet');
	await expect(frame.searchBox).toBeHidden();
	await expect(frame.statusBar).toBeHidden();
	await expect(frame.inspector).toBeHidden();
	await expect(reader.text).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	if (shots) await page.screenshot({ path: `${shots}/quiet.png` });
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
	const list = page.getByRole('list', { name: message('reading-list.title') });
	const recent = page.getByRole('list', { name: message('reading-list.recent') });
	await expect(list.getByRole('link', { name: 'Sample letter 1' })).toBeVisible();
	await expect(recent.getByRole('link')).toHaveText(['Sample letter 1']);
	expect(await accessibilityFaults(page)).toEqual([]);
	if (shots) await page.screenshot({ path: `${shots}/reading-list.png` });
	await list.getByRole('button').click();
	await expect(page.getByText(message('reading-list.empty'))).toBeVisible();
	await recent.getByRole('link').click();
	await expect(pages.reader.title).toHaveText('Sample letter 1');
});

test('a short tour is offered once, can be left, and is had again from Help', async ({ start }) => {
	const { page, pages } = await start();
	const { frame, library } = pages;
	await expect(library.row(digestTitle)).toBeVisible();
	const welcome = page.getByRole('region', { name: message('welcome.title') });
	const step = page.getByRole('dialog');
	await welcome.getByRole('button', { name: message('command.help.tour') }).click();
	for (const title of ['tour.record.title', 'tour.search.title', 'tour.places.title'] as const) {
		await expect(step).toHaveAccessibleName(message(title));
		expect(await accessibilityFaults(page)).toEqual([]);
		if (shots) await page.screenshot({ path: `${shots}/${title}.png` });
		await page.keyboard.press('Enter');
	}
	await expect(step).toHaveAccessibleName(message('tour.add.title'));
	await page.keyboard.press('Escape');
	await expect(step).toBeHidden();
	await expect(welcome.getByRole('button', { name: message('command.help.tour') })).toBeHidden();

	await frame.press('help.open');
	await page
		.getByRole('main')
		.getByRole('button', { name: message('command.help.tour') })
		.click();
	await expect(step).toHaveAccessibleName(message('tour.record.title'));
	for (let at = 0; at < 4; at += 1) await page.keyboard.press('Enter');
	await expect(step).toHaveAccessibleName(message('tour.offline.title'));
	await step.getByRole('button', { name: message('tour.done') }).click();
	await expect(step).toBeHidden();
});
