import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { koi8 } from './fixtures/koi8.ts';
import { expect, inBrowser, onDesktop, type Started, test } from './fixtures/test.ts';

const paragraphs = [
	'Sample letter 7, in letters that every encoding has, alpha beta gamma.',
	'Twelve boxes of Альфа were kept in the cellar, as a sample and nothing else.',
	'Дельта эпсилон дзета, только образец.',
];
const corrections = [
	paragraphs[0],
	'Twelve boxes of Каппа were kept in the cellar, as a sample and nothing else.',
	'Other words altogether, about nothing that stood here before.',
];

test('notes move over to a new edition; one is accepted, one placed anew, and undo goes back', async ({
	start,
	folder,
}) => {
	const file = writeFile(folder, 'letter.txt', koi8(paragraphs.join('\n\n')));
	const running = await start();
	const { library, adding, frame, reader, cards, palette } = running.pages;
	await running.chooseFiles([file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('letter.txt').click();
	await expect(reader.text).toContainText(paragraphs[2] as string);
	await reader.selectWithMouse(1, 13);
	await reader.markSelection('note');
	await reader.selectWithMouse(2, 26);
	await reader.markSelection('claim');
	await reader.selectWithMouse(3, 14);
	await reader.markSelection('evidence');
	await expect(cards.all).toHaveCount(3);

	await test.step('read in another encoding, they stand on what the same letters are there', async () => {
		await frame.tab('provenance.tab').click();
		await library.readAgain('windows-1251');
		await expect(reader.text).not.toContainText(paragraphs[2] as string);
		await frame.tab('annotations.notes').click();
		await expect.poll(() => reader.highlighted('purpose-note')).toEqual(['Sample letter']);
		await expect.poll(() => reader.highlighted('purpose-claim')).toHaveLength(1);
		await expect.poll(() => reader.highlighted('purpose-evidence')).toHaveLength(1);
		await expect(cards.reviews).toHaveCount(0);
		await reader.selectWithMouse(2, 5);
		await reader.markSelection('question');
		await expect(cards.all).toHaveCount(4);
	});
	await test.step('a mark on the newer edition is drawn in the older one too', async () => {
		await reader.editions.last().click();
		await expect(reader.text).toContainText(paragraphs[2] as string);
		await expect.poll(() => reader.highlighted('purpose-question')).toEqual(['Twelv']);
		await expect.poll(() => reader.highlighted('purpose-evidence')).toEqual(['Дельта эпсилон']);
		await frame.press('history.undo');
		await expect(cards.all).toHaveCount(3);
		await frame.press('history.undo');
		await expect(frame.toast(message('history.undone', { step: message('history.step.textReread') }))).toBeVisible();
	});

	const corrected = writeFile(folder, 'corrected.txt', corrections.join('\n\n'));
	await running.chooseFiles([corrected], () => palette.goTo(message('command.editions.add')));
	await expect(reader.text).toContainText(corrections[2] as string);
	await expect.poll(() => reader.highlighted('purpose-note')).toEqual(['Sample letter']);
	expect(await reader.highlighted('purpose-claim')).toEqual([]);
	await expect(cards.review(cards.all.nth(1))).toContainText('Twelve boxes of Альфа');
	await expect(cards.review(cards.all.nth(2))).toContainText('Дельта эпсилон');
	expect(await accessibilityFaults(running.page)).toEqual([]);

	await cards.acceptButton(cards.all.nth(1)).click();
	await expect.poll(() => reader.highlighted('purpose-claim')).toHaveLength(1);
	await expect(cards.reviews).toHaveCount(1);
	await test.step('placed from the keyboard alone', async () => {
		const { keyboard } = running.page;
		await cards.chooseWordsButton(cards.all.nth(2)).focus();
		await keyboard.press('Enter');
		await expect(reader.wordChooser).toBeFocused();
		await keyboard.press('Escape');
		await expect(cards.chooseWordsButton(cards.all.nth(2))).toBeFocused();
		await keyboard.press('Enter');
		await expect(reader.wordChooser).toBeFocused();
		const passage = await reader.paragraphText(3);
		while ((await reader.highlighted('word-choice'))[0] !== passage.split(' ')[0]) await keyboard.press('ArrowDown');
		await keyboard.press('Shift+ArrowRight');
		await expect.poll(() => reader.highlighted('word-choice')).toEqual([passage.split(' ').slice(0, 2).join(' ')]);
		const chosen = passage.split(' ').slice(0, 2).join(' ');
		await keyboard.press('Shift+KeyZ');
		await keyboard.press('Shift+Alt+ArrowRight');
		await expect.poll(() => reader.highlighted('word-choice')).toEqual([chosen.slice(1)]);
		await keyboard.press('Shift+Alt+ArrowLeft');
		await expect.poll(() => reader.highlighted('word-choice')).toEqual([chosen]);
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await keyboard.press('Enter');
		await expect.poll(() => reader.highlighted('purpose-evidence')).toEqual([passage.split(' ').slice(0, 2).join(' ')]);
		await expect(await reader.paragraph(3)).toBeFocused();
	});
	await expect(cards.reviews).toHaveCount(0);
	await frame.press('history.undo');
	await expect(cards.reviews).toHaveCount(1);
	await expect.poll(() => reader.highlighted('purpose-evidence')).toEqual([]);

	await test.step('a place that was sure is set right by hand', async () => {
		const note = cards.all.nth(0);
		await cards.act(note, 'annotations.review.correct');
		await expect(cards.review(note)).toBeFocused();
		await expect(cards.review(note)).toContainText(message('annotations.review.correct-why'));
		await cards
			.review(note)
			.getByRole('button', { name: message('dialog.cancel') })
			.click();
		await expect(note.getByRole('article')).toBeFocused();
		await cards.act(note, 'annotations.review.correct');
		await reader.selectWithMouse(1, 6);
		await cards.placeButton(note).click();
		await expect.poll(() => reader.highlighted('purpose-note')).toEqual(['Sample']);
		await expect(note.getByRole('article')).toBeFocused();
		await frame.press('history.undo');
		await expect.poll(() => reader.highlighted('purpose-note')).toEqual(['Sample letter']);
	});
});

const draft = [
	'Sample passage one tells of paper and ink, and of boxes.',
	'Sample passage two counts 12 boxes in the cellar.',
	'Sample passage three is left out of the second draft.',
];
const second = ['A sample preface.', draft[0], 'Sample passage two counts 14 boxes in the cellar.'];

/** The draft, open, with a mark on the first words of each passage. */
async function openDraft(running: Started, folder: string): Promise<void> {
	const { library, adding, frame, reader, cards } = running.pages;
	const file = writeFile(folder, 'draft.txt', draft.join('\n\n'));
	await running.chooseFiles([file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('draft.txt').click();
	const lengths = [31, 35, 20];
	for (const [at, purpose] of (['note', 'claim', 'evidence'] as const).entries()) {
		await reader.selectWithMouse(at + 1, lengths[at] as number);
		await reader.markSelection(purpose);
		await expect(cards.all).toHaveCount(at + 1);
	}
}

/** Brings in the second draft by the palette. */
async function bringInSecond(running: Started, folder: string): Promise<void> {
	const { palette } = running.pages;
	const file = writeFile(folder, 'second.txt', second.join('\n\n'));
	await running.chooseFiles([file], () => palette.goTo(message('command.editions.add')));
}

test('a file is brought in as a new edition from the window, its outcome said, and undone', async ({
	start,
	folder,
}) => {
	const running = await start();
	const { library, frame, reader, cards } = running.pages;
	await openDraft(running, folder);
	await bringInSecond(running, folder);
	const outcome = { notes: 3, placed: 1, moved: 0, review: 1, unplaced: 1, left: 0 };
	await expect(frame.toast(message('editions.added', outcome))).toBeVisible();
	await expect(reader.text).toContainText('A sample preface.');
	await expect(cards.reviews).toHaveCount(2);
	await frame.toasts.getByRole('button', { name: message('command.history.undo') }).click();
	await expect(reader.text).toContainText(draft[2] as string);
	await expect(cards.reviews).toHaveCount(0);
	await frame.tab('provenance.tab').click();
	await expect(library.newEditionButton).toBeVisible();
	expect(await accessibilityFaults(running.page)).toEqual([]);
	const picture = writeFile(folder, 'scan.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]));
	await running.chooseFiles([picture], () => library.newEditionButton.click());
	await expect(frame.toasts.getByText('scan.png')).toBeVisible();
	await expect(reader.text).toContainText(draft[2] as string);
});

test(
	'the card of an edition opens it and compares it, by its button and by the right one',
	inBrowser,
	async ({ start, folder }) => {
		const running = await start();
		const { page } = running;
		const { library, frame, reader } = running.pages;
		await openDraft(running, folder);
		await bringInSecond(running, folder);
		await expect(reader.text).toContainText('A sample preface.');
		await frame.closeToasts();
		await frame.tab('provenance.tab').click();
		await expect(library.editionActions).toHaveCount(2);

		// The menu of the one before: that of the card is the one of its button.
		const older = library.editionActions.last();
		await older.locator('xpath=ancestor::*[.//dl][1]').locator('dt').first().click({ button: 'right' });
		await expect(frame.menuItem(message('edition.compare-with-shown'))).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.menuItem(message('edition.open')).click();
		await expect(reader.text).toContainText(draft[2] as string);

		await frame.tab('provenance.tab').click();
		await older.focus();
		await page.keyboard.press('Enter');
		await frame.menuItem(message('edition.compare-with-shown')).click();
		await expect(running.pages.comparison.added.first()).toBeVisible();

		// The one that opens by itself is not compared with itself.
		await page.goBack();
		await frame.tab('provenance.tab').click();
		await library.editionActions.first().click();
		await expect(frame.menuItem(message('edition.copy-digest'))).toBeVisible();
		await expect(frame.menuItem(message('edition.compare-with-shown'))).toHaveCount(0);
	},
);

test('a note is left on the edition before by keyboard, and undo asks again', onDesktop, async ({ start, folder }) => {
	const running = await start();
	const { frame, cards, reader } = running.pages;
	await openDraft(running, folder);
	await bringInSecond(running, folder);
	await expect(cards.reviews).toHaveCount(2);
	await frame.closeToasts();
	const claim = cards.all.nth(1);
	await cards.leaveButton(claim).focus();
	await running.page.keyboard.press('Enter');
	await expect(cards.review(claim)).toContainText(message('annotations.review.left'));
	await expect(cards.leaveButton(cards.list)).toHaveCount(1);
	await expect(cards.acceptButton(cards.list)).toHaveCount(0);
	expect(await reader.highlighted('purpose-claim')).toEqual([]);
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await frame.toasts.getByRole('button', { name: message('command.history.undo') }).click();
	await expect(cards.acceptButton(cards.list)).toHaveCount(1);
	await expect(cards.leaveButton(cards.list)).toHaveCount(2);

	// Words that a card asks for can be selected with the mouse as well.
	await cards.chooseWordsButton(claim).click();
	await expect(reader.wordChooser).toBeFocused();
	await reader.selectWithMouse(3, 18);
	await expect.poll(() => reader.highlighted('word-choice')).toEqual(['Sample passage two']);
	await running.page.keyboard.press('Enter');
	await expect.poll(() => reader.highlighted('purpose-claim')).toEqual(['Sample passage two']);
});

test('a note from elsewhere is placed by hand once its text is there', onDesktop, async ({ start, folder }) => {
	const running = await start();
	const { annotations, adding, frame, cards, reader, palette } = running.pages;
	const target = { source: 'http://example.org/page7', selector: { type: 'TextQuoteSelector', exact: 'Other words' } };
	const note = {
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		id: 'http://example.org/note1',
		type: 'Annotation',
		target,
	};
	await frame.goTo('navigation.annotations');
	await running.chooseFiles([writeFile(folder, 'note.jsonld', JSON.stringify(note))], () =>
		annotations.importButton.click(),
	);
	await adding.openRecord('note1').click();
	await expect(cards.all).toHaveCount(1);
	await expect(cards.all).toContainText('Other words');
	await expect(cards.reviews).toHaveCount(0);
	const file = writeFile(folder, 'page.txt', draft.join('\n\n'));
	await running.chooseFiles([file], () => palette.goTo(message('command.editions.add')));
	await expect(cards.review(cards.all)).toContainText(message('annotations.review.from-elsewhere'));
	expect(await accessibilityFaults(running.page)).toEqual([]);
	const words = await reader.selectWithMouse(2, 18);
	await cards.placeButton(cards.all).click();
	await expect.poll(() => reader.highlighted('purpose-note')).toEqual([words]);
	await expect(cards.reviews).toHaveCount(0);
	await expect(cards.all).toContainText(target.source);
	await frame.press('history.undo');
	await expect(cards.reviews).toHaveCount(1);
});

test(
	'two editions stand beside each other, word by word, with the notes on them',
	inBrowser,
	async ({ start, folder }) => {
		const running = await start();
		const { frame, comparison, palette, reader, cards } = running.pages;
		await openDraft(running, folder);
		await bringInSecond(running, folder);
		await expect(cards.reviews).toHaveCount(2);
		await frame.closeToasts();
		await palette.goTo(message('command.editions.compare'));
		await expect(comparison.rows).toHaveCount(3);
		await expect(comparison.removed).toHaveText(['12', draft[2] as string]);
		await expect(comparison.added).toHaveText([second[0] as string, '14']);
		await expect(comparison.notes(comparison.rows.nth(1))).toContainText(message('annotations.placement.needs-review'));
		await expect(comparison.notes(comparison.rows.nth(2))).toContainText(message('annotations.placement.unplaced'));
		for (const theme of ['light', 'dark', 'sepia', 'contrast']) {
			await frame.showTheme(theme);
			expect(await accessibilityFaults(running.page)).toEqual([]);
		}
		await comparison.showAll.focus();
		await running.page.keyboard.press('Space');
		await expect(comparison.rows).toHaveCount(4);
		await comparison.notes(comparison.rows.nth(2)).focus();
		await running.page.keyboard.press('Enter');
		await expect(reader.text).toContainText('A sample preface.');
		// Back finds it as it was left, and each passage leads to its place in its text.
		await frame.press('go.back');
		await expect(comparison.rows).toHaveCount(4);
		await comparison.toText(comparison.rows.nth(3), 'old').press('Enter');
		await expect(reader.text).toContainText(draft[2] as string);
		await expect(await reader.paragraph(3)).toBeFocused();
	},
);
