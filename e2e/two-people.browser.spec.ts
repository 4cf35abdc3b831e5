import fs from 'node:fs';
import path from 'node:path';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { openCopy } from './fixtures/opened-copy.ts';
import { expect, test } from './fixtures/test.ts';

test('what two people wrote in reading copies comes home in any order, twice, after home has changed', async ({
	folder,
	dataFolder,
	chromium,
	pageFaults,
	startBrowserEdition,
}) => {
	test.setTimeout(300_000);
	const at = (name: string) => path.join(folder, name);
	const inArchive = (name: string) => ['--archive', at(name), '--data', dataFolder];
	const own = inArchive('home.lectern');
	const letter = artificialLetter(3, 6);
	await lecternJson('new', at('home.lectern'), '--title', 'Sample archive', '--data', dataFolder);
	await lecternJson(
		'add',
		writeFile(folder, 'letter.txt', letter),
		writeFile(folder, 'other.txt', artificialLetter(5, 6)),
		writeFile(folder, 'third.txt', artificialLetter(7, 6)),
		...own,
	);

	await test.step('a note is made at home, which both take along', async () => {
		const { pages, close } = await startBrowserEdition({ archive: at('home.lectern') });
		const { library, reader, cards, frame } = pages;
		await library.open('Sample letter 3');
		await reader.focusParagraph(2);
		await frame.press('annotation.note');
		await cards.editor.fill('Written at home');
		await cards.doneButton.click();
		await expect(frame.saved).toBeVisible();
		await close();
	});
	await runLectern('export', '--reading-copy', at('copy'), ...own);

	for (const person of ['first', 'second'])
		await test.step(`the ${person} marks words, writes the note anew, and marks the other letters`, async () => {
			const { page, pages, copy } = await openCopy(await chromium(), at('copy/index.html'), pageFaults);
			const { library, reader, cards, frame } = pages;
			await library.open('Sample letter 3');
			await cards.edit(cards.card('note', 2));
			await cards.editor.fill(`Wording of the ${person}`);
			await cards.doneButton.click();
			for (const [title, paragraph] of [
				['Sample letter 3', 1],
				['Sample letter 3', 4],
				['Sample letter 5', 2],
				['Sample letter 7', 2],
			] as const) {
				await frame.goTo('library.title');
				await library.open(title);
				await reader.focusParagraph(paragraph);
				await frame.press('annotation.claim');
				await cards.editor.fill(`Claim of the ${person}, ${title}, ${paragraph}`);
				await cards.doneButton.click();
				await expect(cards.card('claim', paragraph).filter({ hasText: person })).toBeVisible();
			}
			await copy.saveNotes(at(`${person}.notes.jsonld`));
			await page.context().close();
		});

	await test.step('meanwhile at home a passage is written anew, a letter redacted, and another withdrawn', async () => {
		const edited = writeFile(
			folder,
			'edited.txt',
			letter.replace(/Here stands marker3x4, sample only/, 'Rewritten at home'),
		);
		expect(await runLectern('editions', 'add', 'Sample letter 3', edited, ...own)).toMatchObject({ status: 0 });
		expect(await runLectern('purge', 'Sample letter 7', '--yes', '--reason', 'sample', ...own)).toMatchObject({
			status: 0,
		});
		const { page, pages, close } = await startBrowserEdition({ archive: at('home.lectern') });
		const { library, frame, writing } = pages;
		await library.open('Sample letter 5');
		await frame.tab('provenance.tab').click();
		await page.getByRole('button', { name: message('command.text.redact'), exact: true }).click();
		const { field } = writing.redaction;
		await field.fill((await field.inputValue()).replace(/^.*marker5x2.*$/m, '████'));
		await page.keyboard.press('Control+Enter');
		await expect(frame.toast(message('writing.redaction.saved'))).toBeVisible();
		await close();
	});

	const results: unknown[] = [];
	for (const [index, order] of [
		['first', 'second'],
		['second', 'first'],
	].entries())
		await test.step(`they come home: ${order.join(', then ')}`, async () => {
			fs.copyFileSync(at('home.lectern'), at(`home-${index}.lectern`));
			const here = inArchive(`home-${index}.lectern`);
			const mergeAll = async () => {
				const merged = [];
				for (const person of order) merged.push(await runLectern('merge', at(`${person}.notes.jsonld`), ...here));
				return merged;
			};
			const [one, two] = await mergeAll();
			const withdrawn = message('merge.gone', { count: 1 });
			expect(one).toMatchObject({ status: 0, stderr: expect.stringContaining(withdrawn) });
			// Both wrote the same note anew: that is left to be settled.
			expect(two).toMatchObject({ status: 1, stderr: expect.stringContaining(withdrawn) });
			for (const [at, { status, stderr }] of (await mergeAll()).entries()) {
				expect(status).toBe(0);
				expect(stderr).toContain(message('cli.merge.empty', { file: `${order[at]}.notes.jsonld` }));
			}
			const listed = await lecternJson<Annotation>('annotations', 'list', ...here);
			results.push(listed.map(({ id, body, placement, place }) => ({ id, body, placement, place })));
			const states = Object.fromEntries(listed.map(({ body, placement }) => [body, placement]));
			for (const person of order) {
				expect(states[`Claim of the ${person}, Sample letter 3, 1`]).toBe('placed');
				expect(states[`Claim of the ${person}, Sample letter 5, 2`]).toBe('placed');
				// Of the passage that is another now a person is asked.
				expect(states[`Claim of the ${person}, Sample letter 3, 4`]).toBe('needs-review');
			}
			expect(listed).toHaveLength(7);
		});
	expect(results[1]).toEqual(results[0]);
});
