import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { starterNames } from './fixtures/starter.ts';
import { expect, inBrowser, onDesktop, test } from './fixtures/test.ts';

/** Artificial names, none of which sounds like another. */
const sample = 'The road to Rimwald is long.\n\nВ Кошташе было тихо.\n\nՎուլփեն մեծ է։\n';

test('a name is made, found by each of its forms at once, edited, merged, split and removed', async ({
	start,
	folder,
}) => {
	const { page, pages } = await start({ add: [writeFile(folder, 'sample.txt', sample)] });
	const { frame, names, search, library } = pages;
	await expect(library.row('sample.txt').or(library.row('sample')).first()).toBeVisible();

	await test.step('a new name with its first form', async () => {
		await frame.goTo('navigation.names');
		await expect(names.options.first()).toBeVisible();
		await names.newButton.click();
		await names.formText.fill('Rimwald');
		expect(await accessibilityFaults(page)).toEqual([]);
		await names.dialogButton('dialog.save').click();
		await expect(names.title).toHaveText('Rimwald');
		await expect(names.option('Rimwald')).toHaveAttribute('aria-selected', 'true');
	});

	await test.step('a form in another script: its letters tell the language', async () => {
		await names.addFormButton.click();
		await names.formText.fill('Кошташ');
		await expect(names.formLanguage).toContainText('Russian');
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Enter');
		await expect(names.forms).toHaveCount(2);
		await expect(names.formText).toHaveCount(0);
	});

	await test.step('the search finds one by the other at once', async () => {
		await search.box.fill('Rimwald');
		await expect(search.options.filter({ hasText: 'В Кошташе было тихо' })).toBeVisible();
	});

	await test.step('a form that is there already is refused with a reason, another is edited and moved', async () => {
		await frame.goTo('navigation.names');
		await names.option('Rimwald').click();
		await names.addFormButton.click();
		await names.formText.fill('Rimwald');
		await page.keyboard.press('Enter');
		await expect(names.details.getByRole('alert')).toHaveText(message('names.forms.error.twice'));
		await page.keyboard.press('Escape');
		await names.actOnForm('Кошташ', 'names.forms.up');
		await expect(names.forms.first()).toContainText('Кошташ');
		await frame.press('history.undo');
		await expect(names.forms.first()).toContainText('Rimwald');
	});

	await test.step('merged with another, which is undone as one step', async () => {
		await names.newButton.click();
		await names.formText.fill('Վուլփեն');
		await names.dialogButton('dialog.save').click();
		await expect(names.title).toHaveText('Վուլփեն');
		await names.act('command.names.merge');
		await names.picker.fill('rimw');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(names.dialog).toContainText('Кошташ');
		expect(await accessibilityFaults(page)).toEqual([]);
		await names.dialogButton('names.merge.do').click();
		await expect(names.dialog).toHaveCount(0);
		await expect(names.forms).toHaveCount(3);
		await frame.press('history.undo');
		await expect(names.forms).toHaveCount(1);
		await expect(names.option('Rimwald')).toBeVisible();
		await frame.press('history.redo');
		await expect(names.forms).toHaveCount(3);
	});

	await test.step('split again', async () => {
		await names.act('command.names.split');
		await names.ticked('Кошташ').click({ force: true });
		expect(await accessibilityFaults(page)).toEqual([]);
		await names.dialogButton('names.split.do').click();
		await expect(names.title).toHaveText('Кошташ');
		await expect(names.forms).toHaveCount(1);
		await search.box.fill('Rimwald');
		await expect(search.options.filter({ hasText: 'The road to Rimwald' })).toBeVisible();
		await expect(search.options.filter({ hasText: 'В Кошташе было тихо' })).toHaveCount(0);
	});

	await test.step('removed, after it was said what is lost', async () => {
		await frame.goTo('navigation.names');
		await names.option('Кошташ').click();
		await names.act('command.names.remove');
		await expect(names.dialog).toContainText(message('names.remove.lost', { links: 0, events: 0 }));
		expect(await accessibilityFaults(page)).toEqual([]);
		await names.dialogButton('names.remove').click();
		await expect(names.option('Кошташ')).toHaveCount(0);
		await frame.press('history.undo');
		await expect(names.option('Кошташ')).toBeVisible();
	});
});

test('by keys alone: choose two names, merge them, undo', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, names, library } = pages;
	await expect(library.grid).toBeVisible();
	await frame.press('go.names');
	await expect(names.options.first()).toBeVisible();
	await names.list.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('Shift+ArrowDown');
	await expect(names.details).toContainText(message('names.chosen', { count: 2 }));
	const before = await names.count();
	await pages.palette.open();
	await page.keyboard.type(message('command.names.merge'));
	await expect(pages.palette.entry(message('command.names.merge')).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(names.dialogButton('names.merge.do')).toBeEnabled();
	await names.dialogButton('names.merge.do').focus();
	await page.keyboard.press('Enter');
	await expect(names.dialog).toHaveCount(0);
	await expect.poll(() => names.count()).toBe(before - 1);
	await frame.press('history.undo');
	await expect.poll(() => names.count()).toBe(before);
});

test('names that are linked to each other, and a ring of their parts, are said before they are merged; nothing is lost', async ({
	start,
}) => {
	const { page, pages } = await start();
	const { frame, names, namePage, links } = pages;
	await frame.goTo('navigation.names');
	for (const form of ['Upper Rimwald', 'Lower Rimwald', 'Koschtasch']) {
		await names.newButton.click();
		await names.formText.fill(form);
		await names.dialogButton('dialog.save').click();
		await expect(names.title).toHaveText(form);
	}
	async function sayPart(part: string, whole: string): Promise<void> {
		await names.findField.fill(part);
		await names.option(part).click();
		await namePage.openLink.click();
		await namePage.tab('connections').click();
		await namePage.panel.getByRole('button', { name: message('names.connections.add') }).click();
		await links.say('part-of', 'outgoing');
		await links.field.fill(whole);
		await links.choice('name', whole).click();
		await expect(links.within(namePage.panel, whole)).toBeVisible();
		await frame.closeToasts();
		await frame.press('go.names');
	}
	await sayPart('Lower Rimwald', 'Koschtasch');
	await sayPart('Koschtasch', 'Upper Rimwald');
	await sayPart('Lower Rimwald', 'Upper Rimwald');

	await names.findField.fill('Upper');
	await names.option('Upper Rimwald').click();
	await names.act('command.names.merge');
	await names.picker.fill('lower');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(names.dialog).toContainText(message('names.merge.between', { count: 1 }));
	await expect(names.dialog).toContainText(message('names.merge.ring', { names: 'Koschtasch' }));
	expect(await accessibilityFaults(page)).toEqual([]);
	await names.dialogButton('names.merge.do').click();
	await expect(names.forms).toHaveCount(2);
	await namePage.openLink.click();
	await namePage.tab('connections').click();
	const ring = message('names.connections.ring', { names: 'Koschtasch', count: 1 });
	await expect(namePage.panel).toContainText(ring);
	await expect(links.within(namePage.panel, 'Koschtasch')).toHaveCount(2);

	await frame.press('history.undo');
	await expect(namePage.panel).not.toContainText(ring);
	await expect(links.within(namePage.panel, 'Lower Rimwald')).toHaveCount(1);
	await expect(links.within(namePage.panel, 'Koschtasch')).toHaveCount(1);
	await frame.press('history.redo');
	await expect(namePage.panel).toContainText(ring);
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('a form that is read from the right begins where what is known of it does', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, names, chronology } = pages;
	await frame.goTo('navigation.names');
	await names.newButton.click();
	await names.formText.fill('ریموالد');
	await names.dialogButton('dialog.save').click();
	await expect(names.title).toHaveText('ریموالد');
	const startsOf = (place: typeof names.details) =>
		place.evaluate((element) =>
			[element, ...element.querySelectorAll('*')]
				.filter(({ childElementCount, textContent }) => childElementCount === 0 && textContent !== '')
				.map((leaf) => {
					const range = document.createRange();
					range.selectNodeContents(leaf);
					return Math.round(range.getBoundingClientRect().left);
				}),
		);
	const [form, facts] = await startsOf(names.forms.first());
	expect(form).toBe(facts);

	await frame.goTo('navigation.chronology');
	await chronology.newButton.click();
	await chronology.field(message('chronology.column.title')).fill('ریموالد');
	await page.keyboard.press('Enter');
	const own = chronology.row('ریموالد').getByRole('gridcell', { name: 'ریموالد' });
	const head = chronology.table.getByRole('columnheader', { name: message('chronology.column.title') });
	expect(await startsOf(own)).toEqual(await startsOf(head));
});

test(
	'known forms are found in all scripts, used by the search, and can be added to be edited',
	onDesktop,
	async ({ start, folder }) => {
		const { pages } = await start({ add: [writeFile(folder, 'sample.txt', 'Sample passage 1: საქართველო.\n')] });
		const { frame, names, search } = pages;
		await search.box.fill('Грузия');
		await expect(search.options.filter({ hasText: 'საქართველო' })).toBeVisible();

		await frame.goTo('navigation.names');
		await expect(names.options.first()).toBeVisible();
		expect(await names.count()).toBe(starterNames.length);
		await names.filter(/^Known forms/).click();
		await expect.poll(() => names.count()).toBeGreaterThan(300);
		await names.findField.fill('ՎՐԱՍՏԱՆ');
		await expect(names.options).toHaveCount(1);
		await names.options.first().click();
		await expect(names.title).toHaveText('Georgia');
		await names.addKnownButton.click();
		await expect(names.addFormButton).toBeVisible();
		await expect(names.option('Georgia')).toHaveAttribute('aria-selected', 'true');

		await names.actOnForm('საქართველო', 'names.forms.remove');
		await search.box.fill('Georgia');
		await expect(search.options.filter({ hasText: 'საქართველო' })).toHaveCount(0);
	},
);
