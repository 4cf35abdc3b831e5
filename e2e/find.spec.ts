import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { markerWord, writeFile, writeLetters } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { runLectern } from './fixtures/command-line.ts';
import type { RunningDesktop } from './fixtures/desktop.ts';
import { expect, inBrowser, onDesktop, test } from './fixtures/test.ts';

test('kinds of match are switched off and on, and Back takes it back', async ({ start, folder }) => {
	const texts = ['Here stands zorvapt alone.', 'Here stands zorvappt alone.'];
	const add = texts.map((text, at) => writeFile(folder, `sample-${at}.txt`, text));
	const {
		page,
		pages: { search },
	} = await start({ add });
	await search.box.fill('zorvapt ');
	await expect(search.options).toHaveCount(2);
	const near = search.matchToggle('near');
	await expect(near).toHaveAccessibleName(/1 hit/);
	await near.press('Space');
	await expect(near).toHaveAttribute('aria-pressed', 'false');
	await expect(search.options).toHaveCount(1);
	expect(await accessibilityFaults(page)).toEqual([]);
	await search.matchToggle('form').press('Space');
	await search.box.fill('zorvapp ');
	await expect(search.nothingFound('zorvapp ')).toBeVisible();
	await page.getByRole('button', { name: message('search.empty.all-kinds') }).click();
	await expect(search.options).toHaveCount(2);
	await page.goBack();
	await expect(near).toHaveAttribute('aria-pressed', 'false');
});

test('facets narrow, and years are brushed by keyboard and by mouse', inBrowser, async ({ start, folder }) => {
	const {
		page,
		pages: { search, library, frame },
	} = await start({ add: writeLetters(folder, 3, 2) });
	for (const [at, year] of ['1991', '1993', '1995'].entries()) {
		await library.select(`Sample letter ${at + 1}`);
		await library.addDate(year);
	}
	await frame.press('search.open');
	await search.box.fill('"sample only" in:passage');
	await expect(search.options).toHaveCount(6);

	const [first, last] = [search.yearEnd('first'), search.yearEnd('last')];
	await expect(first).toHaveAttribute('aria-valuetext', '1991');
	await first.press('ArrowRight');
	await first.press('ArrowRight');
	await expect(first).toHaveAttribute('aria-valuetext', '1993');
	await expect(search.options).toHaveCount(4);
	await last.press('ArrowLeft');
	await expect(search.options).toHaveCount(2);
	expect(await accessibilityFaults(page)).toEqual([]);
	await last.press('Escape');
	await expect(search.options).toHaveCount(6);

	const box = await search.histogram.boundingBox();
	if (!box) throw new Error('there are no bars');
	// Five bars on eight places.
	const middleOf = (bar: number) => box.x + (box.width * (bar + 0.5)) / 8;
	await page.mouse.move(middleOf(0), box.y + 10);
	await page.mouse.down();
	await page.mouse.move(middleOf(2), box.y + 10, { steps: 4 });
	await page.mouse.up();
	await expect(last).toHaveAttribute('aria-valuetext', '1993');
	await expect(search.options).toHaveCount(4);
	await page.reload();
	await expect(search.options).toHaveCount(4);
	await page.goBack();
	await expect(search.options).toHaveCount(6);
});

test('people of the starter archive narrow by what records are joined to', inBrowser, async ({ start }) => {
	const {
		pages: { search },
	} = await start();
	await search.box.fill('kind:statement');
	const person = search.facet('search.facet.people', 'Sergei Lavrov');
	await expect(person).toBeVisible();
	const count = await person.locator('xpath=../span[last()]').innerText();
	await person.check();
	await expect(search.options).toHaveCount(Number(count));
});

test('one steps from hit to hit through the records, and back to the list', inBrowser, async ({ start, folder }) => {
	const {
		page,
		pages: { search, reader, frame },
	} = await start({ add: writeLetters(folder, 3, 4) });
	const words = [1, 2, 3].map((letter) => `"${markerWord(letter, 2)}"`);
	await search.box.fill(`${words.join(' OR ')} `);
	await expect(search.options).toHaveCount(3);
	const titles = await search.options.locator('[class*="title"]').allInnerTexts();
	await search.hits.focus();
	await page.keyboard.press('Enter');
	await expect(reader.hitOf(1, 3)).toBeVisible();
	await expect(reader.title).toHaveText(titles[0] ?? '');
	expect(await accessibilityFaults(page)).toEqual([]);
	await frame.press('hit.next');
	await expect(reader.hitOf(2, 3)).toBeVisible();
	await expect(reader.title).toHaveText(titles[1] ?? '');
	await frame.press('hit.next');
	await expect(reader.title).toHaveText(titles[2] ?? '');
	await frame.press('hit.previous');
	await expect(reader.hitOf(2, 3)).toBeVisible();
	await expect(reader.title).toHaveText(titles[1] ?? '');
	await page.keyboard.press('Escape');
	await expect(search.options.nth(1)).toHaveAttribute('aria-selected', 'true');
	await expect(search.hits).toBeFocused();
});

test('a search is saved, counts what is new, is renamed and removed', onDesktop, async ({ start, folder }) => {
	const [one = '', two = ''] = writeLetters(folder, 2, 2);
	const { page, pages, chooseFiles } = await start({ add: [one] });
	const { search, savedSearches, library, frame } = pages;
	await search.box.fill('"sample only" in:passage');
	await expect(search.options).toHaveCount(2);
	await savedSearches.save('Samples');
	await expect(savedSearches.entry('Samples')).toContainText('2');
	await expect(savedSearches.saveButton).toBeHidden();
	expect(await accessibilityFaults(page)).toEqual([]);

	await frame.goTo('library.title');
	await chooseFiles([two], () => library.addButton.click());
	await expect(savedSearches.fresh('Samples', 2)).toBeVisible();
	await savedSearches.entry('Samples').getByRole('link').click();
	await expect(search.options).toHaveCount(4);
	await savedSearches.onlyFresh.click();
	await expect(search.options).toHaveCount(2);
	await expect(search.options.filter({ hasText: 'Sample letter 2' })).toHaveCount(2);
	expect(await accessibilityFaults(page)).toEqual([]);
	await expect(savedSearches.fresh('Samples', 2)).toBeHidden();

	await savedSearches.choose('Samples', 'saved-search.rename');
	await savedSearches.nameField.fill('Letters');
	await page.keyboard.press('Enter');
	await expect(savedSearches.entry('Letters')).toBeVisible();
	await savedSearches.choose('Letters', 'saved-search.remove');
	await expect(savedSearches.list).toBeHidden();
	await frame.toasts.getByRole('button', { name: message('command.history.undo') }).click();
	await expect(savedSearches.entry('Letters')).toBeVisible();
});

test('a list gives a table of hits, to sort, open and save', async ({ start, folder }) => {
	const { pages, page, ...running } = await start({ add: writeLetters(folder, 2, 3) });
	const { search, listSearch, library } = pages;
	const rows = ['Name,Remark', `"${markerWord(1, 2)}",x`, 'unheardof,y', '"sample only",z', '=alpha,q'];
	const file = writeFile(folder, 'names.csv', rows.join('\r\n'));
	await expect(library.grid).toBeVisible();
	await page.goto(`${page.url().split('#')[0]}#/list-search`);
	expect(await accessibilityFaults(page)).toEqual([]);
	await listSearch.choose(file);
	await expect(listSearch.status).toHaveText(message('list-search.done', { total: 4, found: 3 }));
	await expect(listSearch.cells('unheardof').nth(1)).toHaveText('0');
	await expect(listSearch.cells(markerWord(1, 2)).nth(4)).toContainText('Sample letter 1');
	await listSearch.sortBy('hits');
	await expect(listSearch.rows.last()).toContainText('unheardof');
	expect(await accessibilityFaults(page)).toEqual([]);

	const saved = path.join(folder, 'table.csv');
	if ('willSaveAs' in running) {
		await (running as unknown as RunningDesktop).willSaveAs(saved);
		await listSearch.saveButton.click();
		await expect.poll(() => fs.existsSync(saved)).toBe(true);
	} else {
		const [download] = await Promise.all([page.waitForEvent('download'), listSearch.saveButton.click()]);
		await download.saveAs(saved);
	}
	await expect.poll(() => fs.readFileSync(saved, 'utf8')).toContain(`"'=alpha"`);

	await listSearch.cells(markerWord(1, 2)).first().click();
	await expect(search.options).toHaveCount(1);
	await page.goBack();
	await expect(listSearch.rows).toHaveCount(4);
});

test('a long list is stopped while one goes on searching', onDesktop, async ({ start, folder }) => {
	const {
		page,
		pages: { search, listSearch, frame, library },
	} = await start({ add: writeLetters(folder, 1, 3) });
	const terms = Array.from({ length: 5000 }, (_, at) => `samplename${at} alpha${at} beta${at}`);
	const file = writeFile(folder, 'long.txt', terms.join('\n'));
	await expect(library.grid).toBeVisible();
	await page.goto(`${page.url().split('#')[0]}#/list-search`);
	await listSearch.choose(file);
	await expect(listSearch.cancelButton).toBeVisible();
	await frame.press('search.open');
	await page.keyboard.type(markerWord(1, 2));
	await expect(search.options.first()).toContainText(markerWord(1, 2));
	await page.goBack();
	await listSearch.cancelButton.click();
	await expect(listSearch.status).toContainText('Stopped after');
	await expect(listSearch.cancelButton).toBeHidden();
});

test('ten thousand hits are reached by scrolling, in every order', async ({ start, folder }) => {
	const lines = Array.from({ length: 10_000 }, (_, at) => `Sample passage ${at + 1} has the word zorvane.`);
	const add = [
		writeFile(folder, 'many.txt', lines.join('\n\n')),
		writeFile(folder, 'one.txt', 'A single sample has the word zorvane.'),
	];
	const {
		page,
		pages: { search, frame },
	} = await start({ add });
	await search.box.fill('zorvane ');
	await expect(search.heading).toHaveText(message('search.count', { hits: 10_001, records: 2 }), { timeout: 90_000 });
	await expect(search.options.first()).toContainText('zorvane');
	for (const sort of ['best', 'record', 'newest', 'oldest'] as const) {
		await search.sortBy(sort);
		await search.hits.focus();
		await page.keyboard.press('End');
		const end = search.hits.locator('[aria-posinset="10001"]');
		await expect(end).toHaveAttribute('aria-selected', 'true');
		await expect(end).toContainText('zorvane');
		await page.keyboard.press('Home');
		await expect(search.hits.locator('[aria-posinset="1"]')).toContainText('zorvane');
	}
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(
		page.getByText(message('reader.hit', { at: 10_000, total: 10_001, query: 'zorvane ' }).trim()),
	).toBeVisible();
	await frame.press('hit.next');
	await expect(
		page.getByText(message('reader.hit', { at: 10_001, total: 10_001, query: 'zorvane ' }).trim()),
	).toBeVisible();
});

test(
	'beneath a title with a long description, what opens the record stays in sight',
	inBrowser,
	async ({ start, folder, dataFolder }) => {
		const archive = path.join(folder, 'described.lectern');
		const inArchive = ['--archive', archive, '--data', dataFolder];
		const letter = writeFile(
			folder,
			'letter.txt',
			'Sample letter 4\n\nA first short sentence, as a sample.\n\nA second one.\n',
		);
		const description = 'A sample sentence of a long description. '.repeat(200);
		for (const args of [
			['new', archive, '--data', dataFolder],
			['add', letter, ...inArchive],
			['describe', 'Sample letter 4', '--set', `description=${description}`, ...inArchive],
		])
			expect(await runLectern(...args)).toMatchObject({ status: 0 });
		const { page, pages } = await start({ archive });
		const { frame, search } = pages;
		await frame.searchBox.fill('Sample letter 4');
		await search.options
			.filter({ hasText: message('search.hit.title') })
			.first()
			.click({ button: 'right' });
		await page.keyboard.press('Escape');
		await expect(search.preview).toContainText('A sample sentence of a long description.');
		await expect(search.preview.getByRole('button', { name: message('search.open'), exact: true })).toBeInViewport();
	},
);
