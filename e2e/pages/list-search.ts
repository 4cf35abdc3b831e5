import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

type Column = 'term' | 'hits' | 'records' | 'how';

/** Search from a list: the file, how far it is, and the table. */
export class ListSearch {
	readonly page: Page;
	readonly table: Locator;
	readonly rows: Locator;
	readonly status: Locator;
	readonly cancelButton: Locator;
	readonly saveButton: Locator;

	constructor(page: Page) {
		this.page = page;
		const main = page.getByRole('main');
		this.table = page.getByRole('grid', { name: message('list-search.table') });
		this.rows = this.table.locator('[aria-selected]');
		this.status = main.getByRole('status');
		this.cancelButton = main.getByRole('button', { name: message('dialog.cancel') });
		this.saveButton = main.getByRole('button', { name: message('list-search.save') });
	}

	async choose(file: string): Promise<void> {
		await this.page.locator('main input[type="file"]').setInputFiles(file);
	}

	async chooseText(name: string, text: string): Promise<void> {
		const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
		await this.page.locator('main input[type="file"]').setInputFiles(file);
	}

	/** The cells of one row: term, hits, records, best match, and the records themselves. */
	cells(term: string): Locator {
		return this.rows.filter({ has: this.page.getByText(term, { exact: true }) }).getByRole('gridcell');
	}

	async sortBy(column: Column): Promise<void> {
		await this.table.getByRole('button', { name: message(`list-search.column.${column}`) }).click();
	}
}
