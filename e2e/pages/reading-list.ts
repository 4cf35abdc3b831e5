import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Records that were kept to be read, and those that were read lately. */
export class ReadingList {
	readonly kept: Locator;
	readonly recent: Locator;
	/** What is said while none is kept. */
	readonly empty: Locator;

	constructor(page: Page) {
		this.kept = page.getByRole('list', { name: message('reading-list.title') });
		this.recent = page.getByRole('list', { name: message('reading-list.recent') });
		this.empty = page.getByText(message('reading-list.empty'));
	}
}
