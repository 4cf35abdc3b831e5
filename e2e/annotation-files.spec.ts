import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, onDesktop, type Started, test } from './fixtures/test.ts';

const letterTitle = 'Sample letter 4';
const source = 'http://example.org/page7';

/** As another program writes it: one on words of the letter, one on a page that is not here, one that is none. */
function foreignFile(folder: string): string {
	const on = (selector: object) => ({ source, selector: { type: 'TextQuoteSelector', ...selector } });
	const items = [
		{
			id: 'http://example.org/note1',
			type: 'Annotation',
			motivation: 'questioning',
			creator: { type: 'Person', name: 'A. Sample' },
			body: { type: 'TextualBody', value: '<b>Is</b> it so?', format: 'text/html' },
			target: on({ exact: markerWord(4, 2), prefix: 'Here stands ' }),
		},
		{ id: 'http://example.org/note2', type: 'Annotation', stylesheet: 'x', target: on({ exact: 'Not in any text' }) },
		{ id: 'http://example.org/note3', type: 'Annotation' },
	];
	const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items };
	return writeFile(folder, 'notes.jsonld', JSON.stringify(page));
}

async function openWithLetter({ pages }: Started): Promise<void> {
	await expect(pages.library.row(letterTitle)).toBeVisible();
	await pages.frame.closeToasts();
	await pages.frame.goTo('navigation.annotations');
}

test('annotations of another program come in with a report, are worked on together, go out and come in again', async ({
	start,
	folder,
}) => {
	const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
	const first = await start({ add: [letter] });
	const { annotations, adding, frame, page, reader } = first.pages;
	await openWithLetter(first);

	await test.step('import, and the report', async () => {
		await first.chooseFiles([foreignFile(folder)], () => annotations.importButton.click());
		await expect(adding.outcome('note1', 'added')).toBeVisible();
		await expect(adding.detail('note1')).toContainText('HTML is kept as text');
		await expect(adding.detail('note2')).toContainText(message('annotations.state.unplaced'));
		await expect(adding.detail('note2')).toContainText('stylesheet');
		await expect(adding.outcome('note3', 'failed')).toBeVisible();
		await expect(adding.detail('note3')).toContainText('does not say what it is on');
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.closeToasts();
	});

	await test.step('find, choose by keyboard, change together, undo once', async () => {
		await frame.goTo('navigation.annotations');
		await expect(annotations.rows).toHaveCount(2);
		await annotations.narrow('annotations.filter-state', message('annotations.state.unplaced'));
		await expect(annotations.rows).toHaveCount(1);
		await expect(annotations.rows).toContainText('Not in any text');
		await page.getByRole('button', { name: message('annotations.filter-none') }).click();
		await annotations.words.fill('is it so');
		await expect(annotations.rows).toHaveCount(1);
		await annotations.words.fill('');
		await expect(annotations.rows).toHaveCount(2);
		// Not at the list itself: the keys mean it all the same.
		await annotations.purposeChip('claim').focus();
		await page.keyboard.press('Control+a');
		await expect(annotations.selection).toContainText('2 chosen');
		expect(await accessibilityFaults(page)).toEqual([]);
		await annotations.tagSelected('sample tag');
		await expect(annotations.rows.filter({ hasText: 'sample tag' })).toHaveCount(2);
		await annotations.act('annotations.set-purpose', message('purpose.claim'));
		await expect(annotations.rows.filter({ hasText: message('purpose.claim') })).toHaveCount(2);
		await frame.press('history.undo');
		await expect(annotations.rows.filter({ hasText: message('purpose.claim') })).toHaveCount(0);
		await annotations.selection.getByRole('button', { name: message('annotations.remove') }).click();
		await expect(annotations.rows).toHaveCount(0);
		await frame.press('history.undo');
		await expect(annotations.rows.filter({ hasText: 'sample tag' })).toHaveCount(2);
	});

	const file = path.join(folder, 'out.jsonld');
	await test.step('export in every form', async () => {
		await frame.closeToasts();
		await annotations.exportButton.click();
		await expect(frame.dialog).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await first.keepFile(file, () => annotations.export('jsonld'));
		await expect(frame.toast('2 annotations exported.')).toBeVisible();
		await first.keepFile(path.join(folder, 'out.csv'), () => annotations.export('csv'));
		await first.keepFile(path.join(folder, 'out.md'), () => annotations.export('markdown'));
		expect(fs.readFileSync(path.join(folder, 'out.csv'), 'utf8')).toContain('sample tag');
		expect(fs.readFileSync(path.join(folder, 'out.md'), 'utf8')).toContain(`## ${letterTitle}`);
	});

	await test.step('what went out comes in again, identical', async () => {
		await annotations.list.focus();
		await page.keyboard.press('Control+a');
		await annotations.selection.getByRole('button', { name: message('annotations.remove') }).click();
		await expect(annotations.importButton).toBeVisible();
		await expect(annotations.rows).toHaveCount(0);
		await first.chooseFiles([file], () => annotations.importButton.click());
		await expect(adding.rows).toHaveCount(2);
		await frame.closeToasts();
		await frame.goTo('navigation.annotations');
		const again = path.join(folder, 'again.jsonld');
		await first.keepFile(again, () => annotations.export('jsonld'));
		expect(fs.readFileSync(again, 'utf8')).toBe(fs.readFileSync(file, 'utf8'));
	});

	await test.step('a row opens at its words', async () => {
		await annotations.row(markerWord(4, 2)).click();
		await expect(await reader.paragraph(2)).toBeInViewport();
	});
	expect(await first.outsideRequests()).toBe(0);
});

test('a file that is no JSON is named, and nothing is written', onDesktop, async ({ start, folder }) => {
	const started = await start();
	const { annotations, frame, adding } = started.pages;
	await frame.goTo('navigation.annotations');
	const bad = writeFile(folder, 'bad.jsonld', '{"type": "Annotation"');
	await started.chooseFiles([bad], () => annotations.importButton.click());
	await expect(frame.toasts).toContainText('bad.jsonld');
	await expect(frame.toasts).toContainText('no JSON');
	await frame.goTo('navigation.adding');
	await expect(adding.rows).toHaveCount(0);
});
