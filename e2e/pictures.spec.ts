import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
	docxOf,
	wordParagraph,
	wordPart,
	wordPicture,
	wordRelationships,
} from '#archive/importers/test-processes/made-documents.ts';
import { gifOf } from '#archive/testing/test-gif.ts';
import { pngOf } from '#archive/testing/test-png.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { printed } from './fixtures/printed.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

const title = 'Sample report with plates';
const [emblem, plate, moving] = ['A sample emblem', 'A sample plate of two colours', 'A sample that moves'];

const styles = wordPart(
	'styles',
	'<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>',
);

/** A report with an emblem above its title, a plate far down in it, and pictures that cannot be shown. */
function report(): Promise<Uint8Array> {
	const paragraphs = Array.from({ length: 60 }, (_, at) =>
		wordParagraph(`${at + 1}: ${'Sample words of no meaning, as many as a paragraph has. '.repeat(6)}`),
	);
	return docxOf(
		[
			`<w:p>${wordPicture('r1', emblem)}</w:p>`,
			wordParagraph(title, '<w:pStyle w:val="Title"/>'),
			...paragraphs.slice(0, 40),
			`<w:p>${wordPicture('r2', plate)}</w:p>`,
			wordParagraph('Plate 1', '<w:pStyle w:val="Caption"/>'),
			`<w:p>${wordPicture('r3', '', true)}</w:p>`,
			`<w:p>${wordPicture('r4', 'A drawing')}</w:p>`,
			`<w:p>${wordPicture('r5', moving)}</w:p>`,
			...paragraphs.slice(40),
		].join(''),
		{
			'word/styles.xml': styles,
			'word/_rels/document.xml.rels': wordRelationships({
				r1: 'media/image1.png',
				r2: 'media/image2.png',
				r3: 'https://example.org/plate.png',
				r4: 'media/image3.wmf',
				r5: 'media/image4.gif',
			}),
			'word/media/image1.png': pngOf(96, 64),
			'word/media/image2.png': pngOf(1600, 900, [150, 60, 40]),
			'word/media/image3.wmf': 'a sample of another format',
			'word/media/image4.gif': gifOf(50, 20, 2),
		},
	);
}

test('pictures stand in the text, are looked at closely by keys alone, and move nothing', async ({
	start,
	folder,
}, testInfo) => {
	const { page, pages } = await start({ add: [writeFile(folder, 'report.docx', await report())] });
	const { library, palette, reader } = pages;
	await expect(library.row(title)).toBeVisible();
	await palette.goTo(title);

	await expect(reader.picture(emblem)).toBeVisible();
	expect(await reader.naturalWidth(emblem)).toBe(96);
	// Far from the screen nothing of it is there but its room, and its button for keys and screen readers.
	await expect(reader.picture(plate)).toHaveCount(0);
	await expect(reader.pictureButton(plate)).toHaveCount(1);
	await expect(reader.text).toContainText(
		`${message('figure.number', { number: 3 })} ${message('figure.obstacle.elsewhere')} https://example.org/plate.png`,
	);
	await expect(reader.text).toContainText(`A drawing ${message('figure.obstacle.format')}`);

	// The numbers that are cited are those of the paragraphs.
	await expect(reader.numbers).toHaveCount(61);
	await expect(await reader.paragraph(41)).toHaveText('Plate 1');
	await reader.focusParagraph(41);
	await expect(reader.picture(plate)).toBeVisible();
	expect(await reader.naturalWidth(plate)).toBe(1600);
	expect(await reader.naturalWidth(moving)).toBe(50);
	// Still, whatever the file has: beside text that is read nothing moves.
	await expect(reader.picture(moving)).toHaveAttribute('src', /^data:image\/png/);
	const caption = await reader.paragraph(41);
	await expect(caption).toBeInViewport();

	await reader.pictureButton(plate).focus();
	const before = await reader.scrollTop();
	await page.keyboard.press('Enter');
	const large = page.getByRole('dialog', { name: plate });
	await expect(large.getByRole('img', { name: plate })).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	const widthOf = () =>
		large.getByRole('img', { name: plate }).evaluate((image) => image.getBoundingClientRect().width);
	await page.keyboard.press('1');
	await expect.poll(widthOf).toBe(1600);
	await page.keyboard.press('+');
	await expect.poll(widthOf).toBe(2000);
	await page.keyboard.press('0');
	await expect.poll(widthOf).toBeLessThan(1600);
	await page.keyboard.press('Escape');
	await expect(large).toBeHidden();
	await expect(reader.pictureButton(plate)).toBeFocused();
	expect(await reader.scrollTop()).toBe(before);
	expect(await accessibilityFaults(page)).toEqual([]);
	await test.step('read again, the file gives the same text, which is said', async () => {
		await pages.frame.tab('provenance.tab').click();
		await library.inspector.getByRole('button', { name: message('provenance.reread-now') }).click();
		await expect(pages.frame.toast(message('provenance.reread-same'))).toBeVisible();
	});
	if (testInfo.project.name === 'desktop')
		await expect(pages.frame.statusBar).toContainText(message('status.refused', { count: 0 }));
});

/** A short report, with an emblem of a red of its own. */
function plates(emblemRed: number, ...paragraphs: string[]): Promise<Uint8Array> {
	return docxOf(
		[
			wordParagraph(title, '<w:pStyle w:val="Title"/>'),
			`<w:p>${wordPicture('r1', emblem)}</w:p>`,
			...paragraphs,
			`<w:p>${wordPicture('r2', plate)}</w:p>`,
		].join(''),
		{
			'word/styles.xml': styles,
			'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png', r2: 'media/image2.png' }),
			'word/media/image1.png': pngOf(96, 64, [emblemRed, 60, 40]),
			'word/media/image2.png': pngOf(1600, 900, [150, 60, 40]),
		},
	);
}

test('pictures of two editions stand beside each other', inBrowser, async ({ start, folder }) => {
	const first = wordParagraph('Sample words of the first paragraph, as they were.');
	const later = wordParagraph('Sample words that came later.');
	const running = await start({ add: [writeFile(folder, 'plates.docx', await plates(10, first))] });
	const { page, pages } = running;
	const { library, palette, reader, comparison, frame } = pages;
	await expect(library.row(title)).toBeVisible();
	await palette.goTo(title);
	await expect(reader.picture(emblem)).toBeVisible();
	const file = writeFile(folder, 'later.docx', await plates(200, first, later));
	await running.chooseFiles([file], () => palette.goTo(message('command.editions.add')));
	await expect(reader.text).toContainText('that came later');
	await frame.closeToasts();
	await palette.goTo(message('command.editions.compare'));
	// Another emblem in the place of one, and a passage that was added; the plate is the same.
	await expect(comparison.rows).toHaveCount(2);
	await expect(comparison.pictures(emblem)).toHaveCount(2);
	await expect(comparison.rows.nth(0)).toContainText(message('compare.kind.changed'));
	// It is no passage, so nothing leads to one.
	await expect(comparison.rows.nth(0).getByRole('link')).toHaveCount(0);
	await expect(comparison.counts).toContainText(
		message('compare.pictures', { changed: 1, added: 0, removed: 0, moved: 0, same: 1 }),
	);
	await comparison.showAll.press('Space');
	await expect(comparison.rows).toHaveCount(5);
	await expect(comparison.pictures(plate)).toHaveCount(2);
	// Rows that stand elsewhere now have kept their heights.
	await expect.poll(() => comparison.overlappingRows()).toBe(0);
	await comparison.pictures(plate).nth(1).scrollIntoViewIfNeeded();
	expect(await accessibilityFaults(page)).toEqual([]);
	await comparison.passages.getByRole('button', { name: plate }).first().press('Enter');
	await expect(page.getByRole('dialog', { name: plate })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(comparison.passages.getByRole('button', { name: plate }).first()).toBeFocused();
});

/** How many pictures stand on the pages of a PDF, as another program reads it. */
async function pictureCount(bytes: Uint8Array): Promise<number> {
	const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
	const document = await reading.promise;
	let count = 0;
	for (let number = 1; number <= document.numPages; number += 1) {
		const { fnArray } = await (await document.getPage(number)).getOperatorList();
		count += fnArray.filter((operator) => operator === OPS.paintImageXObject).length;
	}
	await reading.destroy();
	return count;
}

test('pictures are printed, those too that were never near the screen', async ({ start, folder }, testInfo) => {
	const started = await start({ add: [writeFile(folder, 'report.docx', await report())] });
	const { pages } = started;
	const { library, palette, reader, frame } = pages;
	await expect(library.row(title)).toBeVisible();
	await palette.goTo(title);
	await expect(reader.picture(emblem)).toBeVisible();
	await frame.closeToasts();
	await frame.press('edition.print');
	const bytes = await printed(started, folder, testInfo.project.name === 'desktop');
	expect(await pictureCount(bytes)).toBe(3);
});
