import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** The dialog that writes a reading copy. */
export class ReadingCopyExport {
	readonly dialog: Locator;
	readonly startButton: Locator;

	constructor(page: Page) {
		this.dialog = page.getByRole('dialog', { name: message('reading-copy.export.title') });
		this.startButton = this.dialog.getByRole('button', { name: message('package.export.start') });
	}
}
