import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

test(
	'the history of a note says who wrote what, and an older wording is taken back',
	inBrowser,
	async ({ start, folder }) => {
		const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
		const { pages } = await start({ add: [letter] });
		const { library, reader, cards, frame, page } = pages;
		await library.open('Sample letter 4');
		await frame.closeToasts();
		await reader.focusParagraph(2);
		await frame.press('annotation.claim');
		const card = cards.card('claim', 2);
		for (const words of ['First wording', 'Second wording']) {
			await cards.edit(card);
			await cards.editor.fill(words);
			await cards.doneButton.click();
			await expect(card).toContainText(words);
		}
		await cards.act(card, 'annotations.show-history');
		const versions = frame.dialog.getByRole('listitem');
		await expect(versions.filter({ hasText: 'Second wording' })).toContainText(message('annotations.current-wording'));
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(card).toBeFocused();
		await cards.act(card, 'annotations.show-history');
		await versions
			.filter({ hasText: 'First wording' })
			.getByRole('button', { name: message('annotations.restore-wording') })
			.click();
		await expect(card).toContainText('First wording');
		await frame.press('history.undo');
		await expect(card).toContainText('Second wording');
	},
);
