import { message } from '#shared/messages/messages.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, inBrowser, onDesktop, test } from './fixtures/test.ts';

test('size, typeface and theme are chosen while reading, and remembered', async ({ start }) => {
	const first = await start();
	{
		const { library, reader, settings, frame } = first.pages;
		await library.open(digestTitle);
		const paragraph = await reader.paragraph(1);
		await expect(paragraph).toHaveCSS('font-size', '18px');
		await settings.readingButton.click();
		const size = settings.stepper('size');
		await size.more.click();
		await size.more.click();
		await expect(size.value).toHaveText('20');
		await expect(paragraph).toHaveCSS('font-size', '20px');
		await settings.readingChoice(message('reading.face.sans')).click();
		await expect(paragraph).toHaveCSS('font-family', /Sans/);
		for (const theme of ['sepia', 'dark', 'contrast', 'light', 'sepia'] as const) {
			await settings.readingChoice(message(`reading.theme.${theme}`)).click();
			await expect.poll(() => frame.theme()).toBe(theme);
		}
		await first.page.keyboard.press('Escape');
		await expect(settings.readingPanel).toHaveCount(0);
		await frame.press('reading.larger');
		await expect(paragraph).toHaveCSS('font-size', '21px');
	}
	await first.close();

	const second = await start();
	const { library, reader, frame } = second.pages;
	await expect.poll(() => frame.theme()).toBe('sepia');
	await library.open(digestTitle);
	const paragraph = await reader.paragraph(1);
	await expect(paragraph).toHaveCSS('font-size', '21px');
	await expect(paragraph).toHaveCSS('font-family', /Sans/);
	await frame.press('reading.reset');
	await expect(paragraph).toHaveCSS('font-size', '18px');
});

test(
	'the settings page keeps the theme, the signing name and whether single letters act; the panes keep their widths',
	inBrowser,
	async ({ start }) => {
		const first = await start();
		{
			const { frame, settings, library, reader } = first.pages;
			await frame.goTo('navigation.settings');
			for (const theme of ['light', 'contrast', 'dark'] as const) {
				await settings.chooseTheme(theme);
				await expect.poll(() => frame.theme()).toBe(theme);
			}
			await settings.authorField.fill('A. Sample');
			await settings.toggleCharacterKeys();
			await expect(settings.characterKeys).not.toBeChecked();
			await frame.press('go.library');
			await library.open(digestTitle);
			await expect(reader.number(1)).toBeVisible();
			await frame.press('passage.next');
			await expect(await reader.paragraph(1)).not.toBeFocused();
			await frame.edge('navigation').press('ArrowRight');
			await expect(frame.edge('navigation')).toHaveAttribute('aria-valuenow', '228');
			await frame.edge('inspector').press('Home');
			await expect(frame.edge('inspector')).toHaveAttribute('aria-valuenow', '240');
			await frame.dragEdge('inspector', -60);
			await expect(frame.edge('inspector')).toHaveAttribute('aria-valuenow', '300');
		}
		await first.close();

		const second = await start();
		const { frame, settings } = second.pages;
		await expect.poll(() => frame.theme()).toBe('dark');
		await expect(frame.edge('navigation')).toHaveAttribute('aria-valuenow', '228');
		await expect(frame.inspector).toHaveCSS('inline-size', '300px');
		await frame.goTo('navigation.settings');
		await expect(settings.authorField).toHaveValue('A. Sample');
		await expect(settings.characterKeys).not.toBeChecked();
	},
);

test('a command gets other keys, takes those of another, and has its own back', onDesktop, async ({ start }) => {
	const first = await start();
	const { frame, settings, library } = first.pages;
	await expect(library.grid).toBeVisible();
	await frame.press('help.shortcuts');
	await settings.findCommand.fill(message('command.go.names'));
	await settings.changeKeys('go.names').click();
	await first.page.keyboard.press('Enter');
	await expect(first.page.getByText(message('shortcuts.refused'))).toBeVisible();
	await first.page.keyboard.press('Alt+3');
	await expect(
		first.page.getByText(message('shortcuts.taken', { command: message('command.go.chronology') })),
	).toBeVisible();
	expect(await accessibilityFaults(first.page)).toEqual([]);
	// Whatever is answered, the keyboard stands at the keys again, which are heard.
	const keys = settings.changeKeys('go.names');
	await first.page.keyboard.press('Tab');
	await first.page.keyboard.press('Enter');
	await expect(keys).toBeFocused();
	await first.page.keyboard.press('Enter');
	await first.page.keyboard.press('Escape');
	await expect(keys).toBeFocused();
	await first.page.keyboard.press('Enter');
	await first.page.keyboard.press('Alt+3');
	await first.page.keyboard.press('Enter');
	await expect(keys).toContainText('Alt 3');
	await expect(keys).toBeFocused();
	await first.page.keyboard.press('Escape');
	await first.page.keyboard.press('Alt+3');
	await expect(first.page.getByRole('heading', { name: message('navigation.names'), level: 1 })).toBeVisible();
	await first.close();

	const { page, pages } = await start();
	const names = page.getByRole('heading', { name: message('navigation.names'), level: 1 });
	// Keys that were chosen come a moment after the window.
	await expect(async () => {
		await page.keyboard.press('Alt+3');
		await expect(names).toBeVisible({ timeout: 1000 });
	}).toPass();
	await pages.frame.press('help.shortcuts');
	await pages.settings.findCommand.fill(message('command.go.chronology'));
	await page
		.getByRole('button', { name: message('shortcuts.restore', { command: message('command.go.chronology') }) })
		.press('Enter');
	await expect(pages.settings.changeKeys('go.chronology')).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Alt+3');
	await expect(page.getByRole('heading', { name: message('navigation.chronology'), level: 1 })).toBeVisible();
});

test('a chord is taken away, for good and everywhere, and had back', onDesktop, async ({ start, startDesktop }) => {
	const first = await startDesktop();
	const { frame, settings, library, palette } = first.pages;
	const menuKeys = (running: typeof first) =>
		running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go.names')?.accelerator ?? null);
	await expect(library.grid).toBeVisible();
	expect(await menuKeys(first)).toBe('Alt+4');
	await frame.press('help.shortcuts');
	await settings.findCommand.fill(message('command.search.open'));
	await settings.removeKeys('search.open', '/').press('Enter');
	await expect(settings.removeKeys('search.open', '/')).toHaveCount(0);
	await expect(settings.changeKeys('search.open')).toContainText('Ctrl Shift F');
	// The keyboard stands where it was, and there another can be given beside the one that stayed.
	await expect(settings.changeKeys('search.open', 1)).toBeFocused();
	await first.page.keyboard.press('Enter');
	await first.page.keyboard.press('Slash');
	await expect(settings.changeKeys('search.open', 1)).toBeFocused();
	await expect(settings.changeKeys('search.open', 1)).toContainText('/');
	await settings.removeKeys('search.open', '/').press('Enter');
	await settings.findCommand.fill(message('command.passage.next'));
	await settings.removeKeys('passage.next', 'J').press('Enter');
	await settings.findCommand.fill(message('command.go.names'));
	await settings.removeKeys('go.names', 'Alt 4').press('Enter');
	// The keyboard stands where new keys can be chosen, and that there are none is heard.
	await expect(settings.changeKeys('go.names')).toBeFocused();
	await expect(settings.changeKeys('go.names')).toContainText(message('shortcuts.none'));
	expect(await accessibilityFaults(first.page)).toEqual([]);
	await first.page.keyboard.press('Escape');
	await first.page.keyboard.press('Alt+4');
	await first.page.keyboard.press('Alt+3');
	await expect(first.page.getByRole('heading', { name: message('navigation.chronology'), level: 1 })).toBeVisible();
	await expect.poll(() => menuKeys(first)).toBeNull();
	// What told of the keys names the command now.
	await frame.press('go.annotations');
	const named = message('shortcuts.by-name', { command: message('command.passage.next') });
	await expect(frame.main).toContainText(named);
	await palette.open();
	await palette.field.fill(message('command.go.names'));
	await expect(palette.entry(message('command.go.names')).first()).not.toContainText('Alt');
	await first.page.keyboard.press('Escape');
	await first.close();

	const { page, pages } = await start();
	await expect(pages.library.grid).toBeVisible();
	await pages.frame.press('help.shortcuts');
	await pages.settings.findCommand.fill(message('command.go.names'));
	await expect(pages.settings.changeKeys('go.names')).toContainText(message('shortcuts.none'));
	await page.getByRole('button', { name: message('shortcuts.restore-all') }).press('Enter');
	await expect(pages.settings.changeKeys('go.names')).toContainText('Alt 4');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Alt+4');
	await expect(page.getByRole('heading', { name: message('navigation.names'), level: 1 })).toBeVisible();
});

test('the window takes the whole screen and gives it back', onDesktop, async ({ startDesktop }) => {
	const { app, pages } = await startDesktop();
	await expect(pages.library.grid).toBeVisible();
	const isFullScreen = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
	await pages.frame.press('window.full-screen');
	await expect.poll(isFullScreen).toBe(true);
	await pages.frame.press('window.full-screen');
	await expect.poll(isFullScreen).toBe(false);
});
