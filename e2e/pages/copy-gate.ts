import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** The page that asks for the passphrase of an encrypted reading copy, and the sentence where parts of one are missing. */
export class CopyGate {
	readonly field: Locator;
	readonly language: Locator;
	readonly problem: Locator;
	/** Of a page whose program is not there. */
	readonly missing: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.field = page.locator('input[type=password]');
		this.language = page.getByRole('combobox');
		this.problem = page.getByRole('alert');
		this.missing = page.getByText(message('reading-copy.page.missing'));
	}

	async enter(passphrase: string): Promise<void> {
		await this.field.fill(passphrase);
		await this.#page.keyboard.press('Enter');
	}
}
