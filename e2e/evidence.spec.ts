import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { starterEvents } from './fixtures/starter.ts';
import { expect, inBrowser, type Started, test } from './fixtures/test.ts';

const [first, second] = ['Sample letter 4', 'Sample letter 5'];

async function startWithLetters(start: (options: { add: string[] }) => Promise<Started>, folder: string) {
	const add = [4, 5].map((number) => writeFile(folder, `letter-${number}.txt`, artificialLetter(number, 4)));
	const started = await start({ add });
	await expect(started.pages.library.row(first)).toBeVisible();
	await expect(started.pages.library.row(second)).toBeVisible();
	await started.pages.frame.closeToasts();
	return started;
}

test('links are made and taken away by mouse, seen from both ends, and gathered as evidence', async ({
	start,
	folder,
}) => {
	const started = await startWithLetters(start, folder);
	const { page, pages } = started;
	const { library, reader, cards, links, frame, evidence } = pages;

	await test.step('the page says what to do while there is no claim', async () => {
		await frame.goTo('navigation.evidence');
		await expect(evidence.emptyTitle).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('a claim without evidence is flagged', async () => {
		await frame.goTo('library.title');
		await library.open(first);
		await reader.selectWithMouse(2, 30);
		await reader.markSelection('claim');
		await expect(cards.editor).toBeFocused();
		await page.keyboard.insertText('So says the sample <b>claim</b>\n\n- *one*\n- [two](https://example.org/)');
		await cards.doneButton.click();
		await frame.goTo('navigation.evidence');
		await expect(evidence.flag(evidence.claim('So says'))).toBeVisible();
		await evidence.claim('So says').getByRole('link', { name: first }).click();
		await expect(await reader.paragraph(2)).toBeInViewport();
	});

	const claim = cards.card('claim', 2);
	await test.step('what supports it is found by its words, in one step that can be taken back', async () => {
		await cards.act(claim, 'links.link');
		await links.field.fill(markerWord(5, 3));
		await expect(links.choice('passage', second)).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		for (const theme of ['dark', 'contrast', 'sepia']) {
			await frame.showTheme(theme);
			expect(await contrastFaults(page), theme).toEqual([]);
		}
		await frame.showTheme('light');
		await links.choice('passage', second).click();
		await expect(frame.toast(message('links.added'))).toBeVisible();
		await expect(links.within(claim, `${message('links.incoming.supports')}: ${second}, ¶ 3`)).toBeVisible();
		await frame.toasts.getByRole('button', { name: message('command.history.undo') }).click();
		await expect(links.within(claim, second)).toHaveCount(0);
		await frame.press('history.redo');
		await expect(links.within(claim, second)).toBeVisible();
		await frame.closeToasts();
	});

	await test.step('from selected words to a record; the margin leads to it; it goes and comes back', async () => {
		await reader.selectWithMouse(3, 40);
		await reader.selectionBar.getByRole('button', { name: message('links.link') }).click();
		await links.say('contradicts', 'outgoing');
		await links.field.fill('letter 5');
		await links.choice('record', second).click();
		const margin = links.marginButton(await reader.paragraph(3));
		await expect(margin).toBeVisible();
		await margin.click();
		const link = links.within(frame.inspector, '¶3');
		await expect(link.getByRole('link')).toBeFocused();
		expect(await accessibilityFaults(page)).toEqual([]);
		await links.remove(link);
		await expect(frame.toast(message('links.removed'))).toBeVisible();
		await expect(margin).toHaveCount(0);
		await frame.press('history.undo');
		await expect(margin).toBeVisible();
		await frame.closeToasts();
	});

	await test.step('the other end shows both, and leads back', async () => {
		await links.within(frame.inspector, '¶3').getByRole('link').click();
		await expect(reader.title).toHaveText(second);
		await frame.tab('links.tab').click();
		await expect(links.within(frame.inspector, first)).toBeVisible();
		await links.within(frame.inspector, 'So says').getByRole('link').click();
		await expect(reader.title).toHaveText(first);
	});

	await test.step('the evidence, with what is known of its source; narrowed and exported', async () => {
		await frame.goTo('navigation.evidence');
		const found = evidence.claim('So says');
		await expect(evidence.side(found, 'supports')).toContainText(markerWord(5, 3));
		await expect(evidence.side(found, 'supports')).toContainText(message('record.holding.held'));
		await expect(evidence.flag(found)).toHaveCount(0);
		await expect(found.getByRole('listitem').getByText('one', { exact: true })).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		for (const theme of ['sepia', 'dark', 'contrast', 'light']) {
			await frame.showTheme(theme);
			expect(await contrastFaults(page), theme).toEqual([]);
		}
		await evidence.withoutEvidence.click();
		await expect(evidence.claims).toHaveCount(0);
		await page.getByRole('button', { name: message('evidence.filter-none') }).click();
		await expect(evidence.claims).toHaveCount(1);
		const files = { html: path.join(folder, 'out.html'), markdown: path.join(folder, 'out.md') } as const;
		for (const format of ['html', 'markdown'] as const)
			await started.keepFile(files[format], () => evidence.export(format));
		const html = fs.readFileSync(files.html, 'utf8');
		expect(html).toContain(markerWord(5, 3));
		expect(html).toContain('&lt;b&gt;claim');
		expect(html).toContain(
			'<li><p><em>one</em></p></li><li><p>two <bdi class="address">⟨https://example.org/⟩</bdi></p></li>',
		);
		expect(fs.readFileSync(files.markdown, 'utf8')).toContain(`## ${first}`);
		await evidence.side(found, 'supports').getByRole('link').click();
		await expect(reader.title).toHaveText(second);
		await expect(await reader.paragraph(3)).toBeInViewport();
	});
	expect(await started.outsideRequests()).toBe(0);
});

test(
	'the same without a mouse: a claim, what contradicts it, a passage by its menu, and the evidence',
	inBrowser,
	async ({ start, folder }) => {
		const { page, pages } = await startWithLetters(start, folder);
		const { palette, reader, cards, links, frame, evidence, chronology } = pages;
		await palette.goTo(first);
		await expect(reader.title).toHaveText(first);
		const claim = cards.card('claim', 2);

		await test.step('L on the card of a claim', async () => {
			await reader.focusParagraph(2);
			await frame.press('annotation.claim');
			await expect(cards.editor).toBeFocused();
			await page.keyboard.type('A sample claim');
			await page.keyboard.press('Escape');
			await expect(claim).toBeFocused();
			await frame.press('annotation.link');
			await expect(links.field).toBeFocused();
			await page.keyboard.press('Shift+Tab');
			await expect(links.relation).toBeFocused();
			await page.keyboard.press('ArrowRight');
			await expect(links.relation).toContainText(message('links.incoming.contradicts'));
			await page.keyboard.press('Tab');
			await page.keyboard.type(markerWord(5, 2));
			await expect(links.choice('passage', second)).toHaveAttribute('data-focused', 'true');
			await page.keyboard.press('Enter');
			await expect(links.within(claim, `${message('links.incoming.contradicts')}: ${second}, ¶ 2`)).toBeVisible();
			await expect(claim).toBeFocused();
		});

		await test.step('a passage, by its menu, with no selection', async () => {
			await reader.focusParagraph(3);
			await page.keyboard.press('Enter');
			await expect(frame.menu).toBeVisible();
			await frame.press('annotation.link');
			await expect(links.field).toBeFocused();
			await page.keyboard.type('A sample claim');
			await expect(links.choice('annotation', 'A sample claim')).toHaveAttribute('data-focused', 'true');
			await page.keyboard.press('Enter');
			await expect(frame.toast(message('links.added'))).toBeVisible();
			await expect(await reader.paragraph(3)).toBeFocused();
			await expect(links.within(claim, message('links.incoming.cites'))).toBeVisible();
		});

		await test.step('a passage and an event: both ends show the link', async () => {
			const [event] = starterEvents;
			await reader.focusParagraph(4);
			await frame.press('annotation.link');
			await expect(links.field).toBeFocused();
			await page.keyboard.type(event?.title ?? '');
			await expect(links.choice('event', event?.title ?? '')).toHaveAttribute('data-focused', 'true');
			await page.keyboard.press('Enter');
			await expect(links.marginButton(await reader.paragraph(4))).toBeVisible();
			await links.marginButton(await reader.paragraph(4)).press('Enter');
			await links
				.within(frame.inspector, event?.title ?? '')
				.getByRole('link')
				.press('Enter');
			const row = links.within(chronology.details, message('links.incoming.cites'));
			await expect(row).toContainText(first);
			expect(await accessibilityFaults(page)).toEqual([]);
			await row.getByRole('link').press('Enter');
			await expect(reader.title).toHaveText(first);
		});

		await test.step('to the evidence, and from there to the words', async () => {
			await frame.press('go.evidence');
			await expect(evidence.claims).toHaveCount(1);
			await frame.press('annotation.next');
			await expect(evidence.claim('A sample claim')).toBeFocused();
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			await expect(evidence.side(evidence.claims, 'contradicts').getByRole('link')).toBeFocused();
			await page.keyboard.press('Enter');
			await expect(reader.title).toHaveText(second);
		});
	},
);

test('claims and their evidence on a window of 360 px', inBrowser, async ({ start, folder }) => {
	const { page, pages } = await startWithLetters(start, folder);
	const { palette, reader, cards, links, frame, evidence } = pages;
	await palette.goTo(first);
	await reader.focusParagraph(2);
	await frame.press('annotation.claim');
	await expect(cards.editor).toBeFocused();
	await page.keyboard.type('A sample claim with longsamplewordwithoutanyplacewhereitcouldbebrokenatall');
	await page.keyboard.press('Escape');
	await expect(cards.card('claim', 2)).toBeFocused();
	await frame.press('annotation.link');
	await expect(links.field).toBeFocused();
	await page.keyboard.type(markerWord(5, 2));
	await expect(links.choice('passage', second)).toHaveAttribute('data-focused', 'true');
	await page.setViewportSize({ width: 360, height: 700 });
	await page.keyboard.press('Enter');
	await frame.press('go.evidence');
	await expect(evidence.claims).toHaveCount(1);
	await frame.closeToasts();
	expect(await accessibilityFaults(page)).toEqual([]);
	await expect.poll(() => frame.overflowPx()).toBe(0);
});
