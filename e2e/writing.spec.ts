import { drawPage } from '#archive/testing/drawn-page.ts';
import { column, writePdf } from '#archive/testing/test-pdf.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

test('what stands in a picture is written down beside it, and is on disk before it is finished', async ({
	start,
	folder,
}) => {
	const file = writeFile(folder, 'kettle.png', drawPage(['The green kettle stood on the seventh shelf.']));
	const running = await start();
	const { page, pages } = running;
	const { library, adding, frame, reader, writing, pageView, search } = pages;
	await running.chooseFiles([file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('kettle.png').click();
	await frame.closeToasts();

	await writing.offer.click();
	await expect(writing.field).toBeFocused();
	await expect(pageView.picture(1, 1)).toBeVisible();
	await page.keyboard.type('# A kettle\n\nThe green kettle stood on the sevnth shelf.\n\n> said the label');
	await expect(writing.kept).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);

	// The window goes, and what was typed stays.
	await page.reload();
	await writing.offer.click();
	await expect(writing.field).toHaveValue(/sevnth shelf\.\n\n> said the label$/);
	await writing.button('save').click();
	await expect(frame.toast(message('writing.saved'))).toBeVisible();
	await expect(reader.title).toHaveText('A kettle');
	await expect(reader.text.locator('blockquote')).toHaveText('said the label');
	await frame.closeToasts();

	// Corrected later: the picture is still beside it, and the search finds the new words alone.
	await frame.press('text.write');
	await expect(writing.field).toBeFocused();
	await expect(writing.field).toHaveValue(/^# A kettle\n\nThe green/);
	await writing.caretBefore('nth shelf');
	await page.keyboard.type('e');
	await page.keyboard.press('Control+Enter');
	await expect(reader.text).toContainText('on the seventh shelf');
	await expect(reader.text).toBeFocused();
	// No draft of it is left, though it was saved at once.
	await frame.press('text.write');
	await expect(writing.field).toHaveValue(/on the seventh shelf/);
	await expect(writing.button('discard')).toBeHidden();
	await page.keyboard.press('Escape');
	await expect(writing.pane).toBeHidden();
	await expect(reader.text).toBeFocused();
	await search.box.fill('seventh');
	await search.box.press('Enter');
	await expect(search.hit('kettle.png', 1)).toBeVisible();
});

test('a text is corrected where one reads, page by page, and its notes move along', async ({ start, folder }) => {
	const pdf = writePdf([
		[{ text: 'Sample paper 21', x: 72, y: 760, size: 22 }, ...column(['Alpha beta gamma stands first.'])],
		column(['Zeta eta theta is on the second page.']),
		column(['Pi rho sigrna is on the third page.']),
	]);
	const file = writeFile(folder, 'paper.pdf', pdf);
	const running = await start();
	const { page, pages } = running;
	const { library, adding, frame, reader, writing, pageView, cards } = pages;
	await running.chooseFiles([file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('paper.pdf').click();
	await frame.closeToasts();
	const misread = reader.text.getByText('Pi rho sigrna is on the third page.');
	await misread.click();
	await page.keyboard.press('n');
	await cards.editor.fill('A sample note');
	await cards.doneButton.click();

	await misread.click();
	await frame.press('text.write');
	await expect(writing.field).toBeFocused();
	expect(await writing.wordsAtCaret(10)).toBe('Pi rho sig');
	await writing.caretBefore('Zeta');
	await page.keyboard.press('ArrowRight');
	await expect(pageView.numberField).toHaveValue('2');
	await writing.caretBefore('rna is');
	await page.keyboard.press('ArrowRight');
	await expect(pageView.numberField).toHaveValue('3');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Delete');
	await page.keyboard.type('m');
	await writing.button('save').click();
	await expect(reader.text).toContainText('Pi rho sigma is on the third page.');
	await expect(cards.card('note', 3)).toContainText('A sample note');
	await expect(pageView.words('Pi rho sigma')).toBeAttached();

	await frame.press('history.undo');
	await expect(misread).toBeVisible();
	await expect(cards.card('note', 3)).toContainText('A sample note');

	// A draft that is not wanted is thrown away, and can be had back.
	await frame.press('text.write');
	await expect(writing.field).toBeFocused();
	await page.keyboard.type('Not wanted. ');
	await writing.button('discard').click();
	await expect(writing.pane).toBeHidden();
	await frame.toasts.getByRole('button', { name: message('command.history.undo') }).click();
	await expect(writing.field).toHaveValue(/Not wanted\. /);
	await expect(writing.kept).toBeVisible();
});

test('a redacted text is made of what is read, which stays', async ({ start, folder }) => {
	const file = writeFile(folder, 'letter.txt', 'Alpha sample letter.\n\nIt was signed by Obrazets Probnov.\n');
	const running = await start();
	const { page, pages } = running;
	const { library, adding, frame, reader, writing } = pages;
	await running.chooseFiles([file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('letter.txt').click();
	await frame.closeToasts();

	await frame.tab('provenance.tab').click();
	await page.getByRole('button', { name: message('command.text.redact'), exact: true }).click();
	const { field, pane } = writing.redaction;
	await expect(field).toBeFocused();
	await writing.select(field, 'Obrazets Probnov');
	await frame.press('text.black-out');
	await expect(field).toHaveValue('Alpha sample letter.\n\nIt was signed by ████.');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Control+Enter');
	await expect(frame.toast(message('writing.redaction.saved'))).toBeVisible();
	await expect(pane).toBeHidden();
	await expect(reader.text).toContainText('Obrazets Probnov');
	await expect(page.getByText(message('edition.shared'), { exact: true })).toBeVisible();
	await frame.closeToasts();

	// What is begun waits for the next time, and says if it goes on from another text than is there by then.
	await page.getByRole('button', { name: message('command.text.redact'), exact: true }).click();
	await expect(field).toBeFocused();
	await page.keyboard.type('Begun. ');
	const earlier = pane.getByText(message('writing.earlier'));
	await expect(earlier).toBeHidden();
	await pane.getByRole('button', { name: message('writing.close'), exact: true }).click();
	await expect(reader.text).toBeFocused();
	await frame.press('history.undo');
	await expect(page.getByText(message('edition.shared'), { exact: true })).toBeHidden();
	await page.getByRole('button', { name: message('command.text.redact'), exact: true }).click();
	await expect(field).toHaveValue(/^Begun\. /);
	await expect(earlier).toBeVisible();
});
