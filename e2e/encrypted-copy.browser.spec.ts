import fs from 'node:fs';
import path from 'node:path';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { openCopy } from './fixtures/opened-copy.ts';
import { expect, test } from './fixtures/test.ts';
import { CopyGate } from './pages/copy-gate.ts';

const passphrase = 'sample passphrase of words';

test('an encrypted copy in one file opens with its passphrase alone, keeps nothing, and its notes come home', async ({
	folder,
	dataFolder,
	chromium,
	pageFaults,
}) => {
	const own = ['--archive', path.join(folder, 'home.lectern'), '--data', dataFolder];
	const key = ['--package-passphrase-file', writeFile(folder, 'key.txt', `${passphrase}\n`)];
	const at = (name: string) => path.join(folder, name);
	const [sealed, open, sealedFolder] = [at('sealed.html'), at('open.html'), at('sealed')];
	const notes = path.join(folder, 'notes.jsonld.age');
	const homeward = path.join(folder, 'homeward.jsonld.age');
	await lecternJson('new', at('home.lectern'), '--title', 'Sample archive', '--data', dataFolder);
	await lecternJson('add', writeFile(folder, 'letter.txt', artificialLetter(3, 6)), ...own);
	await lecternJson('events', 'add', 'Sample event', '--record', 'Sample letter 3', ...own);
	await lecternJson('names', 'add', 'en:Sampleplace', '--kind', 'place', '--source', 'Sample map', ...own);
	await lecternJson('names', 'locate', 'Sampleplace', '10.5, 20.25', '--source', 'Sample map, sheet 1', ...own);
	await lecternJson('home', '--make-key', at('home-key.txt'), ...own);
	const written = await runLectern('export', '--reading-copy', sealed, '--single-file', ...key, ...own);
	expect(written).toMatchObject({ stdout: expect.stringContaining('written, read back and whole'), stderr: '' });
	const unnamed = await runLectern('export', '--reading-copy', at('open'), '--single-file', ...own);
	const hint = message('cli.reading-copy.ending', { file: 'open', ending: '.html' });
	expect(unnamed).toMatchObject({ status: 0, stderr: expect.stringContaining(hint) });
	fs.renameSync(at('open'), open);
	await runLectern('export', '--reading-copy', sealedFolder, ...key, ...own);

	await test.step('nothing in the files tells what is in them', () => {
		const files = [sealed, ...['index.html', 'README.txt'].map((name) => path.join(sealedFolder, name))];
		for (const word of ['Sample archive', 'Sample letter', markerWord(3, 2)])
			for (const file of files) expect(fs.readFileSync(file, 'utf8')).not.toContain(word);
		expect(fs.readdirSync(path.join(sealedFolder, 'data'))).toEqual(['sealed-0001.js', 'sealed.js']);
	});

	const { page, pages, copy, outside } = await openCopy(await chromium(), sealed, pageFaults);
	const { library, search, reader, cards, frame, graph, map, palette, annotations } = pages;
	const gate = new CopyGate(page);

	await test.step('the passphrase is asked for in the language of the reader, and a wrong one is said', async () => {
		await expect(gate.field).toBeFocused();
		expect(await accessibilityFaults(page)).toEqual([]);
		await gate.enter('another passphrase');
		await expect(gate.problem).toHaveText(message('reading-copy.page.wrong'));
		await expect(gate.field).toBeFocused();
		await gate.language.selectOption('Français');
		await expect(gate.problem).toContainText('Cette phrase secrète n’ouvre pas cette copie.');
		await page.setViewportSize({ width: 360, height: 740 });
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize({ width: 1280, height: 820 });
		await gate.language.selectOption('English');
		await gate.enter(passphrase);
		await expect(library.row('Sample letter 3')).toBeVisible();
	});

	await test.step('what it joins is laid out, by a worker that came with it', async () => {
		await frame.goTo('navigation.graph');
		await expect(graph.rows).toHaveCount(2);
		await expect(graph.working).toHaveCount(0);
		await graph.picture.focus();
		await page.keyboard.press('ArrowRight');
		await expect(graph.links).toHaveCount(1);
	});

	await test.step('its map has the land that came encrypted with it', async () => {
		await frame.goTo('navigation.map');
		await expect(map.land.first()).toBeAttached();
		await expect(map.marks).toHaveCount(1);
	});

	await test.step('it is searched and annotated, and the browser is left with nothing', async () => {
		await search.box.fill(markerWord(3, 2));
		await expect(search.options).toHaveCount(1);
		await search.openButton.click();
		await reader.selectWithMouse(1, 20);
		await reader.markSelection('claim');
		await cards.editor.fill('Written in the field');
		await cards.doneButton.click();
		await expect(page.getByText(message('reading-copy.notes.encrypted'))).toBeVisible();
		await expect(copy.keepButton).toHaveCount(0);
		expect(await page.title()).toBe(message('reading-copy.title'));
		expect(page.url()).toBe(`file://${sealed}`);
		expect(await page.evaluate(async () => [await indexedDB.databases(), localStorage.length])).toEqual([[], 0]);
		await expect(copy.status(message('reading-copy.seal.whole', { total: 17 }))).toBeVisible();
		await copy.saveNotes(notes);
		expect(fs.readFileSync(notes, 'utf8')).not.toContain('field');
		expect(outside).toEqual([]);
	});

	await test.step('its notes are sealed to home, called that once the saved file was compared, and removed', async () => {
		await palette.goTo(message('command.notes.seal'));
		const dialog = copy.sealing;
		await expect(dialog).toContainText(/age1\w+/);
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize({ width: 360, height: 700 });
		await expect(dialog.getByRole('button', { name: message('reading-copy.sealing.save') })).toBeInViewport({
			ratio: 1,
		});
		await page.setViewportSize({ width: 1280, height: 820 });
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name: message('reading-copy.sealing.save') }).click(),
		]);
		await download.saveAs(homeward);
		await copy.compareSealed(writeFile(folder, 'other.age', 'age-encryption.org/v1\n'));
		await expect(dialog.getByRole('alert')).toHaveText(message('reading-copy.sealing.differs', { file: 'other.age' }));
		await copy.compareSealed(homeward);
		await expect(copy.sealed).toContainText(message('reading-copy.sealing.done', { file: 'homeward.jsonld.age' }));
		expect(await accessibilityFaults(page)).toEqual([]);
		await copy.sealed.getByRole('button', { name: message('reading-copy.sealing.remove') }).click();
		await expect(page.getByText(message('reading-copy.sealing.removed'))).toBeVisible();
		await frame.goTo('navigation.annotations');
		await expect(annotations.rows).toHaveCount(0);
		expect(outside).toEqual([]);
	});

	await test.step('its notes come home with the passphrase', async () => {
		const without = await runLectern('merge', notes, ...own);
		expect(without.stderr).toContain(message('error.needs-passphrase', { file: 'notes.jsonld.age' }));
		expect((await runLectern('merge', notes, ...key, ...own)).status).toBe(0);
		const listed = await lecternJson<Annotation>('annotations', 'list', ...own);
		expect(listed).toMatchObject([{ purpose: 'claim', body: 'Written in the field', placement: 'placed' }]);
		const withKey = await runLectern('merge', homeward, '--identity-file', at('home-key.txt'), ...own);
		expect(withKey).toMatchObject({ status: 0, stderr: expect.stringContaining('homeward.jsonld.age') });
		await page.context().close();
	});

	await test.step('one that is not encrypted shows what it holds at once, and is found whole', async () => {
		const plain = await openCopy(await chromium(), open, pageFaults);
		await plain.pages.search.box.fill(markerWord(3, 2));
		await expect(plain.pages.search.options).toHaveCount(1);
		await plain.pages.frame.goTo('navigation.map');
		await expect(plain.pages.map.land.first()).toBeAttached();
		await expect(plain.copy.status(message('reading-copy.seal.whole', { total: 17 }))).toBeVisible();
		expect(plain.outside).toEqual([]);
		await plain.page.context().close();
	});

	await test.step('what was changed or is missing is told before anything is shown', async () => {
		const slice = path.join(sealedFolder, 'data/sealed-0001.js');
		const text = fs.readFileSync(slice, 'utf8');
		const place = text.length - 200;
		fs.writeFileSync(slice, text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1));
		const damaged = await openCopy(await chromium(), path.join(sealedFolder, 'index.html'), []);
		const itsGate = new CopyGate(damaged.page);
		await itsGate.enter(passphrase);
		await expect(itsGate.problem).toHaveText(message('reading-copy.page.damaged'));
		fs.rmSync(slice);
		await itsGate.enter(passphrase);
		await expect(itsGate.problem).toHaveText(message('reading-copy.page.missing'));
		await damaged.page.context().close();
		fs.rmSync(path.join(sealedFolder, 'app'), { recursive: true });
		const alone = await openCopy(await chromium(), path.join(sealedFolder, 'index.html'), []);
		await expect(new CopyGate(alone.page).missing).toBeVisible();
		await alone.page.context().close();
	});
});
