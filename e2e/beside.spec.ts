import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { originalParagraphs, translatedNumber, translatedParagraphs } from './fixtures/parallel-texts.ts';
import { expect, inBrowser, type Started, test } from './fixtures/test.ts';

const draft = [
	'Sample passage one tells of paper and ink, and of boxes.',
	'Sample passage two counts 12 boxes in the cellar.',
	'Sample passage three is left out of the second draft.',
];
const letter = ['Sample letter about the cellar.', 'It says that 12 boxes were there.'];

async function openDraft(running: Started, folder: string): Promise<void> {
	const { library, adding, frame } = running.pages;
	const files = [
		writeFile(folder, 'letter.txt', letter.join('\n\n')),
		writeFile(folder, 'draft.txt', draft.join('\n\n')),
	];
	await running.chooseFiles(files, () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('draft.txt').click();
	await expect(running.pages.reader.text).toContainText(draft[0] as string);
}

test('words chosen on both sides become a link, which moves over to a new edition and is asked about there', async ({
	start,
	folder,
}) => {
	const running = await start();
	const { beside, reader, frame, links, cards, palette } = running.pages;
	await openDraft(running, folder);
	await frame.closeToasts();
	await palette.goTo(message('command.reader.beside'));
	await beside.chooseText('second', 'letter', 'letter');
	await expect(beside.text('second')).toContainText(letter[0] as string);
	await expect(beside.relationButton).toBeDisabled();
	await beside.select('first', 2, 35);
	await beside.select('second', 2, 20);
	await expect(beside.bar).toContainText('Sample passage two counts 12 boxes');
	await expect.poll(() => reader.highlighted('beside-first')).toEqual(['Sample passage two counts 12 boxes']);
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await beside.relationButton.click();
	await beside.say('supports', 'incoming');
	await expect(frame.toast(message('links.added'))).toBeVisible();
	await expect(beside.relationButton).toBeDisabled();

	await beside.closeButton.click();
	await expect(links.marginButton(await reader.paragraph(2))).toBeVisible();
	await frame.closeToasts();
	const second = ['A sample preface.', draft[0], 'Sample passage two counts 14 boxes in the cellar.'];
	const file = writeFile(folder, 'second.txt', second.join('\n\n'));
	await running.chooseFiles([file], () => palette.goTo(message('command.editions.add')));
	await expect(reader.text).toContainText('A sample preface.');
	await frame.closeToasts();
	await expect(links.marginButton(await reader.paragraph(3))).toBeHidden();
	await expect(links.review).toContainText('Sample passage two counts 14 boxes');
	await expect(links.review).toContainText('Sample passage two counts 12 boxes');
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await cards.acceptButton(links.review).click();
	await expect(links.marginButton(await reader.paragraph(3))).toBeVisible();
	await expect(links.review).toBeHidden();
	await frame.press('history.undo');
	await expect(links.review).toBeVisible();
	await frame.press('history.undo');
	await expect(reader.text).toContainText(draft[2] as string);
	await expect(links.marginButton(await reader.paragraph(2))).toBeVisible();
	await test.step('the edition before has it where it was made, under its number there', async () => {
		await frame.press('history.redo');
		await frame.press('history.redo');
		await expect(reader.text).toContainText('A sample preface.');
		await reader.editions.last().click();
		await expect(reader.text).toContainText(draft[2] as string);
		await links.marginButton(await reader.paragraph(2)).click();
		const link = links.within(running.page.getByRole('tabpanel'), 'letter');
		await expect(link.getByRole('link')).toBeFocused();
		await expect(link).toContainText('¶2');
		await reader.editions.first().click();
		await expect(reader.text).toContainText('A sample preface.');
		await links.marginButton(await reader.paragraph(3)).click();
		await expect(link).toContainText('¶3');
	});
});

test(
	'two places of one text are linked by the keyboard alone, in a narrow window as tabs',
	inBrowser,
	async ({ start, folder }) => {
		const running = await start();
		const { beside, reader, frame, links } = running.pages;
		const { keyboard } = running.page;
		await openDraft(running, folder);
		await frame.closeToasts();
		await running.page.setViewportSize({ width: 360, height: 720 });
		await reader.text.focus();
		await keyboard.press('KeyS');
		await expect(beside.tab('first')).toHaveAttribute('aria-selected', 'true');
		await expect(beside.text('first')).toBeVisible();
		await beside.text('first').focus();
		await keyboard.press('KeyJ');
		await keyboard.press('Shift+ArrowRight');
		await expect(reader.wordChooser).toBeFocused();
		await keyboard.press('ArrowRight');
		await keyboard.press('Shift+ArrowRight');
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await keyboard.press('Enter');
		await expect(beside.bar.getByText('passage one', { exact: true })).toBeVisible();
		await keyboard.press('KeyO');
		await expect(beside.tab('second')).toHaveAttribute('aria-selected', 'true');
		await expect(beside.text('second').getByText(draft[0] as string)).toBeFocused();
		for (let at = 0; at < 2; at += 1) await keyboard.press('KeyJ');
		await keyboard.press('Enter');
		await expect(beside.bar).toContainText(draft[2] as string);
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await keyboard.press('KeyL');
		await keyboard.press('Enter');
		await expect(frame.toast(message('links.added'))).toBeVisible();
		await keyboard.press('KeyS');
		await expect(links.marginButton(await reader.paragraph(1))).toBeVisible();
		await expect(links.marginButton(await reader.paragraph(3))).toBeVisible();
	},
);

test('passages and selected words have their menu in either text', inBrowser, async ({ start, folder }) => {
	const running = await start();
	const { page, pages } = running;
	const { beside, reader, frame, cards, palette } = pages;
	const item = (id: CommandId) => frame.menuItem(message(commandTitleKey(id)));
	await openDraft(running, folder);
	await frame.closeToasts();
	await palette.goTo(message('command.reader.beside'));
	await beside.chooseText('second', 'letter', 'letter');
	await expect(beside.text('second')).toContainText(letter[0] as string);

	// In the text that one was not at.
	await beside
		.text('second')
		.getByText(letter[1] as string)
		.click({ button: 'right' });
	await expect(frame.menu).toHaveCount(1);
	await expect(frame.menu).toHaveAccessibleName(message('annotations.passage-menu', { number: 2 }));
	expect(await accessibilityFaults(page)).toEqual([]);
	await item('annotation.question').click();
	await expect(cards.editor).toBeFocused();
	await page.keyboard.type('A sample question');
	await cards.doneButton.click();
	await expect.poll(() => reader.highlighted('purpose-question')).toEqual([letter[1]]);
	await frame.closeToasts();

	await beside
		.text('first')
		.getByText(draft[1] as string)
		.focus();
	await page.keyboard.press('ContextMenu');
	await expect(frame.menu).toHaveAccessibleName(message('annotations.passage-menu', { number: 2 }));
	await item('annotation.copy-quote').click();
	await expect(frame.toast(message('annotations.quotation-copied'))).toBeVisible();
	await frame.closeToasts();

	const words = await beside.select('first', 3, 20);
	await expect(beside.bar).toContainText(words);
	const selected = await page.evaluate(() => {
		const { left, right, top, bottom } =
			document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
		return { x: (left + right) / 2, y: (top + bottom) / 2 };
	});
	await page.mouse.click(selected.x, selected.y, { button: 'right' });
	await expect(frame.menu).toHaveAccessibleName(message('annotations.words-menu'));
	await item('annotation.evidence').click();
	await expect(cards.editor).toBeFocused();
	await expect.poll(() => reader.highlighted('purpose-evidence')).toEqual([words]);
	// What has become a note is not chosen for a link any more.
	await expect(beside.bar).not.toContainText(words);
});

test(
	'two texts are left where they are read: Back, closing and opening again find the line',
	inBrowser,
	async ({ start, folder }) => {
		const { page, pages } = await start({
			add: [
				writeFile(folder, 'original.txt', originalParagraphs.join('\n\n')),
				writeFile(folder, 'translation.txt', translatedParagraphs.join('\n\n')),
			],
		});
		const { library, beside, reader, frame } = pages;
		await library.open('original');
		await expect(reader.text).toContainText('Alpha alpha');
		await frame.press('reader.beside');
		await beside.chooseText('second', 'translation', 'translation');
		await expect(beside.alignment).toHaveText(message('beside.aligned', { paired: 29, first: 1, second: 0 }));
		await frame.press('reader.beside');
		await expect(reader.text).toContainText('Alpha alpha');

		// The keyboard is in the first text at once: its keys scroll it.
		await frame.press('reader.beside');
		await expect(beside.alignment).toHaveText(message('beside.aligned', { paired: 29, first: 1, second: 0 }));
		await expect.poll(() => beside.hasFocus('first')).toBe(true);
		await expect(async () => {
			await page.keyboard.press('PageDown');
			expect(await beside.topNumber('first')).toBeGreaterThan(12);
		}).toPass();
		await expect.poll(() => beside.isAtRest('first')).toBe(true);
		const number = await beside.topNumber('first');
		const translated = translatedNumber(number);
		await expect.poll(() => beside.topNumber('second')).toBe(translated);

		await frame.press('go.chronology');
		await frame.press('go.back');
		await expect(beside.text('second')).toBeVisible();
		await expect.poll(() => beside.topNumber('first')).toBe(number);
		await expect.poll(() => beside.topNumber('second')).toBe(translated);
		await expect.poll(() => beside.hasFocus('first')).toBe(true);

		await frame.press('reader.beside');
		await expect(reader.position(number, originalParagraphs.length)).toBeVisible();
		await frame.press('go.library');
		await library.open('original');
		await expect(reader.position(number, originalParagraphs.length)).toBeVisible();
	},
);

test(
	'a word of thousands of letters leaves both texts their half of the page',
	inBrowser,
	async ({ start, folder }) => {
		const { page, pages } = await start({ add: [writeFile(folder, 'word.txt', 'x'.repeat(5000))] });
		const { library, beside, reader, frame } = pages;
		await library.open('word');
		await expect(reader.text).toContainText('xxx');
		await frame.press('reader.beside');
		await expect(beside.text('second')).toContainText('xxx');
		const [first, second] = [await beside.text('first').boundingBox(), await beside.text('second').boundingBox()];
		expect(second?.width).toBe(first?.width);
		expect((second?.x ?? 0) + (second?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
	},
);
