import type { Locator, Page } from '@playwright/test';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';

type Theme = 'light' | 'sepia' | 'dark' | 'contrast' | 'system';

/** The settings page, and the reading settings in the top bar. */
export class Settings {
	readonly page: Page;
	readonly heading: Locator;
	readonly readingButton: Locator;
	readonly readingPanel: Locator;
	readonly authorField: Locator;
	readonly characterKeys: Locator;
	readonly chooseInboxFolder: Locator;
	readonly themeButton: Locator;
	/** In the sheet of keys. */
	readonly findCommand: Locator;

	constructor(page: Page) {
		this.page = page;
		this.heading = page.getByRole('heading', { name: message('settings.title'), level: 1 });
		// Within the top bar: a long text has ten thousand buttons to be named first.
		this.readingButton = page.getByRole('banner').getByRole('button', { name: message('reading.settings') });
		this.readingPanel = page.getByRole('dialog', { name: message('reading.settings') });
		this.authorField = page.getByRole('textbox', { name: message('settings.author') });
		this.chooseInboxFolder = page.getByRole('button', { name: message('inbox.folder.choose') });
		this.characterKeys = page.getByRole('switch', { name: message('settings.character-keys') });
		this.findCommand = page.getByRole('textbox', { name: message('shortcuts.find') });
		this.themeButton = page
			.getByRole('main')
			.getByRole('button', { name: new RegExp(`${message('settings.theme')}$`) });
	}

	/** The button of a command in the sheet of keys, which shows its first chord, or a later one. */
	changeKeys(id: CommandId, index = 0): Locator {
		return this.page
			.getByRole('dialog')
			.getByRole('listitem')
			.filter({ hasText: message(commandTitleKey(id)) })
			.locator('[data-chord]')
			.nth(index);
	}

	/** The button that takes a chord away, as it is written on the keys. */
	removeKeys(id: CommandId, keys: string): Locator {
		return this.page
			.getByRole('dialog')
			.getByRole('button', { name: message('shortcuts.remove', { command: message(commandTitleKey(id)), keys }) });
	}

	stepper(setting: 'size' | 'width' | 'leading'): { value: Locator; more: Locator; less: Locator } {
		const name = message(`reading.${setting}`);
		const group = this.readingPanel.getByRole('group', { name, exact: true });
		return {
			value: group.getByRole('status'),
			more: group.getByRole('button', { name: message('reading.more', { name }) }),
			less: group.getByRole('button', { name: message('reading.less', { name }) }),
		};
	}

	readingChoice(name: string): Locator {
		return this.readingPanel.getByRole('radio', { name, exact: true });
	}

	/** By its words: the switch itself is drawn over. */
	async toggleCharacterKeys(): Promise<void> {
		await this.page.getByText(message('settings.character-keys'), { exact: true }).click();
	}

	/** On the settings page. */
	async chooseTheme(theme: Theme): Promise<void> {
		await this.themeButton.click();
		await this.page.getByRole('option', { name: message(`theme.${theme}`), exact: true }).click();
	}
}
