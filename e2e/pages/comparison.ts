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

	/** What became of how many passages and pictures. */
	get counts(): Locator {
		return this.page.getByRole('main').getByRole('status').first();
	}

	/** Those that have come, on both sides. */
	pictures(name: string): Locator {
		return this.passages.getByRole('img', { name, exact: true });
	}

	/** How many rows reach into the one that follows. */
	overlappingRows(): Promise<number> {
		return this.rows.evaluateAll(
			(rows) =>
				rows.filter((row, at) => {
					const next = rows[at + 1];
					return next && row.getBoundingClientRect().bottom > next.getBoundingClientRect().top + 1;
				}).length,
		);
	}

	notes(row: Locator): Locator {
		return row.locator('a[data-purpose]');
	}

	/** What leads from a row to its passage in the text before or after. */
	toText(row: Locator, side: 'old' | 'new'): Locator {
		return row.getByRole('link', { name: new RegExp(`^${message(`compare.${side}`)} ¶`) });
	}
}
