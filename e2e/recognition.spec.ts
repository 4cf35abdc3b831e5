import { drawPage } from '#archive/testing/drawn-page.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

// A page is drawn by a browser of its own and read by the engine: on a busy machine that takes a while.
const readingTime = { timeout: 90_000 };

test('a picture is added, its text recognised, found and read, doubtful words underlined', async ({
	start,
	folder,
}) => {
	const struck = '<span style="text-decoration: line-through 6px">wobbling umbrella</span>';
	const page = drawPage(['The green kettle stood on the seventh shelf of an invented room.', `A ${struck} was there.`]);
	const file = writeFile(folder, 'kettle.png', page);
	const running = await start();
	const { library, adding, frame, reader, recognition, search, settings } = running.pages;
	await running.chooseFiles([file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(adding.outcome('kettle.png', 'no-text')).toBeVisible();
	await expect(adding.detail('kettle.png')).toContainText(message('import.reason.image'));
	await adding.openRecord('kettle.png').click();

	await expect(recognition.offer).toBeVisible();
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await recognition.offer.click();
	await expect(recognition.dialog).toBeVisible();
	await recognition.dialog.getByText(message('recognition.find-out'), { exact: true }).click();
	await expect(recognition.startButton).toBeDisabled();
	await recognition.dialog.getByText(message('language.name.en'), { exact: true }).click();
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await recognition.startButton.click();

	await expect(reader.text).toContainText('The green kettle stood on the seventh shelf', readingTime);
	await expect(recognition.doubtful.first()).toBeVisible();
	await expect(recognition.doubtful.first()).toHaveAttribute('title', /\d/);
	expect(await accessibilityFaults(running.page)).toEqual([]);
	await settings.readingButton.click();
	await settings.readingPanel.getByText(message('reading.doubtful'), { exact: true }).click();
	await running.page.keyboard.press('Escape');
	await expect(recognition.doubtful).toHaveCount(0);

	await search.box.fill('seventh kettle');
	await search.box.press('Enter');
	await expect(search.hit('kettle.png', 1)).toBeVisible();
});
