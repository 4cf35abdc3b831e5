import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** However many files are left. */
const leftButton = new RegExp([1, 2].map((count) => `^${message('passphrase.remove-left', { count })}$`).join('|'));

/** What asks for a passphrase: the locked window, and dialogs. */
export class Passphrase {
	readonly page: Page;
	readonly lockedTitle: Locator;
	readonly field: Locator;
	readonly newArchiveName: Locator;
	readonly newField: Locator;
	readonly againField: Locator;
	readonly openButton: Locator;
	readonly makeButton: Locator;
	readonly currentField: Locator;
	readonly leftList: Locator;
	readonly removeLeftButton: Locator;
	readonly error: Locator;

	constructor(page: Page) {
		this.page = page;
		this.lockedTitle = page.getByRole('heading', { name: message('passphrase.locked-title'), level: 1 });
		this.field = page.getByLabel(message('passphrase.field'), { exact: true });
		this.newArchiveName = page.getByLabel(message('passphrase.new-archive-name'), { exact: true });
		this.newField = page.getByLabel(message('passphrase.new'), { exact: true });
		this.againField = page.getByLabel(message('package.export.passphrase-again'), { exact: true });
		this.openButton = page.getByRole('button', { name: message('passphrase.open'), exact: true });
		this.makeButton = page.getByRole('button', { name: message('passphrase.make'), exact: true });
		this.currentField = page.getByLabel(message('passphrase.current'), { exact: true });
		this.leftList = page.getByRole('dialog').getByRole('list');
		this.removeLeftButton = page.getByRole('dialog').getByRole('button', { name: leftButton });
		this.error = page.getByRole('alert');
	}

	confirmation(name: string): Locator {
		return this.page.getByRole('textbox', { name: message('passphrase.confirm', { name }) });
	}

	/** On the settings page, and then in its dialog. */
	changeButton(kind: 'set' | 'change' | 'remove'): Locator {
		return this.page.getByRole('button', { name: message(`passphrase.${kind}`), exact: true });
	}

	/** Fills in what a new passphrase takes. */
	async choose(passphrase: string, name: string): Promise<void> {
		await this.newField.fill(passphrase);
		await this.againField.fill(passphrase);
		await this.confirmation(name).fill(name);
	}

	async unlock(passphrase: string): Promise<void> {
		await this.field.fill(passphrase);
		await this.openButton.click();
	}
}
