import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';
import { LecternPages } from './pages/lectern.ts';

test(
	'the history of a note says who wrote what, and an older wording is taken back',
	inBrowser,
	async ({ start, folder, browser }) => {
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

		await test.step('written in two windows at once: both wordings are shown, and one is chosen by keyboard', async () => {
			await cards.edit(card);
			// What is typed here stays unsaved until the other window has written.
			await page.clock.install();
			await page.clock.pauseAt(Date.now() + 60_000);
			await cards.editor.fill('Wording of this window');
			// A context of its own, whose clock goes on.
			const elsewhere = await browser.newContext({ storageState: await page.context().storageState() });
			const other = new LecternPages(await elsewhere.newPage());
			await other.page.goto(page.url());
			const otherCard = other.cards.card('claim', 2);
			await other.cards.edit(otherCard);
			await other.cards.editor.fill('Wording of the other window');
			await other.cards.doneButton.click();
			await expect(otherCard).toContainText('Wording of the other window');
			await page.clock.resume();
			await cards.editor.press('ControlOrMeta+Enter');
			await expect(cards.trouble).toContainText('Wording of the other window');
			await expect(cards.editor).toHaveValue('Wording of this window');
			expect(await accessibilityFaults(page)).toEqual([]);
			await frame.showTheme('dark');
			expect(await contrastFaults(page)).toEqual([]);
			await cards.trouble.getByRole('button', { name: message('annotations.keep-mine') }).press('Enter');
			await expect(cards.trouble).toHaveCount(0);
			await expect(otherCard).toContainText('Wording of this window');
			await elsewhere.close();
		});
	},
);
