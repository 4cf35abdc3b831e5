import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Withdrawing for good: the dialog that asks, and what was withdrawn, on the page of the custody log. */
export class Purge {
	readonly dialog: Locator;
	readonly reason: Locator;
	readonly word: Locator;
	readonly confirmButton: Locator;
	readonly withdrawn: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.dialog = page.getByRole('alertdialog');
		this.reason = this.dialog.getByRole('textbox', { name: message('purge.reason') });
		this.word = this.dialog.getByRole('textbox', { name: message('purge.type', { word: message('purge.word') }) });
		this.confirmButton = this.dialog.getByRole('button', { name: message('purge.do') });
		this.withdrawn = page.getByRole('region', { name: message('withdrawals.title') });
	}

	/** For the rows that are chosen in the library. */
	async ask(count: number): Promise<void> {
		await this.#page.getByRole('button', { name: message('library.with-selected', { count }) }).click();
		await this.#page.getByRole('menuitem', { name: message('command.records.withdraw') }).click();
	}
}
