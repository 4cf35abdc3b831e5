import type { Locator, Page } from '@playwright/test';
import type { Purpose } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';

/** All annotations of the archive. */
export class AnnotationsPage {
	readonly list: Locator;
	readonly rows: Locator;
	readonly filter: Locator;

	constructor(page: Page) {
		this.list = page.getByRole('grid', { name: message('annotations.title') });
		this.rows = this.list.getByRole('row');
		this.filter = page.getByRole('search', { name: message('annotations.filter') });
	}

	purposeChip(purpose: Purpose): Locator {
		return this.filter.getByRole('button', { name: message(`purpose.${purpose}`), exact: true });
	}
}
