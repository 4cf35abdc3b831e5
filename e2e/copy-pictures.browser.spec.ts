import path from 'node:path';
import {
	docxOf,
	wordParagraph,
	wordPicture,
	wordRelationships,
} from '#archive/importers/test-processes/made-documents.ts';
import { pngOf } from '#archive/testing/test-png.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { openCopy } from './fixtures/opened-copy.ts';
import { expect, test } from './fixtures/test.ts';
import { CopyGate } from './pages/copy-gate.ts';

const plate = 'A sample plate of two colours';
const passphrase = 'sample passphrase of words';

test('a reading copy shows the pictures of its texts, also in one encrypted file, and none where they stay', async ({
	folder,
	dataFolder,
	chromium,
	pageFaults,
}) => {
	test.setTimeout(180_000);
	const own = ['--archive', path.join(folder, 'home.lectern'), '--data', dataFolder];
	const key = ['--package-passphrase-file', writeFile(folder, 'key.txt', `${passphrase}\n`)];
	const at = (name: string) => path.join(folder, name);
	const document = await docxOf(`${wordParagraph('Sample words')}<w:p>${wordPicture('r1', plate)}</w:p>`, {
		'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png' }),
		'word/media/image1.png': pngOf(1600, 900, [150, 60, 40]),
	});
	await lecternJson('new', at('home.lectern'), '--title', 'Sample archive', '--data', dataFolder);
	await lecternJson('add', writeFile(folder, 'Plates.docx', document), ...own);
	const written = await runLectern('export', '--reading-copy', at('copy'), ...own);
	expect(written.stdout).toContain(message('cli.reading-copy.pictures', { count: 1 }));
	await runLectern('export', '--reading-copy', at('sealed.html'), '--single-file', ...key, ...own);
	const without = await runLectern('export', '--reading-copy', at('words'), '--no-pictures', ...own);
	expect(without.stdout).toContain(message('cli.reading-copy.no-pictures', { count: 1 }));
	const opened = async (file: string) => openCopy(await chromium(), at(file), pageFaults);

	await test.step('in a folder: in the text, and large', async () => {
		const { page, pages, outside } = await opened('copy/index.html');
		await pages.library.open('Plates');
		const picture = page.getByRole('button', { name: plate });
		await expect(picture.getByRole('img')).toHaveJSProperty('naturalWidth', 1600);
		expect(await accessibilityFaults(page)).toEqual([]);
		await picture.press('Enter');
		await expect(page.getByRole('dialog', { name: plate })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(picture).toBeFocused();
		expect(outside).toEqual([]);
	});

	await test.step('in one encrypted file', async () => {
		const { page, pages } = await opened('sealed.html');
		await new CopyGate(page).enter(passphrase);
		await pages.library.open('Plates');
		await expect(page.getByRole('img', { name: plate })).toHaveJSProperty('naturalWidth', 1600);
	});

	await test.step('where they stay at home, that is said in their place', async () => {
		const { page, pages } = await opened('words/index.html');
		await pages.library.open('Plates');
		await expect(page.getByText(message('figure.copy'))).toBeVisible();
	});
});
