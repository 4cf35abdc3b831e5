import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { describedTitle, digestTitle, starterNames } from './fixtures/starter.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';
import type { LecternPages } from './pages/lectern.ts';

const themes = ['sepia', 'dark', 'contrast', 'light'] as const;
const letterTitle = 'Sample letter 4';

/** A screen: how to come there from the one before it. */
type Screen = [name: string, goThere: (pages: LecternPages) => Promise<void>];

const library: Screen[] = [
	[
		'library',
		async ({ frame, library }) => {
			await frame.goTo('library.title');
			await library.select(digestTitle);
			await expect(library.openButton).toBeVisible();
		},
	],
	['library-described', async ({ library }) => library.select(describedTitle)],
	[
		'library-provenance',
		async ({ library, frame }) => {
			await library.select(letterTitle);
			await frame.tab('provenance.tab').click();
		},
	],
	['library-links', async ({ frame }) => frame.tab('links.tab').click()],
	[
		'library-facet',
		async ({ frame, library, page }) => {
			await frame.tab('record.tab').click();
			await library.facets.getByRole('button').first().click();
			await expect(page.getByRole('menu')).toBeVisible();
		},
	],
	[
		'collection-dialog',
		async ({ page, frame }) => {
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: message('collection.new'), exact: true }).click();
			await expect(frame.dialog).toBeVisible();
		},
	],
	[
		'bin',
		async ({ page, frame, library }) => {
			await page.keyboard.press('Escape');
			await frame.goTo('navigation.bin');
			await expect(library.emptyTitle).toBeVisible();
		},
	],
];

const reading: Screen[] = [
	[
		'reader',
		async ({ frame, library, cards }) => {
			await frame.goTo('library.title');
			await library.open(letterTitle);
			await expect(cards.card('claim', 2)).toBeVisible();
		},
	],
	[
		'reader-menu',
		async ({ reader, frame, page }) => {
			await reader.focusParagraph(2);
			await page.keyboard.press('Enter');
			await expect(frame.menu).toBeVisible();
		},
	],
	[
		'reader-selection',
		async ({ reader, page }) => {
			await page.keyboard.press('Escape');
			await reader.selectWithMouse(3, 30);
			await expect(reader.selectionBar).toBeVisible();
		},
	],
	[
		'reader-editor',
		async ({ page, cards }) => {
			await page.keyboard.press('Escape');
			await cards.edit(cards.card('claim', 2));
			await expect(cards.editor).toBeFocused();
		},
	],
	[
		'reader-find',
		async ({ cards, frame, reader }) => {
			await cards.doneButton.click();
			await frame.press('find.open');
			await reader.findField.fill('alpha');
			await expect(reader.findCount).not.toBeEmpty();
		},
	],
	[
		'reading-settings',
		async ({ page, settings }) => {
			await page.keyboard.press('Escape');
			await settings.readingButton.click();
			await expect(settings.readingPanel).toBeVisible();
		},
	],
	[
		'reader-described',
		async ({ page, palette, reader }) => {
			await page.keyboard.press('Escape');
			await palette.goTo(describedTitle);
			await expect(reader.title).toHaveText(describedTitle);
		},
	],
];

const others: Screen[] = [
	['search-idle', async ({ frame }) => frame.goTo('navigation.search')],
	[
		'search-hits',
		async ({ search }) => {
			await search.box.fill('alpha beta');
			await expect(search.hit(letterTitle, 2).or(search.options).first()).toBeVisible();
			await expect(search.preview).toBeVisible();
		},
	],
	[
		'search-saved',
		async ({ search, savedSearches, frame }) => {
			await search.matchToggle('near').click();
			await savedSearches.save('Sample search');
			await expect(savedSearches.entry('Sample search')).toBeVisible();
			await frame.closeToasts();
		},
	],
	[
		'search-hit',
		async ({ search, reader, page }) => {
			await search.hits.focus();
			await page.keyboard.press('Enter');
			await expect(reader.hits).toBeVisible();
			await expect(reader.title).toBeVisible();
		},
	],
	[
		'search-list',
		async ({ page, frame, listSearch }) => {
			await frame.goTo('navigation.search');
			await page.getByRole('button', { name: message('command.search.list') }).click();
			await listSearch.chooseText('names.txt', 'alpha\nunheardof');
			await expect(listSearch.rows).toHaveCount(2);
		},
	],
	[
		'search-nothing',
		async ({ search }) => {
			await search.box.fill('"zzz zzz zzz"');
			await expect(search.nothingFound('"zzz zzz zzz"')).toBeVisible();
		},
	],
	[
		'names',
		async ({ frame, names }) => {
			await frame.goTo('navigation.names');
			await names.findField.fill(starterNames[0]?.forms[0]?.text ?? '');
			await names
				.option(starterNames[0]?.forms[0]?.text ?? '')
				.first()
				.click();
			await expect(names.details).toBeVisible();
		},
	],
	[
		'name',
		async ({ namePage }) => {
			await namePage.openLink.click();
			await expect(namePage.mentions.getByRole('listitem').first()).toBeVisible();
		},
	],
	[
		'suggested-names',
		async ({ frame, suggestedNames }) => {
			await frame.goTo('navigation.names');
			await suggestedNames.openLink.click();
			await suggestedNames.lookButton.click();
			await expect(suggestedNames.list.getByRole('listitem').first()).toBeVisible();
		},
	],
	[
		'wanted-sources',
		async ({ frame, sources }) => {
			await frame.goTo('navigation.wanted-sources');
			await sources.row(describedTitle).click();
			await expect(sources.status).toBeVisible();
		},
	],
	[
		'chronology',
		async ({ frame, chronology }) => {
			await frame.goTo('navigation.chronology');
			await expect(chronology.marks.first()).toBeVisible();
		},
	],
	[
		'graph',
		async ({ frame, graph }) => {
			await frame.goTo('navigation.graph');
			await graph.rows.first().click();
			await expect(graph.links.first()).toBeVisible();
			await expect(graph.working).toHaveCount(0);
		},
	],
	[
		'map',
		async ({ frame, map }) => {
			await frame.goTo('navigation.map');
			await map.rows.first().click();
			await expect(map.land.first()).toBeAttached();
		},
	],
	[
		'annotations',
		async ({ frame, annotations }) => {
			await frame.goTo('navigation.annotations');
			await expect(annotations.rows.first()).toBeVisible();
		},
	],
	[
		'adding',
		async ({ frame, adding }) => {
			await frame.goTo('navigation.adding');
			await expect(adding.rows).toHaveCount(2);
		},
	],
	[
		'settings',
		async ({ frame, settings }) => {
			await frame.goTo('navigation.settings');
			await expect(settings.heading).toBeVisible();
		},
	],
	[
		'help',
		async ({ page, frame }) => {
			await frame.press('help.open');
			await expect(page.getByRole('heading', { name: message('help.title'), level: 1 })).toBeVisible();
		},
	],
	[
		'shortcuts',
		async ({ frame }) => {
			await frame.press('help.shortcuts');
			await expect(frame.dialog).toBeVisible();
		},
	],
	[
		'palette',
		async ({ page, palette }) => {
			await page.keyboard.press('Escape');
			await palette.open();
			await palette.field.fill('a');
			await expect(palette.entries.first()).toBeVisible();
		},
	],
	[
		'offline',
		async ({ page, palette, frame }) => {
			await page.keyboard.press('Escape');
			await expect(palette.dialog).toHaveCount(0);
			await frame.offlineButton.click();
			await expect(frame.dialog).toBeVisible();
		},
	],
	[
		'archive-menu',
		async ({ page, frame }) => {
			await page.keyboard.press('Escape');
			await frame.archiveMenuButton.click();
			await expect(frame.menu).toBeVisible();
		},
	],
];

test('axe finds nothing on any screen in any theme', inBrowser, async ({ start, folder }) => {
	const good = writeFile(folder, 'letter.txt', artificialLetter(4, 8));
	const empty = writeFile(folder, 'empty.txt', '');
	const { page, pages } = await start({ add: [good, empty] });
	await prepare(pages);
	for (const [name, goThere] of [...library, ...reading, ...others]) {
		await test.step(name, async () => {
			await goThere(pages);
			expect.soft(await accessibilityFaults(page), name).toEqual([]);
			for (const theme of themes) {
				await pages.frame.showTheme(theme);
				if (theme !== 'light') expect.soft(await contrastFaults(page), `${name}, ${theme}`).toEqual([]);
			}
		});
	}
});

test('in forced colours found words are still seen', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
	await pages.search.box.fill('President');
	const marks = page.getByRole('main').locator('mark');
	await expect(marks.first()).toBeVisible();
	// The words are the only ones that have colours of marks: the ones of ours give way.
	const colours = await marks.evaluateAll((found) =>
		found.map((mark) => {
			const { color, backgroundColor } = getComputedStyle(mark);
			const isSeenThrough = /^rgba.* 0\)$/.test(backgroundColor);
			return { color, behind: isSeenThrough ? getComputedStyle(document.body).backgroundColor : backgroundColor };
		}),
	);
	for (const { color, behind } of colours) expect(color).not.toBe(behind);
});

test(
	'a low window, as one enlarged to 200 %, has room for the text and a way to what is below',
	inBrowser,
	async ({ start, folder }) => {
		const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 30));
		const { page, pages } = await start({ add: [letter] });
		const { library, frame, beside, chronology } = pages;
		await library.open(letterTitle);
		await page.setViewportSize({ width: 640, height: 410 });
		await frame.press('reader.beside');
		await expect(beside.text('first')).toBeVisible();
		const heightPx = () => beside.text('first').evaluate((text) => text.clientHeight);
		// Nearly half of the window; the bar for links comes with the first words that are chosen.
		await expect.poll(heightPx).toBeGreaterThan(190);
		await expect(beside.bar).toBeHidden();

		await frame.press('go.chronology');
		await expect(chronology.rows.first()).toBeAttached();
		await expect(chronology.rows.first()).not.toBeInViewport();
		await page.getByRole('heading', { level: 1 }).hover();
		await page.mouse.wheel(0, 400);
		await expect(chronology.rows.first()).toBeInViewport();
	},
);

/** A question, and a claim with Markdown and a tag. */
async function prepare({ page, frame, library, reader, cards }: LecternPages): Promise<void> {
	await expect(library.row(letterTitle)).toBeVisible();
	await library.open(letterTitle);
	await reader.focusParagraph(3);
	await frame.press('annotation.question');
	await cards.doneButton.click();
	await reader.focusParagraph(2);
	await frame.press('annotation.claim');
	await page.keyboard.type(`**Alpha** and _beta_, see \`${markerWord(4, 2)}\``);
	await cards.doneButton.click();
	await cards.tagField(cards.card('claim', 2)).fill('sample');
	await page.keyboard.press('Enter');
	await expect(cards.tags(cards.card('claim', 2)).first()).toHaveText('sample');
	await frame.closeToasts();
}
