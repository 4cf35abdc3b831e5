import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { originalParagraphs, translatedNumber, translatedParagraphs } from './fixtures/parallel-texts.ts';
import { expect, test } from './fixtures/test.ts';

test('original and translation stand beside each other, scroll together, and are set right by hand', async ({
	start,
	folder,
}) => {
	const running = await start({
		add: [
			writeFile(folder, 'original.txt', originalParagraphs.join('\n\n')),
			writeFile(folder, 'translation.txt', translatedParagraphs.join('\n\n')),
		],
	});
	const { page } = running;
	const { library, beside, reader, frame, cards, palette } = running.pages;
	await page.setViewportSize({ width: 1400, height: 800 });
	await library.open('original');
	await expect(reader.text).toContainText('Alpha alpha');
	await frame.press('reader.beside');
	await beside.chooseText('second', 'translation', 'translation');
	await expect(beside.alignment).toHaveText(message('beside.aligned', { paired: 29, first: 1, second: 0 }));
	expect(await accessibilityFaults(page)).toEqual([]);

	await beside.wheel('first', 4000);
	await expect.poll(() => beside.topNumber('first')).toBeGreaterThan(10);
	await expect
		.poll(async () => (await beside.topNumber('second')) - translatedNumber(await beside.topNumber('first')))
		.toBe(0);
	await beside.wheel('second', 900);
	await expect
		.poll(async () => (await beside.topNumber('second')) - translatedNumber(await beside.topNumber('first')))
		.toBe(0);
	const before = await beside.topNumber('second');
	await frame.press('beside.together');
	await beside.wheel('first', -1500);
	await expect.poll(() => beside.topNumber('first')).toBeLessThan(before - 3);
	expect(await beside.topNumber('second')).toBe(before);
	await frame.press('beside.together');

	await beside.focus('first', 5);
	await page.keyboard.press('Enter');
	await frame.press('beside.other');
	await beside.focus('second', 5);
	await page.keyboard.press('Enter');
	await frame.press('beside.pair');
	await expect(frame.toast(message('beside.settled'))).toBeVisible();
	await expect(beside.ribbonsByHand).toHaveCount(1);
	await frame.press('history.undo');
	await expect(beside.ribbonsByHand).toHaveCount(0);
	await expect(beside.alignment).toHaveText(message('beside.aligned', { paired: 29, first: 1, second: 0 }));
	await frame.press('history.redo');
	await expect(beside.ribbonsByHand).toHaveCount(1);
	await frame.closeToasts();

	await frame.press('find.open');
	await reader.findField.fill('бета.');
	await expect(reader.findCount).toHaveText(message('beside.found', { at: 1, total: 30, first: 0, second: 30 }));
	await expect(reader.scrollMarks).toHaveAttribute('data-scroll-marks', '30');
	await page.keyboard.press('Escape');
	// The passage that the keyboard is at is quoted and marked, as in a text by itself.
	await beside.focus('second', 2);
	await frame.press('annotation.copy-quote');
	await expect(frame.toast(message('annotations.quotation-copied'))).toBeVisible();
	await frame.press('quotes.add');
	await expect(frame.toast(message('quotes.added', { folder: message('quotes.first-folder') }))).toBeVisible();
	await frame.closeToasts();
	await beside.focus('first', 2);
	await frame.press('annotation.note');
	await expect(cards.editor).toBeFocused();
	await page.keyboard.type('A sample note beside.');
	await expect(cards.all).toHaveCount(1);
	expect(await accessibilityFaults(page)).toEqual([]);

	// What stood beside it comes back from either text.
	await beside.closeButton.click();
	await palette.goTo('translation');
	await frame.press('reader.beside');
	await expect(beside.text('second')).toContainText('Alpha alpha');

	await page.setViewportSize({ width: 360, height: 740 });
	await expect(beside.tab('first')).toHaveAttribute('aria-selected', 'true');
	expect(await accessibilityFaults(page)).toEqual([]);
});
