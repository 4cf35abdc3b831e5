import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Recognising the text of pictures: the way to it, and the dialog that asks for the language. */
export class Recognition {
	readonly offer: Locator;
	readonly dialog: Locator;
	readonly startButton: Locator;
	/** Words of the text that were recognised with doubt. */
	readonly doubtful: Locator;

	constructor(page: Page) {
		this.offer = page.getByRole('article').getByRole('button', { name: message('command.recognition.start') });
		this.dialog = page.getByRole('dialog', { name: message('recognition.title') });
		this.startButton = this.dialog.getByRole('button', { name: message('recognition.start-now'), exact: true });
		this.doubtful = page.getByRole('article').locator('mark[title]');
	}
}
