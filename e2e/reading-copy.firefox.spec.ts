import fs from 'node:fs';
import path from 'node:path';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { Firefox } from './fixtures/firefox.ts';
import { expect, test } from './fixtures/test.ts';
import { CopyInFirefox } from './pages/copy-in-firefox.ts';

test('a reading copy is searched, read and annotated in Firefox from a disk, and its notes come home', async ({
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'home.lectern');
	const copyFolder = path.join(folder, 'copy');
	const own = ['--archive', archive, '--data', dataFolder];
	const cyrillic = 'Образец письма\n\nЗдесь упомянут Степанакерт, только для образца.\n';
	const letter = writeFile(folder, 'letter.txt', artificialLetter(3, 6));
	await lecternJson('new', archive, '--title', 'Sample archive', '--data', dataFolder);
	await lecternJson('add', letter, writeFile(folder, 'other.txt', cyrillic), ...own);
	expect(await runLectern('export', '--reading-copy', copyFolder, ...own)).toMatchObject({ status: 0 });

	const firefox = await Firefox.start();
	try {
		const copy = new CopyInFirefox(firefox);

		await test.step('it opens, and finds itself whole', async () => {
			await firefox.open(`file://${copyFolder}/index.html`);
			await expect.poll(() => copy.text('main')).toContain('Sample letter 3');
			await expect.poll(() => copy.text('footer')).toMatch(wholeSeal);
		});

		await test.step('a name is found in another script, and a word in its passage', async () => {
			await copy.search('Stepanakert');
			await expect.poll(() => copy.texts('[role=option]')).toEqual([expect.stringContaining('Степанакерт')]);
			await copy.search(markerWord(3, 2));
			await expect.poll(() => copy.texts('[role=option]')).toEqual([expect.stringContaining(markerWord(3, 2))]);
			await copy.press('button', message('search.open-at', { number: 2 }));
			await expect.poll(() => copy.text('main h1')).toBe('Sample letter 3');
			await expect.poll(() => copy.highlighted('search-hit')).toEqual([markerWord(3, 2)]);
		});

		const words = await test.step('words are marked, with a note', async () => {
			const selected = await copy.selectWords(2, 20);
			await copy.press('button', message('purpose.claim'));
			await copy.press('textbox', message('annotations.body'));
			await firefox.type('Written in Firefox, fieldword');
			await copy.press('button', message('annotations.done'));
			await expect.poll(() => copy.text('body')).toContain('fieldword');
			await expect.poll(() => copy.highlighted('purpose-claim')).toEqual([selected]);
			return selected;
		});

		await test.step('it is kept in the browser, and there again when the page is opened anew', async () => {
			await copy.press('button', message('reading-copy.notes.keep'));
			await expect.poll(() => copy.text('footer')).toContain(message('reading-copy.notes.state-kept'));
			await firefox.open(`file://${copyFolder}/index.html#/annotations`);
			await firefox.reload();
			await expect.poll(() => copy.text('main')).toContain('fieldword');
		});

		await test.step('it is saved as a file, which comes home', async () => {
			await copy.press('button', message('command.notes.save'));
			await expect.poll(() => saved(firefox.downloads)).toHaveLength(1);
			const [notes = ''] = saved(firefox.downloads);
			expect(await runLectern('merge', notes, ...own)).toMatchObject({ status: 0 });
			const [note] = await lecternJson<Annotation>('annotations', 'list', ...own);
			expect(note).toMatchObject({ purpose: 'claim', body: 'Written in Firefox, fieldword', placement: 'placed' });
			expect(note?.target?.exact).toBe(words);
		});

		expect(firefox.outside).toEqual([]);
		expect(firefox.faults).toEqual([]);
	} catch (error) {
		await firefox.screenshot(test.info().outputPath('firefox.png'));
		throw error;
	} finally {
		await firefox.close();
	}
});

/** However many parts there are. */
const wholeSeal = new RegExp(message('reading-copy.seal.whole', { total: 1234 }).replace('1,234', '\\d+'));

/** Whole files of notes: what is still on its way has another ending. */
function saved(folder: string): string[] {
	if (!fs.existsSync(folder)) return [];
	const names = fs.readdirSync(folder);
	if (names.some((name) => name.endsWith('.part'))) return [];
	return names.filter((name) => name.endsWith('.jsonld')).map((name) => path.join(folder, name));
}
