import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { column, writePdf } from '#archive/testing/test-pdf.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

/** Three pages, each with a paragraph whose words are its own. */
const threePages = writePdf([
	[
		{ text: 'Sample paper 21', x: 72, y: 760, size: 22 },
		...column(['Alpha beta gamma, where sylcorvane', 'stands in the first sample line.']),
	],
	column(['Zeta eta theta, where quorvane stands', 'on the second sample page.']),
	column(['Pi rho sigma, where tamarvel stands', 'on the third sample page.']),
]);

/** A grey PNG with a dark square in its middle. */
function samplePng(sizePx: number): Uint8Array {
	const rows = Array.from({ length: sizePx }, (_, y) => {
		const isDark = (at: number) => at > sizePx / 3 && at < (2 * sizePx) / 3;
		return Buffer.from([0, ...Array.from({ length: sizePx }, (_each, x) => (isDark(x) && isDark(y) ? 20 : 230))]);
	});
	const head = Buffer.alloc(13);
	head.writeUInt32BE(sizePx, 0);
	head.writeUInt32BE(sizePx, 4);
	head.set([8, 0, 0, 0, 0], 8);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		signature,
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND'),
	]);
}

function chunk(name: string, content = Buffer.alloc(0)): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(content.length);
	check.writeUInt32BE(crc(named));
	return Buffer.concat([length, named, check]);
}

function crc(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) {
		value ^= byte;
		for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	}
	return (value ^ 0xffffffff) >>> 0;
}

test('a PDF is seen page by page beside its text, marked on both, and its regions are marked', async ({
	start,
	folder,
}) => {
	const files = path.join(folder, 'papers');
	writeFile(files, 'paper.pdf', threePages);
	const running = await start();
	const { page, pages } = running;
	const { library, adding, frame, reader, pageView, cards } = pages;
	await running.chooseFolder(files, () => library.chooseToAdd('command.adding.folder'));
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('paper.pdf').click();
	await expect(reader.title).toHaveText('Sample paper 21');

	await pageView.show('both');
	await expect(pageView.picture(1, 3)).toBeVisible();
	expect(await pageView.darkPoints(pageView.picture(1, 3))).toBeGreaterThan(20);

	// A page number moves both.
	await page.keyboard.press('g');
	await pageView.numberField.fill('3');
	await pageView.numberField.press('Enter');
	await expect(pageView.picture(3, 3)).toBeVisible();
	await expect(pageView.numberField).toHaveValue('3');

	// Words on the page are selected and marked as in the text.
	await pageView.words('Pi rho sigma').selectText();
	await expect(reader.selectionBar).toBeVisible();
	await reader.markSelection('claim');
	await cards.doneButton.click();
	await expect(cards.card('claim', 3)).toBeVisible();
	await expect(pageView.marks).toHaveCount(1);
	expect(await reader.highlighted('purpose-claim')).toEqual(['Pi rho sigma, where tamarvel stands']);

	// A region by the pointer.
	await pageView.button('page.region').click();
	await expect(pageView.frame).toBeFocused();
	await pageView.drawFrame(pageView.sheet(3, 3), [0.1, 0.3], [0.5, 0.45]);
	const bar = page.getByRole('toolbar', { name: message('pages.region.bar') });
	await bar.getByRole('button', { name: message('purpose.evidence'), exact: true }).click();
	await cards.editor.fill('A sample stamp');
	await cards.doneButton.click();
	const region = cards.list.getByRole('article', {
		name: `${message('purpose.evidence')}, ${message('annotations.region.place', { page: 3 })}`,
	});
	await expect(region).toContainText('A sample stamp');
	await expect(pageView.marks).toHaveCount(2);
	expect(await accessibilityFaults(page)).toEqual([]);

	// Another by the keyboard alone, undone again.
	await pageView.pane.focus();
	await page.keyboard.press('m');
	await expect(pageView.frame).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Enter');
	await cards.doneButton.click();
	await expect(pageView.marks).toHaveCount(3);
	await frame.press('history.undo');
	await expect(pageView.marks).toHaveCount(2);

	// The card leads back to its page; size and turning stay with it.
	await pageView.numberField.fill('1');
	await pageView.numberField.press('Enter');
	await expect(pageView.picture(1, 3)).toBeVisible();
	await pageView.button('page.rotate').click();
	await pageView.button('page.fit-page').click();
	await region.getByRole('button', { name: message('annotations.region.place', { page: 3 }) }).click();
	await expect(pageView.picture(3, 3)).toBeVisible();
	await pageView.button('page.rotate').click();
	await pageView.button('page.rotate').click();
	await pageView.button('page.rotate').click();

	// A click on the page goes to the passage.
	await pageView.button('page.fit-width').click();
	await pageView.numberField.fill('2');
	await pageView.numberField.press('Enter');
	await pageView.words('Zeta eta theta').click();
	await expect(reader.text.locator('[data-ordinal]').filter({ hasText: 'quorvane' })).toBeInViewport();

	// The view is remembered.
	await pageView.show('page');
	await expect(reader.title).toBeHidden();
	await frame.press('go.library');
	await page.goBack();
	await expect(pageView.picture(1, 3).or(pageView.picture(2, 3)).first()).toBeVisible();
	await expect(reader.title).toBeHidden();
});

test('an image without text is shown, and a region of it marked', inBrowser, async ({ start, folder }) => {
	const files = path.join(folder, 'images');
	writeFile(files, 'sample.png', samplePng(300));
	writeFile(files, 'broken.png', samplePng(300).subarray(0, 60));
	const running = await start();
	const { page, pages } = running;
	const { library, adding, frame, pageView, cards } = pages;
	await running.chooseFolder(files, () => library.chooseToAdd('command.adding.folder'));
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('sample.png').click();
	await expect(pageView.picture(1, 1)).toBeVisible();
	expect(await pageView.darkPoints(pageView.picture(1, 1))).toBeGreaterThan(800);
	await pageView.button('page.region').click();
	await pageView.frame.press('Enter');
	await cards.editor.fill('The dark square');
	await cards.doneButton.click();
	await expect(pageView.marks).toHaveCount(1);
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(pageView.picture(1, 1)).toBeVisible();
	await expect.poll(() => frame.overflowPx()).toBe(0);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goBack();
	await adding.openRecord('broken.png').click();
	await expect(pageView.problem('pages.problem.damaged')).toBeVisible();
});

test('a PDF that is broken or locked says so, and the record stays', inBrowser, async ({ start, folder }) => {
	const files = path.join(folder, 'bad');
	writeFile(files, 'broken.pdf', threePages.subarray(0, 200));
	const running = await start();
	const { library, adding, frame, reader, pageView } = running.pages;
	await running.chooseFolder(files, () => library.chooseToAdd('command.adding.folder'));
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('broken.pdf').click();
	await expect(pageView.problem('pages.problem.damaged')).toBeVisible();
	await expect(reader.title).toHaveText('broken.pdf');
});
