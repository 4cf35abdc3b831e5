import fs from 'node:fs';
import { writtenDay } from '#shared/dates/written-date.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { pagesOf, pdfTitle } from './fixtures/pdf-pages.ts';
import { printed } from './fixtures/printed.ts';
import { expect, test } from './fixtures/test.ts';

const title = 'Sample letter 4';
const paragraphs = 12;
/** Letters that fonts like to draw as one sign. */
const [heading, ligatures] = ['Official affairs', 'Sample office, affluent fifth fjord, baffled.'];

test('a document is printed with its paragraph numbers and notes, and read back from the PDF', async ({
	start,
	folder,
}, testInfo) => {
	const letter = `${artificialLetter(4, paragraphs)}\n${heading}\n\n${ligatures}\n`;
	const started = await start({ add: [writeFile(folder, 'letter.txt', letter)] });
	const { page, pages } = started;
	const { library, palette, reader, cards, frame } = pages;
	await expect(library.row(title)).toBeVisible();
	await palette.goTo(title);
	await reader.focusParagraph(2);
	await frame.press('annotation.note');
	await expect(cards.editor).toBeFocused();
	await page.keyboard.type('A sample note for paper');
	await cards.doneButton.click();
	await cards.act(cards.card('note', 2), 'annotations.reply');
	await expect(cards.editor).toBeFocused();
	await page.keyboard.type('A sample answer for paper');
	await cards.doneButton.click();
	await frame.closeToasts();

	await frame.press('edition.print');
	await expect(frame.dialog).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await frame.showTheme('dark');
	expect(await contrastFaults(page)).toEqual([]);
	await frame.dialog.getByRole('button', { name: message('print.notes') }).click();
	await page.getByRole('option', { name: message('print.notes.margin'), exact: true }).click();

	const bytes = await printed(started, folder, testInfo.project.name === 'desktop');
	fs.writeFileSync(testInfo.outputPath('printed.pdf'), bytes);
	const sheets = await pagesOf(bytes);
	const text = sheets.map(({ whole }) => whole).join(' ');
	for (let at = 1; at <= paragraphs; at += 1) expect(text).toContain(markerWord(4, at));
	expect(text).toMatch(/ 2 [A-Z][a-z]+ /);
	expect(text).toContain('A sample note for paper');
	expect(text).toContain(`${heading} `);
	expect(text).toContain(ligatures);
	expect(text).toContain('[1]');
	expect(text).toContain('A sample answer for paper');
	// Not "today", which is another day when it is read.
	expect(text).toContain(`${message('purpose.note')} · ${writtenDay(new Date())}`);
	expect(await pdfTitle(bytes)).toBe(title);
	expect(text).toContain('“Sample letter 4,”');
	const address = /<lectern:[^>]+>/.exec(text)?.[0].replaceAll(' ', '') ?? '';
	expect(address).not.toBe('');
	// The first page has the address above its text too: only later ones tell that it is below each.
	expect(sheets.length).toBeGreaterThan(1);
	for (const [at, { whole, foot }] of sheets.entries()) {
		expect(whole).toContain(title);
		// All of it: an address that is cut off leads nowhere.
		expect(foot.replaceAll(' ', '')).toContain(address);
		expect(foot).toContain(`${at + 1} / ${sheets.length}`);
	}
	await test.step('where notes go is remembered', async () => {
		await page.reload();
		await expect(reader.text).toBeVisible();
		await frame.press('edition.print');
		await expect(frame.dialog.getByRole('button', { name: message('print.notes') })).toContainText(
			message('print.notes.margin'),
		);
	});
	// Nothing of the window is on paper.
	expect(text).not.toContain(message('navigation.chronology'));
	expect(await started.outsideRequests()).toBe(0);
});

test('tables keep their columns, and are printed whole: wide ones in parts, long ones with their headings on every sheet', async ({
	start,
	folder,
}, testInfo) => {
	const row = (name: string, columns: number, tag = 'td') =>
		`<tr>${Array.from({ length: columns }, (_, at) => `<${tag}>${name}${at + 1}</${tag}>`).join('')}</tr>`;
	const long = Array.from({ length: 70 }, (_, at) => row(`line${at + 1}cell`, 3)).join('');
	const html = `<title>Sample tables</title><h1>Sample tables</h1>
		<table>${row('wide', 140, 'th')}${row('value', 140)}</table>
		<table>${row('ՕՐԻՆԱԿԱԳԻՐ', 12, 'th')}${row('12\u202f345\u202f678,00\u00a0', 12)}</table>
		<table>${row('אבגדהוזחט', 12)}</table>
		<table>${row('head', 3, 'th')}<tr><td></td><td></td><td>alone</td></tr>${long}</table><p>Behind them, ${'sample '.repeat(20)}.</p>`;
	const started = await start({ add: [writeFile(folder, 'tables.html', html)] });
	const { pages } = started;
	await pages.library.open('Sample tables');
	await expect(pages.reader.title).toBeVisible();
	// Empty cells are no blocks of the text, and have their places.
	const leftOf = async (words: string) =>
		(await pages.reader.text.getByText(words, { exact: true }).boundingBox())?.x ?? Number.NaN;
	expect(await leftOf('alone')).toBe(await leftOf('head3'));
	await pages.frame.press('edition.print');
	const sheets = await pagesOf(await printed(started, folder, testInfo.project.name === 'desktop'));
	const text = sheets.map(({ whole }) => whole).join(' ');
	for (let at = 1; at <= 140; at += 1) expect(text).toContain(`value${at} `);
	expect(text).toContain(message('print.table-goes-on', { from: 10, to: 16, total: 140 }));
	expect(text).toContain(message('print.table-goes-on-one', { column: 12, total: 12 }));
	// No part of it begins on another sheet than what says so.
	for (const { whole } of sheets)
		for (const [, from] of whole.matchAll(/Columns (\d+)–\d+ of 140/g)) expect(whole).toContain(`wide${from} `);
	// Nothing runs over the margins of a sheet (18 of 210 mm), in whatever letters or direction.
	for (const { left, right } of sheets) {
		expect(left).toBeGreaterThan(0.08);
		expect(right).toBeLessThan(0.92);
	}
	const withLong = sheets.filter(({ whole }) => /line\d+cell1/.test(whole));
	expect(withLong.length).toBeGreaterThan(1);
	for (const { whole } of withLong) expect(whole).toContain('head1 head2 head3');
});

test(
	'with a redacted text nothing is printed that is blacked out in it, whatever was noted on it',
	{
		tag: '@browser',
	},
	async ({ start, folder }, testInfo) => {
		const blackened = 'Obrazets Probnov';
		const file = writeFile(
			folder,
			'letter.md',
			`# Signed letter\n\nAlpha sample letter.\n\nIt was signed by ${blackened}.\n`,
		);
		const started = await start({ add: [file] });
		const { page, pages } = started;
		const { library, palette, reader, cards, frame, writing } = pages;
		await expect(library.row('Signed letter')).toBeVisible();
		await palette.goTo('Signed letter');
		for (const paragraph of [1, 2]) {
			await reader.focusParagraph(paragraph);
			await frame.press('annotation.note');
			await expect(cards.editor).toBeFocused();
			await page.keyboard.type(`Sample note ${paragraph}`);
			await cards.doneButton.click();
		}
		await frame.tab('provenance.tab').click();
		await page.getByRole('button', { name: message('command.text.redact'), exact: true }).click();
		await expect(writing.redaction.field).toBeFocused();
		await writing.select(writing.redaction.field, blackened);
		await frame.press('text.black-out');
		await page.keyboard.press('ControlOrMeta+Enter');
		await expect(writing.redaction.pane).toBeHidden();
		await frame.closeToasts();
		await library.editionActions.first().click();
		await frame.menuItem(message('edition.open')).click();
		await expect(reader.text).toContainText('signed by ████');
		await reader.focusParagraph(2);
		await frame.press('annotation.note');
		await expect(cards.editor).toBeFocused();
		await page.keyboard.type('Note on the redacted text');
		await cards.doneButton.click();
		await expect(cards.editor).toHaveCount(0);

		await frame.press('edition.print');
		await frame.dialog.getByRole('button', { name: message('print.notes') }).click();
		await page.getByRole('option', { name: message('print.notes.end'), exact: true }).click();
		await expect(frame.dialog.getByText(message('print.notes-of-redacted'))).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		const bytes = await printed(started, folder, testInfo.project.name === 'desktop');
		const text = (await pagesOf(bytes)).map(({ whole }) => whole).join(' ');
		expect(text).toContain('Note on the redacted text');
		expect(text).not.toContain('Sample note');
		expect(text).not.toContain('Obrazets');
		expect(text).not.toContain('Probnov');
	},
);
