import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('a packaged Lectern starts, shows the starter archive, adds a file and has it the next time', async ({
	start,
	folder,
}) => {
	const letter = writeFile(folder, 'sample letter.txt', artificialLetter(1, 3));
	const first = await start();
	await expect.poll(() => first.pages.library.count()).toBe(starterRecordCount);
	await first.chooseFiles([letter], () => first.pages.library.addButton.click());
	await expect(first.pages.library.holdingOf('Sample letter 1')).toHaveText(message('record.holding.held'));
	expect(await first.outsideRequests()).toBe(0);
	await first.close();

	const { pages } = await start();
	await pages.library.open('Sample letter 1');
	await expect(pages.reader.numbers).toHaveCount(3);
});
