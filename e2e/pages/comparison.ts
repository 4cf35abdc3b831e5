import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Two editions of a record beside each other. */
export class Comparison {
	readonly page: Page;
	readonly passages: Locator;
	readonly rows: Locator;

	constructor(page: Page) {
		this.page = page;
		this.passages = page.getByRole('region', { name: message('compare.passages') });
		this.rows = this.passages.getByRole('listitem');
	}

	get removed(): Locator {
		return this.passages.getByRole('deletion');
	}

	get added(): Locator {
		return this.passages.getByRole('insertion');
	}

	get showAll(): Locator {
		return this.page.getByRole('switch', { name: message('compare.show-all') });
	}

	notes(row: Locator): Locator {
		return row.getByRole('link');
	}
}
