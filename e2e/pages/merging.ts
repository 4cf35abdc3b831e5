import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Merging from another copy, and the texts that stand in two wordings after it. */
export class Merging {
	readonly page: Page;
	readonly mergeButton: Locator;
	readonly undoButton: Locator;
	readonly things: Locator;
	readonly conflicts: Locator;
	readonly passphrase: Locator;
	readonly openPackage: Locator;

	constructor(page: Page) {
		this.page = page;
		const main = page.getByRole('main');
		this.mergeButton = main.getByRole('button', { name: message('merge.do'), exact: true });
		this.undoButton = main.getByRole('button', { name: message('command.history.undo') });
		this.things = main.getByRole('region', { name: message('merge.things') }).getByRole('listitem');
		this.conflicts = main.getByRole('article');
		this.passphrase = main.getByLabel(message('merge.passphrase'));
		this.openPackage = main.getByRole('button', { name: message('merge.open-package'), exact: true });
	}

	get title(): Locator {
		return this.page.getByRole('main').getByRole('heading', { level: 1 });
	}

	async showConflicts(): Promise<void> {
		await this.page.getByRole('link', { name: message('conflicts.show') }).click();
	}

	/** Takes the wording that is kept beside the one that stands. */
	async takeKept(conflict: Locator): Promise<void> {
		const kept = conflict.getByRole('region', { name: message('conflicts.kept') });
		await kept.getByRole('button', { name: message('conflicts.keep') }).click();
	}
}
