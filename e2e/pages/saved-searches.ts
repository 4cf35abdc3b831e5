import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Searches that are kept: the button that keeps one, their list, and what is said above the hits of one. */
export class SavedSearches {
	readonly page: Page;
	readonly saveButton: Locator;
	readonly list: Locator;
	readonly entries: Locator;
	readonly onlyFresh: Locator;

	constructor(page: Page) {
		this.page = page;
		this.saveButton = page.getByRole('main').getByRole('button', { name: message('saved-search.save') });
		this.list = page.getByRole('navigation', { name: message('saved-search.list') });
		this.entries = this.list.getByRole('listitem');
		this.onlyFresh = page.getByRole('button', { name: message('saved-search.only-fresh') });
	}

	/** Keeps the search of now under a name. */
	async save(name: string): Promise<void> {
		await this.saveButton.click();
		await this.nameField.fill(name);
		await this.page.keyboard.press('Enter');
	}

	get nameField(): Locator {
		return this.page.getByRole('dialog').getByRole('textbox', { name: message('saved-search.name') });
	}

	entry(name: string): Locator {
		return this.entries.filter({ hasText: name });
	}

	fresh(name: string, count: number): Locator {
		return this.entry(name).getByText(message('saved-search.fresh', { count }), { exact: true });
	}

	async choose(name: string, what: 'saved-search.rename' | 'saved-search.remove'): Promise<void> {
		await this.list.getByRole('button', { name: message('saved-search.menu', { name }) }).click();
		await this.page.getByRole('menuitem', { name: message(what) }).click();
	}
}
