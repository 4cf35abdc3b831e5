import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** What asks for a passphrase: the locked window, and dialogs. */
export class Passphrase {
	readonly page: Page;
	readonly lockedTitle: Locator;
	readonly field: Locator;
	readonly newField: Locator;
	readonly againField: Locator;
	readonly openButton: Locator;
	readonly makeButton: Locator;
	readonly error: Locator;

	constructor(page: Page) {
		this.page = page;
		this.lockedTitle = page.getByRole('heading', { name: message('passphrase.locked-title'), level: 1 });
		this.field = page.getByLabel(message('passphrase.field'), { exact: true });
		this.newField = page.getByLabel(message('passphrase.new'), { exact: true });
		this.againField = page.getByLabel(message('package.export.passphrase-again'), { exact: true });
		this.openButton = page.getByRole('button', { name: message('passphrase.open'), exact: true });
		this.makeButton = page.getByRole('button', { name: message('passphrase.make'), exact: true });
		this.error = page.getByRole('alert');
	}

	confirmation(name: string): Locator {
		return this.page.getByRole('textbox', { name: message('passphrase.confirm', { name }) });
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
