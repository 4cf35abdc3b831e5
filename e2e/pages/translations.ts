import type { Locator, Page } from '@playwright/test';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** Texts in other languages: what is asked, the list, and the languages under a title. */
export class Translations {
	readonly page: Page;
	readonly table: Locator;
	/** Under the title of a text. */
	readonly texts: Locator;
	/** A translation that is being typed. */
	readonly pane: Locator;
	readonly field: Locator;
	/** Who translates what is typed. */
	readonly translator: Locator;

	constructor(page: Page) {
		this.page = page;
		this.table = page.getByRole('table');
		this.texts = page.getByRole('navigation', { name: message('translations.texts') });
		this.pane = page.getByRole('region', { name: message('writing.translation.pane'), exact: true });
		this.field = this.pane.getByRole('textbox', { name: message('writing.translation.text'), exact: true });
		this.translator = this.pane.getByRole('textbox', { name: message('translations.translator'), exact: true });
	}

	dialog(name: MessageKey): Locator {
		return this.page.getByRole('dialog', { name: message(name as 'translations.ask-title'), exact: true });
	}

	row(title: string): Locator {
		return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title, exact: true }) });
	}

	async chooseLanguage(dialog: Locator, name: string): Promise<void> {
		await dialog.getByRole('button', { name: message('translations.language') }).click();
		await this.page.getByRole('option', { name, exact: true }).click();
	}
}
