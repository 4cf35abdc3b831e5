import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { koi8 } from './fixtures/koi8.ts';
import { expect, test } from './fixtures/test.ts';

const paragraphs = [
	'Sample letter 7, in letters that every encoding has, alpha beta gamma.',
	'Twelve boxes of Альфа were kept in the cellar, as a sample and nothing else.',
	'Дельта эпсилон дзета, только образец.',
];

test('notes move over to a new edition; one is accepted, one placed anew, and undo goes back', async ({
	start,
	folder,
}) => {
	const file = writeFile(folder, 'letter.txt', koi8(paragraphs.join('\n\n')));
	const running = await start();
	const { library, adding, frame, reader, cards } = running.pages;
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

	await frame.tab('provenance.tab').click();
	await library.readAgain('windows-1251');
	await expect(reader.text).not.toContainText(paragraphs[2] as string);
	await frame.tab('annotations.notes').click();
	await expect.poll(() => reader.highlighted('purpose-note')).toEqual(['Sample letter']);
	expect(await reader.highlighted('purpose-claim')).toEqual([]);
	await expect(cards.review(cards.all.nth(1))).toContainText('Twelve boxes of Альфа');
	await expect(cards.review(cards.all.nth(2))).toContainText('Дельта эпсилон');
	expect(await accessibilityFaults(running.page)).toEqual([]);

	await cards.acceptButton(cards.all.nth(1)).click();
	await expect.poll(() => reader.highlighted('purpose-claim')).toHaveLength(1);
	await expect(cards.reviews).toHaveCount(1);
	const words = await reader.selectWithMouse(3, 6);
	await cards.placeButton(cards.all.nth(2)).click();
	await expect.poll(() => reader.highlighted('purpose-evidence')).toEqual([words]);
	await expect(cards.reviews).toHaveCount(0);
	await frame.press('history.undo');
	await expect(cards.reviews).toHaveCount(1);
	await expect.poll(() => reader.highlighted('purpose-evidence')).toEqual([]);
});
