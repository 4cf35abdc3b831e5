import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { giveArtificialVoice } from './fixtures/artificial-voice.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

const paragraphs = Array.from({ length: 40 }, (_, at) => `Sample sentence ${at + 1}. Another of paragraph ${at + 1}.`);

test('a text is read aloud sentence by sentence, and followed', async ({ start, folder }) => {
	const add = [writeFile(folder, 'spoken.md', `# A sample to be read\n\n${paragraphs.join('\n\n')}\n`)];
	const running = await start({ add });
	const { page } = running;
	const { library, reader, frame, aloud } = running.pages;
	await library.open('A sample to be read');
	await expect(reader.title).toBeVisible();

	await test.step('with no voice it says so, with the way out', async () => {
		await aloud.beginButton.click();
		await expect(aloud.obstacle).toContainText(message('aloud.no-voices'));
		await expect(aloud.obstacle).toContainText(message('aloud.local-only'));
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.press('aloud.stop');
		await expect(aloud.bar).toBeHidden();
	});

	const voice = await giveArtificialVoice(page);
	await page.reload();
	await expect(reader.title).toBeVisible();

	await test.step('with a voice of this machine, from the passage that has the focus', async () => {
		await reader.focusParagraph(2);
		await frame.press('aloud.toggle');
		await expect.poll(voice.said).toEqual(['Sample voice ×1: Sample sentence 2.']);
		expect(await reader.highlighted('aloud-sentence')).toEqual(['Sample sentence 2.']);
		await voice.finishSentence();
		await expect.poll(() => reader.highlighted('aloud-sentence')).toEqual(['Another of paragraph 2.']);
		await voice.finishSentence();
		await expect(aloud.place(3)).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.showTheme('dark');
		expect(await contrastFaults(page)).toEqual([]);
	});

	await test.step('pause, a sentence back, faster: each says the sentence anew', async () => {
		await frame.press('aloud.toggle');
		await frame.press('aloud.previous');
		await expect.poll(() => reader.highlighted('aloud-sentence')).toEqual(['Another of paragraph 2.']);
		await frame.press('aloud.toggle');
		await frame.press('aloud.faster');
		await expect
			.poll(async () => (await voice.said()).slice(3))
			.toEqual(['Sample voice ×1: Another of paragraph 2.', 'Sample voice ×1.1: Another of paragraph 2.']);
	});

	await test.step('the page follows, and leaves alone who scrolls away', async () => {
		for (let at = 0; at < 40; at += 1) await frame.press('aloud.next');
		await expect(aloud.place(22)).toBeVisible();
		await expect(await reader.paragraph(22)).toBeInViewport();
		await reader.text.evaluate((element) => element.scrollTo({ top: 0, behavior: 'instant' }));
		await expect(await reader.paragraph(22)).not.toBeInViewport();
		await expect.poll(async () => (await voice.said()).at(-1)).toContain('paragraph 22');
		await voice.finishSentence();
		await expect(aloud.place(23)).toBeVisible();
		await expect(await reader.paragraph(23)).not.toBeInViewport();
		await aloud.place(23).click();
		await expect(await reader.paragraph(23)).toBeInViewport();
	});

	await test.step('the voice of each language is chosen, of those here', async () => {
		await aloud.button('aloud.voice').click();
		await aloud.voiceChoice('English').click();
		await expect(aloud.voices).toHaveText([message('aloud.voice.first', { name: 'Sample voice' }), 'Sample voice']);
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(aloud.voices).toHaveCount(0);
		await frame.dialog.press('Escape');
		await expect(frame.dialog).toHaveCount(0);
	});

	await test.step('it stops when the text is left, and begins again where it was left off', async () => {
		await frame.goTo('library.title');
		await expect(aloud.bar).toBeHidden();
		await library.open('A sample to be read');
		await page.setViewportSize({ width: 360, height: 700 });
		await expect(await reader.paragraph(23)).toBeInViewport();
		await reader.text.press('h');
		await expect(aloud.place(23)).toBeVisible();
		await expect.poll(() => frame.overflowPx()).toBe(0);
		expect(await accessibilityFaults(page)).toEqual([]);
		await aloud.button('command.aloud.stop').click();
		await expect(await reader.paragraph(23)).toBeFocused();
	});
	expect(await running.outsideRequests()).toBe(0);
});
