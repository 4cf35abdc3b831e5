import path from 'node:path';
import { writeLetters } from './fixtures/artificial-texts.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('an import is cancelled, what was added stays, and the rest can be added later', async ({
	startDesktop,
	folder,
}) => {
	const letters = path.join(folder, 'letters');
	const count = writeLetters(letters, 2000, 4).length;
	const running = await startDesktop();
	const { library, adding, frame } = running.pages;
	await expect(library.grid).toBeVisible();
	await running.chooseFolder(letters, () => frame.press('adding.folder'));
	await frame.goTo('navigation.adding');
	await expect(adding.rows.first()).toBeVisible();
	await adding.cancelButton.click();
	await expect(adding.state('cancelled')).toBeVisible();
	await expect(adding.outcome('letter-0001.txt', 'added')).toBeVisible();
	await frame.goTo('library.title');
	await expect.poll(() => library.count()).toBeGreaterThan(starterRecordCount);
	expect(await library.count()).toBeLessThan(starterRecordCount + count);

	await frame.goTo('navigation.adding');
	await adding.retryButton.click();
	await expect(adding.jobs).toHaveCount(2);
	await frame.goTo('library.title');
	await expect.poll(() => library.count(), { timeout: 60_000 }).toBe(starterRecordCount + count);
});
