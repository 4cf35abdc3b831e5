import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { digestOf, lecternJson, runLectern } from './fixtures/command-line.ts';
import { openCopy } from './fixtures/opened-copy.ts';
import { expect, test } from './fixtures/test.ts';

test('a reading copy is searched, read and annotated from a disk, tells what was changed, and its notes come home', async ({
	folder,
	dataFolder,
	chromium,
	pageFaults,
	startBrowserEdition,
}) => {
	test.setTimeout(300_000);
	const archive = path.join(folder, 'home.lectern');
	const copyFolder = path.join(folder, 'copy');
	const own = ['--archive', archive, '--data', dataFolder];
	const cyrillic = 'Образец письма\n\nЗдесь упомянут Степанакерт, только для образца.\n';
	await lecternJson('new', archive, '--title', 'Sample archive', '--data', dataFolder);
	await lecternJson(
		'add',
		writeFile(folder, 'letter.txt', artificialLetter(3, 6)),
		writeFile(folder, 'other.txt', cyrillic),
		...own,
	);
	const place = ['--kind', 'place', '--source', 'Sample map'];
	await lecternJson('names', 'add', 'en:Sampleplace', ...place, ...own);
	await lecternJson('names', 'add', 'en:Otherplace', ...place, ...own);
	const event = ['--date', '1999-05', '--place', 'Sampleplace', '--record', 'Sample letter 3'];
	await lecternJson('events', 'add', 'Sample event', ...event, ...own);
	await test.step('somebody says in the archive where a place lies', async () => {
		const { pages, close } = await startBrowserEdition({ archive });
		await pages.frame.goTo('navigation.map');
		await pages.map.row('Sampleplace').click();
		await pages.map.addCoordinates('10.5, 20.25', 'Sample map, sheet 1');
		await expect(pages.map.marks).toHaveCount(1);
		await close();
	});
	const written = await runLectern('export', '--reading-copy', copyFolder, ...own);
	expect(written.stdout).toContain('written, read back and whole');
	expect((await runLectern('export', '--reading-copy', copyFolder, ...own)).status).toBe(2);
	execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: copyFolder });

	const { page, pages, copy, outside } = await openCopy(
		await chromium(),
		path.join(copyFolder, 'index.html'),
		pageFaults,
	);
	const { library, search, reader, cards, frame, annotations, map, graph } = pages;
	const notes = path.join(folder, 'field.notes.jsonld');

	await test.step('it shows what it holds, and nothing that cannot be done in it', async () => {
		await expect(library.row('Sample letter 3')).toBeVisible();
		await expect(copy.status(message('reading-copy.notes.state-none'))).toBeVisible();
		for (const place of ['navigation.adding', 'navigation.custody', 'navigation.bin', 'navigation.quotes'] as const)
			await expect(frame.navigationEntry(place)).toHaveCount(0);
		await expect(copy.status(message('reading-copy.seal.whole', { total: await partCount(copyFolder) }))).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('its map has the land, and what is said of where a place lies; the other is in the list alone', async () => {
		await frame.goTo('navigation.map');
		await expect(map.count).toHaveText(message('map.count', { count: 2, placed: 1 }));
		await expect(map.land.first()).toBeAttached();
		await expect(map.marks).toHaveCount(1);
		await map.row('Sampleplace').click();
		await expect(map.coordinates).toContainText('Sample map, sheet 1');
		await expect(map.events).toHaveText(/Sample event/);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('its graph is laid out, followed by keys, and leads to the record', async () => {
		await frame.goTo('navigation.graph');
		await expect(graph.rows).toHaveCount(3);
		await expect(graph.working).toHaveCount(0);
		await graph.row('Sample event').click();
		await expect(graph.links).toHaveCount(2);
		await graph.picture.focus();
		await page.keyboard.press('ArrowRight');
		await expect(graph.chosenRow).toContainText((await graph.details.getAttribute('aria-label')) ?? '');
		expect(await accessibilityFaults(page)).toEqual([]);
		await graph.row('Sample letter 3').click();
		await graph.details.getByRole('link', { name: message('graph.open.record') }).click();
		await expect(reader.title).toHaveText('Sample letter 3');
		await frame.goTo('navigation.wanted-sources');
		await expect(page.getByText(message('sources.empty-copy'))).toBeVisible();
	});

	await test.step('a name is found in another script, and a word in its passage', async () => {
		await search.box.fill('Stepanakert');
		await expect(search.options.filter({ hasText: 'Степанакерт' })).toBeVisible();
		await search.box.fill(markerWord(3, 2));
		await expect(search.options).toHaveCount(1);
		expect(await accessibilityFaults(page)).toEqual([]);
		await search.openButton.click();
		await expect(reader.title).toHaveText('Sample letter 3');
		await expect.poll(() => reader.highlighted('search-hit')).toEqual([markerWord(3, 2)]);
	});

	await test.step('a note is made, found, undone and done again; the page says where it is', async () => {
		const words = await reader.selectWithMouse(1, 20);
		await reader.markSelection('claim');
		await cards.editor.fill('Written in the field, fieldword');
		await cards.doneButton.click();
		await expect(cards.card('claim', 1)).toContainText('fieldword');
		expect(await reader.highlighted('purpose-claim')).toEqual([words]);
		await expect(page.getByText(message('reading-copy.notes.in-window'))).toBeVisible();
		await page.keyboard.press('Control+z');
		await page.keyboard.press('Control+Shift+z');
		await expect(cards.card('claim', 1)).toContainText('fieldword');
		expect(await accessibilityFaults(page)).toEqual([]);
		await search.box.fill('fieldword');
		await expect(search.options).toHaveCount(1);
	});

	await test.step('it is saved as a file, kept in the browser when that is asked for, and there again', async () => {
		await copy.keepButton.click();
		await expect(copy.status(message('reading-copy.notes.state-kept'))).toBeVisible();
		await page.reload();
		await frame.goTo('navigation.annotations');
		await expect(annotations.rows.filter({ hasText: 'fieldword' })).toBeVisible();
		await copy.saveNotes(notes);
		expect(JSON.parse(fs.readFileSync(notes, 'utf8')).first.items).toMatchObject([
			{ type: 'Annotation', body: [{ value: 'Written in the field, fieldword' }] },
		]);
		expect(outside).toEqual([]);
	});

	await test.step('it works on a telephone, in the dark and in another language', async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`file://${copyFolder}/index.html#/settings`);
		await expect(copy.digest).toHaveText(digestOf(path.join(copyFolder, 'manifest-sha256.txt')));
		expect(await accessibilityFaults(page)).toEqual([]);
		await expect.poll(() => frame.overflowPx()).toBe(0);
		for (const [place, view] of [
			['#/map', map],
			['#/graph', graph],
		] as const) {
			await page.goto(`file://${copyFolder}/index.html${place}`);
			await expect.poll(() => frame.overflowPx()).toBe(0);
			expect(await accessibilityFaults(page)).toEqual([]);
			await view.tool(message('map.picture')).press('Enter');
			await expect(view.picture).toBeVisible();
			await expect.poll(() => frame.overflowPx()).toBe(0);
			expect(await accessibilityFaults(page)).toEqual([]);
		}
		await page.goto(`file://${copyFolder}/index.html#/settings`);
		const language = page.getByRole('button', { name: new RegExp(`${message('settings.language')}$`) });
		await language.click();
		await page.getByRole('option', { name: 'Русский' }).click();
		await expect(page.getByRole('heading', { name: 'Копия для чтения' })).toBeVisible();
	});

	await test.step('the notes come home once, with the words they stand on', async () => {
		const merged = await runLectern('merge', notes, ...own);
		expect(merged.status).toBe(0);
		const listed = await lecternJson<Annotation>('annotations', 'list', ...own);
		expect(listed).toMatchObject([{ purpose: 'claim', body: 'Written in the field, fieldword', placement: 'placed' }]);
		expect((await runLectern('merge', notes, ...own)).stderr).toContain(
			message('cli.merge.empty', { file: 'field.notes.jsonld' }),
		);
	});

	await test.step('a file that was changed is told by its name, and a missing one where it is needed', async () => {
		await page.context().close();
		const text = path.join(copyFolder, 'data/texts-0001.js');
		fs.writeFileSync(text, fs.readFileSync(text, 'utf8').replace('alpha', 'omega'));
		fs.rmSync(path.join(copyFolder, 'data/links.js'));
		const damaged = await openCopy(await chromium(), path.join(copyFolder, 'index.html'), []);
		await expect(damaged.copy.changed(2, 'data/links.js')).toBeVisible();
		await damaged.page.getByRole('button', { name: message('reading-copy.seal.show') }).click();
		await expect(damaged.page.getByRole('listitem').filter({ hasText: 'data/texts-0001.js' })).toBeVisible();
		expect(await accessibilityFaults(damaged.page)).toEqual([]);
	});
});

/** Parts that the page can compare: all but the program's own files and the two manifests. */
async function partCount(folder: string): Promise<number> {
	const manifest = fs.readFileSync(path.join(folder, 'manifest-sha256.txt'), 'utf8');
	return manifest.split('\n').filter((line) => /^\S+ {2}(?:data\/|app\/(?:languages|[a-z]+-worker))/.test(line)).length;
}
