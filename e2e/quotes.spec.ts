import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { cardEndings } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { expect, inBrowser, type Started, test } from './fixtures/test.ts';

const [first, second] = ['Sample letter 4', 'Sample letter 5'];

async function startWithLetters(
	start: (options: { add: string[] }) => Promise<Started>,
	folder: string,
	others: readonly string[] = [],
) {
	const add = [4, 5].map((number) => writeFile(folder, `letter-${number}.txt`, artificialLetter(number, 4)));
	const started = await start({ add: [...add, ...others] });
	await expect(started.pages.library.row(first)).toBeVisible();
	await expect(started.pages.library.row(second)).toBeVisible();
	await started.pages.frame.closeToasts();
	return started;
}

/** What was copied, as the palette has it when it is pasted there. */
async function pasted({ page, pages: { palette } }: Started): Promise<string> {
	await palette.open();
	await palette.field.press('ControlOrMeta+V');
	await expect(palette.field).not.toHaveValue('');
	const text = await palette.field.inputValue();
	await page.keyboard.press('Escape');
	await expect(palette.dialog).toHaveCount(0);
	return text;
}

test('words are copied with their reference, gathered, put in order and written out', async ({ start, folder }) => {
	const started = await startWithLetters(start, folder);
	const { page, pages } = started;
	const { library, reader, frame, palette, quotes, search } = pages;

	await test.step('the page says what to do while there is nothing', async () => {
		await frame.goTo('navigation.quotes');
		await expect(quotes.emptyTitle).toBeVisible();
		await expect(page.getByRole('button', { name: message('command.quotes.prove') })).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('a record is cited as a whole', async () => {
		await frame.goTo('library.title');
		await library.select(first);
		await library.citeButton.click();
		await expect(frame.toast(message('annotations.reference-copied'))).toBeVisible();
		await frame.closeToasts();
		expect(await pasted(started)).toMatch(/^“Sample letter 4,” .*<lectern:[0-9a-f-]{36}\/record\//);
	});

	let words = '';
	await test.step('from the selection: copied, and gathered', async () => {
		await frame.goTo('library.title');
		await library.open(first);
		words = await reader.selectWithMouse(2, 30);
		await reader.selectionBar.getByRole('button', { name: message('annotations.copy-quote') }).click();
		await expect(frame.toast(message('annotations.quotation-copied'))).toBeVisible();
		await reader.selectionBar.getByRole('button', { name: message('quotes.add') }).click();
		await expect(frame.toast(message('quotes.added', { folder: message('quotes.first-folder') }))).toBeVisible();
		await frame.closeToasts();
		const text = await pasted(started);
		expect(text).toContain(`“${words}”`);
		expect(text).toMatch(/“Sample letter 4,” para\. 2, extracted text [0-9a-f]{8}, .*<lectern:[0-9a-f-]{36}\/record\//);
	});

	await test.step('from the keyboard, with no selection', async () => {
		await palette.goTo(first);
		await expect(reader.title).toHaveText(first);
		await reader.focusParagraph(4);
		await frame.press('quotes.add');
		await expect(frame.toast(message('quotes.added', { folder: message('quotes.first-folder') }))).toBeVisible();
		await frame.closeToasts();
	});

	await test.step('from a hit of the search', async () => {
		await frame.goTo('navigation.search');
		await search.box.fill(markerWord(5, 3));
		await search.preview.getByRole('button', { name: message('quotes.add'), exact: true }).click();
		await expect(frame.toast(message('quotes.added', { folder: message('quotes.first-folder') }))).toBeVisible();
		await frame.closeToasts();
	});

	const order = () =>
		quotes.quotes.evaluateAll((rows) => rows.map((row) => row.querySelector('blockquote')?.textContent));
	await test.step('they are moved by button and key, noted, removed and brought back', async () => {
		await frame.press('go.quotes');
		await expect(quotes.quotes).toHaveCount(3);
		const [one = '', two = '', three = ''] = (await order()) as string[];
		expect(one).toBe(words);
		expect(three).toContain(markerWord(5, 3));
		await quotes.act(quotes.quote(markerWord(5, 3)), 'move-up');
		await expect.poll(order).toEqual([one, three, two]);
		await quotes.quote(markerWord(5, 3)).focus();
		await page.keyboard.press('Alt+ArrowUp');
		await expect.poll(order).toEqual([three, one, two]);
		await quotes.act(quotes.quoteOf(words), 'edit-note');
		await quotes.write('note', 'A sample note on it');
		await expect(quotes.quote('A sample note on it')).toBeVisible();
		await quotes.act(quotes.quotes.first(), 'remove');
		await expect.poll(order).toEqual([one, two]);
		await frame.press('history.undo');
		await expect.poll(order).toEqual([three, one, two]);
		await frame.closeToasts();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('every theme, and every style', async () => {
		await quotes.chooseStyle('gost');
		await expect(quotes.quote(markerWord(5, 3))).toContainText('Абз. 3.');
		for (const theme of ['sepia', 'dark', 'contrast', 'light']) {
			await frame.showTheme(theme);
			expect(await contrastFaults(page), theme).toEqual([]);
		}
		await quotes.chooseStyle('chicago');
	});

	await test.step('written out with footnotes', async () => {
		const files = { docx: 'q.docx', odt: 'q.odt', markdown: 'q.md' } as const;
		for (const format of ['docx', 'odt', 'markdown'] as const)
			await started.keepFile(path.join(folder, files[format]), () => quotes.export(format));
		const markdown = fs.readFileSync(path.join(folder, files.markdown), 'utf8');
		expect(markdown.indexOf(markerWord(5, 3))).toBeLessThan(markdown.indexOf(words));
		expect(markdown).toContain('[^3]: ');
		const docx = unzipSync(fs.readFileSync(path.join(folder, files.docx)));
		expect(new TextDecoder().decode(docx['word/footnotes.xml'])).toContain('“Sample letter 5,”');
		const odt = unzipSync(fs.readFileSync(path.join(folder, files.odt)));
		expect(new TextDecoder().decode(odt['content.xml'])).toContain('A sample note on it');
	});

	await test.step('a card is shown, saved as a picture in any script, and proved', async () => {
		await quotes.askForCard(quotes.quotes.first());
		expect(await accessibilityFaults(page)).toEqual([]);
		const shown = (await quotes.card.getByRole('img').getAttribute('aria-label')) ?? '';
		expect(shown).toContain(markerWord(5, 3));
		for (const format of ['png', 'svg', 'html', 'text'] as const) {
			const file = path.join(folder, `card.${cardEndings[format]}`);
			if (format !== 'png') await quotes.askForCard(quotes.quotes.first());
			await started.keepFile(file, () => quotes.saveCard(format));
			await quotes.prove(file);
			await expect(quotes.proof).toContainText(message('cli.prove.result', { failed: 0 }));
			await expect(quotes.proof).toContainText(markerWord(5, 3));
			const isDots = quotes.proof.getByText(message('card.look-at-picture'));
			await expect(isDots).toHaveCount(format === 'png' ? 1 : 0);
			await page.keyboard.press('Escape');
			await expect(quotes.proof).toHaveCount(0);
			await frame.closeToasts();
		}
		await quotes.prove(writeFile(folder, 'other.txt', 'No card at all'));
		await expect(quotes.proof).toContainText(message('card.none'));
		await page.keyboard.press('Escape');
		await expect(quotes.proof).toHaveCount(0);
	});

	await test.step('folders are made and removed, which can be undone', async () => {
		await quotes.actOnFolder('new-folder');
		await quotes.write('folder-name', 'Part two of the sample');
		await expect(page.getByText(message('quotes.folder-empty', { quote: 'G' }))).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await quotes.actOnFolder('remove-folder');
		await expect(quotes.quotes).toHaveCount(3);
	});

	await test.step('a quotation leads to its words', async () => {
		await quotes.quoteOf(words).getByRole('link').click();
		await expect(reader.title).toHaveText(first);
		await expect(await reader.paragraph(2)).toBeInViewport();
	});
	expect(await started.outsideRequests()).toBe(0);
});

test('quotations on a window of 360 px', inBrowser, async ({ start, folder }) => {
	const fromTheRight = 'אבג דהו';
	const add = [writeFile(folder, 'from-the-right.txt', `${fromTheRight}\n\nזחט alpha.\n`)];
	const { page, pages } = await startWithLetters(start, folder, add);
	const { palette, reader, frame, quotes } = pages;
	for (const [title, paragraph] of [
		[first, 2],
		[first, 3],
		[fromTheRight, 1],
	] as const) {
		await palette.goTo(title);
		await expect(reader.title).toHaveText(title);
		await reader.focusParagraph(paragraph);
		await frame.press('quotes.add');
		await expect(frame.toast(message('quotes.added', { folder: message('quotes.first-folder') }))).toBeVisible();
		await frame.closeToasts();
	}
	await page.setViewportSize({ width: 360, height: 700 });
	await frame.press('go.quotes');
	await expect(quotes.quotes).toHaveCount(3);
	await expect(quotes.quotes.last().getByText('זחט alpha.')).toHaveCSS('direction', 'rtl');
	// A reference is in the language of its style, whatever letters the title has that it begins with.
	await expect(quotes.quotes.last().getByText(/para\. 1/)).toHaveCSS('direction', 'ltr');
	expect(await accessibilityFaults(page)).toEqual([]);
	await expect.poll(() => frame.overflowPx()).toBe(0);
});
