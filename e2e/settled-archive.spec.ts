import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { markerWord, writeLetters } from './fixtures/artificial-texts.ts';
import { lecternJson } from './fixtures/command-line.ts';
import { expect, onDesktop, test } from './fixtures/test.ts';

const letterCount = 100;
const paragraphCount = 60;

// So many passages that most of them are packed: what is new is found beside them, what is gone no more.
test('an archive of the command line is searched, noted and weeded', onDesktop, async ({ start, folder }) => {
	const archive = path.join(folder, 'letters.lectern');
	const texts = path.join(folder, 'texts');
	writeLetters(texts, letterCount, paragraphCount);
	await lecternJson('new', archive);
	await lecternJson('add', texts, '--archive', archive);
	const {
		page,
		pages: { search, reader, cards, library, frame },
	} = await start({ archive });
	const [title, marker] = ['Sample letter 40', markerWord(40, 33)];

	await search.box.fill(`"${marker}"`);
	await expect(search.options).toHaveCount(1);
	await expect(search.markIn(search.hit(title, 33))).toHaveText(marker);
	for (const at of [32, 33, 34]) await expect(search.preview).toContainText(markerWord(40, at));

	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(await reader.paragraph(33)).toBeFocused();
	await expect.poll(() => reader.highlighted('search-hit')).toEqual([marker]);

	await page.keyboard.press('KeyN');
	await cards.editor.fill('Sample note with zorvane');
	await cards.doneButton.click();
	await search.box.fill('zorvane');
	await expect(search.options).toHaveCount(1);
	await expect(search.markIn(search.options.first())).toHaveText('zorvane');

	await frame.goTo('library.title');
	await library.select('Sample letter 1');
	await library.moveSelectedToBin(1);
	await expect(frame.toast(message('library.moved-to-bin', { count: 1 }))).toBeVisible();
	await search.box.fill(`"${markerWord(1, 1)}"`);
	await expect(search.nothingFound(`"${markerWord(1, 1)}"`)).toBeVisible();
	await search.box.fill('"sample only" in:passage');
	await expect(search.heading).toHaveText(
		message('search.count', { hits: (letterCount - 1) * paragraphCount, records: letterCount - 1 }),
	);
});
