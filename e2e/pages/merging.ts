import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Merging from another copy or a package. */
export class Merging {
	readonly page: Page;
	readonly mergeButton: Locator;
	readonly undoButton: Locator;
	readonly things: Locator;
	readonly passphrase: Locator;
	readonly openPackage: Locator;
	readonly retryButton: Locator;

	constructor(page: Page) {
		this.page = page;
		const main = page.getByRole('main');
		this.mergeButton = main.getByRole('button', { name: message('merge.do'), exact: true });
		this.undoButton = main.getByRole('button', { name: message('command.history.undo') });
		this.things = main.getByRole('region', { name: message('merge.things') }).getByRole('listitem');
		this.passphrase = main.getByLabel(message('merge.passphrase'));
		this.retryButton = main.getByRole('button', { name: message('error-notice.retry') });
		this.openPackage = main.getByRole('button', { name: message('merge.open-package'), exact: true });
	}

	get title(): Locator {
		return this.page.getByRole('main').getByRole('heading', { level: 1 });
	}
}
