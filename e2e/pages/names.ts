import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** People and places. */
export class Names {
	readonly list: Locator;
	readonly options: Locator;
	readonly findField: Locator;
	readonly details: Locator;
	readonly forms: Locator;

	constructor(page: Page) {
		this.list = page.getByRole('listbox', { name: message('names.list') });
		this.options = this.list.getByRole('option');
		this.findField = page.getByRole('textbox', { name: message('names.find') });
		this.details = page.getByRole('complementary', { name: message('pane.inspector') }).getByRole('article');
		this.forms = this.details
			.locator('section')
			.filter({ has: page.getByRole('heading', { name: message('names.forms') }) })
			.getByRole('listitem');
	}

	option(text: string): Locator {
		return this.options.filter({ hasText: text });
	}
}
