import { toneWave } from '#archive/testing/test-wave.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

const cues = [
	['00:00:02,000 --> 00:00:04,000', 'Alpha beta gamma.'],
	['00:00:04,000 --> 00:00:20,000', 'Delta epsilon.'],
	['00:00:20,000 --> 00:00:29,000', 'Zeta, at last.'],
];
const subtitles = cues.map(([time, words], at) => `${at + 1}\n${time}\n${words}\n`).join('\n');

test('a recording plays beside its transcript, from any passage, and is written down further', async ({
	start,
	folder,
}) => {
	const running = await start();
	const { page, pages } = running;
	const { adding, frame, library, reader, recording } = pages;
	const files = [
		writeFile(folder, 'talk.wav', Buffer.from(toneWave(30))),
		writeFile(folder, 'talk.srt', subtitles),
		writeFile(folder, 'damaged.mp3', Buffer.from([...Buffer.from('ID3'), 3, 0, 0, 0, 0, 0, 0, 1, 2, 3])),
	];
	await running.chooseFiles(files, () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('talk.wav').click();
	await frame.closeToasts();

	await expect(reader.text).toContainText('Alpha beta gamma.');
	await expect(recording.times).toHaveText(['00:02', '00:04', '00:20']);
	await expect.poll(async () => (await recording.state()).duration).toBe(30);
	await recording.time('00:00:04').click();
	await expect(recording.pauseButton).toBeVisible();
	await expect(recording.spoken).toHaveText('Delta epsilon.');
	await recording.pauseButton.click();
	expect((await recording.state()).seconds).toBeGreaterThanOrEqual(4);
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.keyboard.press('Shift+U');
	await page.keyboard.press('Shift+U');
	await page.keyboard.press('Shift+U');
	await page.keyboard.press('Shift+U');
	await expect(recording.spoken).toHaveText('Zeta, at last.');
	await page.keyboard.press('U');
	await page.keyboard.press('U');
	await expect(recording.spoken).toHaveText('Delta epsilon.');

	await recording.writeButton.click();
	await expect(recording.writing).toHaveValue(/^\[00:00:02\] Alpha beta gamma\.\n\n\[00:00:04\]/);
	await page.keyboard.press('Control+End');
	await recording.place.fill('25');
	await recording.writing.focus();
	await page.keyboard.press('F6');
	await page.keyboard.type('Eta theta.');
	await expect(recording.writing).toHaveValue(/Zeta, at last\.\n\n\[00:00:25\] Eta theta\.$/);
	expect(await accessibilityFaults(page)).toEqual([]);
	await recording.saveButton.click();
	await expect(frame.toast(message('transcript.saved'))).toBeVisible();
	await expect(recording.times).toHaveText(['00:02', '00:04', '00:20', '00:25']);
	await frame.press('history.undo');
	await expect(recording.times).toHaveText(['00:02', '00:04', '00:20']);
});
