import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { describedTitle } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

/** Artificial names, none of which sounds like another. */
const sample = [
	'The road to Rimwald is long, and Zorba Quill walked it.',
	'Nobody saw Zorba Quill again.',
	'Вчера в Кошташе было тихо.',
	'Another Rimwald, a dog, barked.',
	'So said President Vandarim Prill to nobody.',
	'A letter by Quill came in April.',
	'It was read by Orsine Quill alone.',
].join('\n\n');

test('the page of a name shows where it stands, takes judgement, tells its company, and suggests new names', async ({
	start,
	folder,
}) => {
	const { page, pages } = await start({ add: [writeFile(folder, 'sample.txt', `${sample}\n`)] });
	const { frame, names, namePage, suggestedNames, library, reader, cards } = pages;
	await expect(library.row('sample').first()).toBeVisible();

	await test.step('a name with forms in two scripts, and what an authority file knows it by', async () => {
		await frame.goTo('navigation.names');
		await names.newButton.click();
		await names.formText.fill('Rimwald');
		await names.dialogButton('dialog.save').click();
		await expect(names.title).toHaveText('Rimwald');
		await names.addFormButton.click();
		await names.formText.fill('Кошташ');
		await page.keyboard.press('Enter');
		await expect(names.forms).toHaveCount(2);
		await names.addIdentifierButton.click();
		await names.identifierField.fill('https://www.wikidata.org/wiki/Q12345');
		await page.keyboard.press('Enter');
		await expect(names.details.getByText('Q12345', { exact: true })).toBeVisible();
		await frame.closeToasts();
	});

	await test.step('its mentions, in every script, in context', async () => {
		await namePage.openLink.click();
		await expect(namePage.title).toHaveText('Rimwald');
		await expect(namePage.filter('likely', 3)).toBeVisible();
		await expect(namePage.mention('в Кошташе было тихо').locator('mark')).toHaveText('Кошташе');
		await expect(namePage.mention('Another Rimwald').locator('mark')).toHaveText('Rimwald');
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('one is confirmed, one is said to be another, by mouse and by key; undo takes back', async () => {
		await namePage.confirmButton('The road to Rimwald', 'Rimwald').click();
		await expect(namePage.filter('confirmed', 1)).toBeVisible();
		await namePage.mention('Another Rimwald').getByRole('link').focus();
		await page.keyboard.press('n');
		await expect(namePage.filter('rejected', 1)).toBeVisible();
		await expect(namePage.mention('Another Rimwald')).toHaveCount(0);
		await frame.press('history.undo');
		await expect(namePage.filter('rejected', 0)).toBeVisible();
		await frame.press('history.redo');
		await namePage.filter('rejected', 1).click();
		await expect(namePage.mention('Another Rimwald')).toBeVisible();
		await expect(namePage.rejectButton('Another Rimwald', 'Rimwald')).toHaveAttribute('aria-pressed', 'true');
	});

	await test.step('it is opened at the words', async () => {
		await namePage.filter('likely', 2).click();
		await namePage.mention('The road to Rimwald').getByRole('link').click();
		await expect(reader.text).toContainText('The road to Rimwald is long');
		await reader.focusParagraph(1);
		await frame.press('annotation.claim');
		await expect(cards.editor).toBeFocused();
		await page.keyboard.insertText('It is long indeed.');
		await page.keyboard.press('ControlOrMeta+Enter');
		await expect(cards.card('claim', 1)).toContainText('It is long indeed.');
		await frame.press('go.back');
		await expect(namePage.title).toHaveText('Rimwald');
		await namePage.tab('connections').click();
		await expect(namePage.panel.getByRole('link', { name: 'It is long indeed.' })).toBeVisible();
		await expect(namePage.panel).toContainText(message('names.connections.on-mentions'));
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('suggestions: a new name, a form of a name, and no name, which is remembered', async () => {
		await frame.press('go.names');
		await suggestedNames.openLink.click();
		await suggestedNames.lookButton.click();
		await expect(suggestedNames.item('Zorba Quill').first()).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await expect(suggestedNames.button('accept-name', 'Rimwald')).toHaveCount(0);
		await suggestedNames.button('accept-name', 'Zorba Quill').click();
		await expect(suggestedNames.button('accept-name', 'Zorba Quill')).toHaveCount(0);
		await suggestedNames.button('reject-name', 'Vandarim Prill').click();
		await expect(suggestedNames.button('reject-name', 'Vandarim Prill')).toHaveCount(0);
		await frame.press('history.undo');
		await suggestedNames.button('form-of-name', 'Vandarim Prill').click();
		await suggestedNames.picker.fill('zorba');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(frame.toast(message('names.suggestions.form-added', { form: 'Vandarim Prill' }))).toBeVisible();
		await expect(suggestedNames.button('form-of-name', 'Vandarim Prill')).toHaveCount(0);
		await expect(suggestedNames.button('accept-name', 'April')).toHaveCount(0);
	});

	await test.step('a family name alone is offered, counts when it is confirmed, and can be said to be a form', async () => {
		await suggestedNames.button('form-of-name', 'Quill').click();
		await expect(suggestedNames.picker).toHaveValue('Quill');
		await page.keyboard.press('Escape');
		await frame.press('go.names');
		await names.findField.fill('Zorba');
		await names.option('Zorba Quill').click();
		await namePage.openLink.click();
		await expect(namePage.filter('likely', 3)).toBeVisible();
		await namePage.filter('part', 2).click();
		await expect(namePage.mention('A letter by Quill').locator('mark')).toHaveText('Quill');
		await expect(namePage.mention('A letter by Quill')).toContainText(message('names.mentions.part'));
		const words = 'Orsine Quill';
		await expect(namePage.mention(words)).toContainText(message('names.mentions.part.longer', { words }));
		await expect(namePage.mention(words)).not.toContainText(message('names.mentions.part'));
		expect(await accessibilityFaults(page)).toEqual([]);
		await namePage.confirmButton('A letter by Quill', 'Zorba Quill').click();
		await expect(namePage.filter('likely', 4)).toBeVisible();
		await frame.press('history.undo');
		await namePage.filter('part', 2).click();
		await namePage.addPartButton('Quill · Prill').click();
		await expect(frame.toast(message('names.mentions.part.added', { words: 'Quill · Prill' }))).toBeVisible();
		await expect(namePage.filter('open', 5)).toBeVisible();
		await frame.press('history.undo');
		await expect(namePage.filter('part', 2)).toBeVisible();
	});

	await test.step('its company: the passages in which both stand', async () => {
		await frame.press('go.names');
		await names.findField.fill('Rimwald');
		await names.option('Rimwald').click();
		await namePage.openLink.click();
		await namePage.tab('together').click();
		await expect(namePage.panel.getByRole('link', { name: 'Zorba Quill' })).toBeVisible();
		await namePage.panel.getByRole('button', { name: message('names.together.passages', { count: 1 }) }).click();
		await expect(namePage.mentions.locator('mark')).toHaveCount(1);
		await namePage.tab('documents').click();
		await expect(namePage.panel.getByRole('link', { name: 'sample' })).toBeVisible();
		await namePage.tab('connections').click();
		await expect(namePage.panel).toContainText(message('names.connections.none'));
		expect(await accessibilityFaults(page)).toEqual([]);
	});
});

test('a source that is cited and not held is asked for, and obtained when its file comes, with undo', async ({
	start,
	folder,
}) => {
	const running = await start();
	const { page, pages } = running;
	const { frame, sources } = pages;
	await expect(pages.library.grid).toBeVisible();
	await frame.press('go.wantedSources');
	await sources.row(describedTitle).click();
	await sources.choose('asked');
	await expect(sources.row(describedTitle)).toContainText(message('sources.status.asked'));
	await expect(sources.details).toContainText(message('sources.cited-by'));
	expect(await accessibilityFaults(page)).toEqual([]);
	const file = writeFile(folder, 'arrived.txt', 'An artificial order.\n\nNothing is in it.\n');
	await running.chooseFiles([file], () =>
		sources.details.getByRole('button', { name: message('sources.add-file'), exact: true }).click(),
	);
	await expect(pages.reader.text).toContainText('Nothing is in it.');
	await frame.press('go.wantedSources');
	await expect(sources.row(describedTitle)).toHaveCount(0);
	await sources.filter('obtained').click();
	await expect(sources.row(describedTitle)).toContainText(message('sources.status.obtained'));
	await frame.press('history.undo');
	await sources.filter('asked').click();
	await expect(sources.row(describedTitle)).toContainText(message('sources.status.asked'));
});
