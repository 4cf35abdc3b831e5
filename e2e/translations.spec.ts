import { readFileSync } from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

const letter = '# The kettle\n\nThe green kettle stood on the shelf.\n\nNobody knew whose it was.\n';

test('a text is asked for in another language, sent out, comes home, and is read, found and taken back', async ({
	start,
	folder,
}) => {
	const file = writeFile(folder, 'kettle.md', letter);
	const running = await start();
	const { page, pages } = running;
	const { library, adding, frame, reader, search, palette, translations, beside } = pages;
	await running.chooseFiles([file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('kettle.md').click();
	await expect(reader.title).toHaveText('The kettle');
	await frame.closeToasts();

	await test.step('it goes on the list of what is to be translated', async () => {
		await palette.goTo(message('command.translations.ask'));
		const dialog = translations.dialog('translations.ask-title');
		await translations.chooseLanguage(dialog, 'Russian');
		expect(await accessibilityFaults(page)).toEqual([]);
		await dialog.getByRole('button', { name: message('translations.ask-title') }).click();
		await expect(frame.toast(message('translations.asked', { count: 1 }))).toBeVisible();
		await frame.closeToasts();
		await palette.goTo(message('command.go.translations'));
		await expect(translations.row('The kettle')).toContainText(message('translations.status.asked'));
		expect(await accessibilityFaults(page)).toEqual([]);
	});
	const sheet = path.join(folder, 'out.txt');
	await test.step('a file for a translator has a number for each passage', async () => {
		await translations
			.row('The kettle')
			.getByRole('button', { name: message('translations.save') })
			.click();
		const dialog = translations.dialog('translations.save-title');
		await dialog.getByRole('button', { name: message('translations.format') }).click();
		await page.getByRole('option', { name: message('translations.format.text') }).click();
		await running.keepFile(sheet, () => dialog.getByRole('button', { name: message('translations.save') }).click());
		await expect(translations.row('The kettle')).toContainText(message('translations.status.sent'));
		expect(readFileSync(sheet, 'utf8')).toContain('> Nobody knew whose it was.\r\n[2]');
	});
	await test.step('what comes back says itself of which text it is', async () => {
		const filled = readFileSync(sheet, 'utf8')
			.replace('[0]', '[0] Чайник')
			.replace('[1]', '[1] Зелёный чайник стоял на полке.');
		const home = writeFile(folder, 'home.txt', filled);
		await page.getByRole('button', { name: message('command.translations.bring-in') }).click();
		const dialog = translations.dialog('translations.bring-in-title');
		await dialog.getByRole('textbox', { name: message('translations.translator') }).fill('Sample Translator');
		await running.chooseFiles([home], () =>
			dialog.getByRole('button', { name: message('translations.choose-file') }).click(),
		);
		const told = page.getByRole('dialog', { name: message('translations.came', { title: 'The kettle' }) });
		await expect(told).toContainText(message('translations.done', { done: 2, total: 3 }));
		await expect(told).toContainText(message('translations.came.blank', { labels: '2' }));
		expect(await accessibilityFaults(page)).toEqual([]);
		await told.getByRole('button', { name: message('translations.came.read') }).click();
	});
	await test.step('it is read as what it is, and beside the original', async () => {
		await expect(reader.title).toHaveText('Чайник');
		await expect(page.getByText('Sample Translator').first()).toBeVisible();
		await translations.texts.getByRole('link', { name: message('translations.original') }).click();
		await expect(reader.title).toHaveText('The kettle');
		await expect(translations.texts.getByRole('link', { name: 'Russian' })).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await translations.texts.getByRole('link', { name: message('translations.beside') }).click();
		await expect(beside.text('second')).toContainText('Зелёный чайник');
		await frame.press('go.back');
	});
	await test.step('the search finds it, and says that it is a translation', async () => {
		await search.box.fill('чайник стоял');
		await search.box.press('Enter');
		await expect(search.hit('The kettle', 1).first()).toContainText(message('search.hit.translation'));
	});
	await test.step('the rest is translated here, beside the text', async () => {
		await search.hit('The kettle', 1).first().dblclick();
		await expect(reader.title).toHaveText('Чайник');
		await palette.goTo(message('command.text.translate'));
		await translations
			.dialog('command.text.translate')
			.getByRole('button', { name: message('translations.begin') })
			.click();
		await expect(translations.field).toHaveValue(/^\[0\] Чайник\n\n\[1\] Зелёный .*\n\n\[2\]$/s);
		await expect(translations.translator).toHaveAttribute('placeholder', 'Sample Translator');
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' Никто не знал, чей он.');
		expect(await accessibilityFaults(page)).toEqual([]);
		// Each language has a draft of its own.
		for (const [language, text] of [
			['Armenian', /^\[0\]\n\n\[1\]\n\n\[2\]$/],
			['Russian', /\[2\] Никто не знал, чей он\.$/],
		] as const) {
			await palette.goTo(message('command.text.translate'));
			const dialog = translations.dialog('command.text.translate');
			await translations.chooseLanguage(dialog, language);
			await dialog.getByRole('button', { name: message('translations.begin') }).click();
			await expect(translations.field).toHaveValue(text);
		}
		// What comes home meanwhile is told before it is replaced.
		const earlier = translations.pane.getByText(message('writing.earlier'));
		await expect(earlier).toHaveCount(0);
		const filled = readFileSync(sheet, 'utf8').replace('[1]', '[1] Другой чайник стоял на полке.');
		await palette.goTo(message('command.translations.bring-in'));
		const dialog = translations.dialog('translations.bring-in-title');
		await running.chooseFiles([writeFile(folder, 'later.txt', filled)], () =>
			dialog.getByRole('button', { name: message('translations.choose-file') }).click(),
		);
		const told = page.getByRole('dialog', { name: message('translations.came', { title: 'The kettle' }) });
		await expect(told).toContainText(message('translations.came.replaced'));
		await page.keyboard.press('Escape');
		await expect(told).toHaveCount(0);
		await expect(earlier).toBeVisible();
		await translations.field.click();
		await page.keyboard.press('Control+Enter');
		await expect(frame.toast(message('writing.translation.saved'))).toBeVisible();
		await palette.goTo(message('command.go.translations'));
		await expect(translations.row('The kettle')).toContainText(message('translations.done', { done: 3, total: 3 }));
		await expect(translations.row('The kettle')).toContainText(message('translations.status.home'));
	});
	await test.step('undo goes back to what came home, and before that', async () => {
		for (const _came of ['later.txt', 'home.txt']) {
			await frame.press('history.undo');
			await expect(translations.row('The kettle')).toContainText(message('translations.done', { done: 2, total: 3 }));
		}
		await frame.press('history.undo');
		await expect(translations.row('The kettle')).not.toContainText(message('translations.done', { done: 2, total: 3 }));
		await search.box.fill('чайник стоял');
		await search.box.press('Enter');
		const translated = search.options.filter({ hasText: message('search.hit.translation') });
		await expect(translated).toHaveCount(0);
		await expect(search.hit('The kettle', 1)).toHaveCount(0);
	});
});

test('all that are asked for go out at once, and what is not to be read by a translator is said', async ({
	start,
	folder,
}) => {
	const running = await start();
	const { page, pages } = running;
	const { library, frame, palette, translations } = pages;
	const files = ['one.md', 'two.md'].map((name) => writeFile(folder, name, letter.replace('kettle', name)));
	await running.chooseFiles(files, () => library.addButton.click());
	await expect(library.row('The two.md')).toBeVisible();
	await frame.closeToasts();
	await library.select('The two.md');
	await library.describe('withheldNames', 'Sample Withheld');
	await library.row('The one.md').click({ modifiers: ['ControlOrMeta'] });
	await page.getByRole('button', { name: message('library.with-selected', { count: 2 }) }).click();
	await page.getByRole('menuitem', { name: message('translations.ask') }).click();
	const asking = translations.dialog('translations.ask-title');
	await translations.chooseLanguage(asking, 'Russian');
	await asking.getByRole('button', { name: message('translations.ask-title') }).click();
	await palette.goTo(message('command.go.translations'));
	await page.getByRole('button', { name: message('translations.save-all') }).click();
	const dialog = translations.dialog('translations.save-all-title');
	await expect(dialog.getByRole('alert')).toContainText('The two.md');
	expect(await accessibilityFaults(page)).toEqual([]);
	const zip = path.join(folder, 'all.zip');
	await running.keepFile(zip, () => dialog.getByRole('button', { name: message('translations.save-all') }).click());
	await expect(translations.row('The one.md')).toContainText(message('translations.status.sent'));
	await expect(translations.row('The two.md')).toContainText(message('translations.status.sent'));
	expect(readFileSync(zip).subarray(0, 2).toString()).toBe('PK');
	await frame.press('history.undo');
	await expect(translations.row('The one.md')).toContainText(message('translations.status.asked'));
});
