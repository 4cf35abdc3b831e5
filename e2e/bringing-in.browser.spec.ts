import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

/** A picture of one pixel. */
const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

test('a catalogue describes what is held and adds what is not, after showing what each row would do; undo takes it back', async ({
	start,
	folder,
}) => {
	const add = [writeFile(folder, 'letter.txt', 'Alpha beta gamma, in a sample letter.')];
	const { page, pages } = await start({ add });
	const { library, catalogue, frame } = pages;
	await expect(library.row('letter')).toBeVisible();
	await frame.closeToasts();
	await library.select('letter');
	await library.describe('referenceCode', 'SAMPLE 1');

	await library.chooseToAdd('command.catalogue.import');
	expect(await accessibilityFaults(page)).toEqual([]);
	const long = 'Sample report with a title that goes on and on '.repeat(6).trim();
	const headings = 'Title,Date,Shelf,Extent';
	await catalogue.choose('list.csv', `${headings}\nMistaken title,,,\n`);
	await expect(catalogue.plan('Mistaken title', 'added')).toBeVisible();
	// The same file, mended.
	await catalogue.choose(
		'list.csv',
		`${headings}\nAnother title,,SAMPLE 1,2 leaves\n${long},04.03.2021,SAMPLE 2,\n,,,3 leaves\n`,
	);
	await expect(catalogue.columns).toHaveCount(4);
	await expect(catalogue.use('Shelf')).toContainText(message('catalogue.use.note'));
	await catalogue.take('Shelf', 'description.field.referenceCode');
	await expect(catalogue.plan('letter', 'described')).toBeVisible();
	await expect(catalogue.plan(long, 'added')).toBeVisible();
	await expect(catalogue.plan(message('catalogue.untitled'), 'failed')).toBeVisible();

	expect(await accessibilityFaults(page)).toEqual([]);
	await frame.showTheme('dark');
	expect(await contrastFaults(page)).toEqual([]);
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(catalogue.importButton).toBeInViewport();
	const overflow = await catalogue.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
	expect(overflow).toBeLessThanOrEqual(0);
	await page.setViewportSize({ width: 1280, height: 800 });
	await frame.showTheme('light');

	const before = await library.count();
	await catalogue.importButton.click();
	await expect.poll(() => library.count()).toBe(before + 1);
	await library.select('letter');
	await expect(library.described('extent')).toContainText('2 leaves');
	await frame.press('history.undo');
	await expect.poll(() => library.count()).toBe(before);
	await expect(library.described('extent')).not.toContainText('2 leaves');
});

test('a text and a picture that are in no file are added with where they are from', async ({ start }) => {
	const { page, pages } = await start();
	const { library, adding, frame } = pages;
	await frame.press('adding.paste');
	await adding.fillPasting({
		'adding.paste.text': 'Delta\n\nEpsilon zeta, in a pasted sample.',
		'record.field.title': 'x'.repeat(4001),
		'record.field.source': 'a sample shelf',
	});
	await adding.pastePicture(png);
	await expect(adding.removePicture).toBeHidden();
	await adding.addPasted();
	await expect(adding.pasting.getByRole('alert')).toBeVisible();
	await expect(adding.pastedText).toHaveValue(/^Delta/);
	await adding.fillPasting({ 'record.field.title': 'Who wrote: "pasted"?' });
	expect(await accessibilityFaults(page)).toEqual([]);
	await adding.addPasted();
	await expect(library.row('Who wrote: "pasted"?')).toBeVisible();
	await library.select('Who wrote: "pasted"?');
	await expect(frame.inspector.getByText('a sample shelf')).toBeVisible();

	await library.chooseToAdd('command.adding.paste');
	await adding.pastePicture(png, 'cells of a table');
	await expect(adding.removePicture).toBeHidden();
	await adding.pastePicture(png);
	await expect(adding.pasting.getByRole('status')).toContainText('image/png');
	await expect(adding.removePicture).toBeFocused();
	expect(await accessibilityFaults(page)).toEqual([]);
	await adding.fillPasting({ 'record.field.title': 'Sample picture' });
	await adding.addPasted();
	await expect(library.row('Sample picture')).toBeVisible();
});
