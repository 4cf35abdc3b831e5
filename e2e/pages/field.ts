import type { Locator, Page } from '@playwright/test';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';

/** What keeps nothing on the device, what is needed without a network, and backups. */
export class Field {
	readonly page: Page;
	/** Stands in place of the library where no archive is open. */
	readonly noArchive: Locator;
	readonly confirmation: Locator;
	readonly confirmButton: Locator;
	readonly removeCopies: Locator;
	readonly backupDialog: Locator;
	readonly chooseWhere: Locator;
	readonly readiness: Locator;
	readonly parts: Locator;

	constructor(page: Page) {
		this.page = page;
		this.noArchive = page.getByRole('heading', { name: message('archive.none'), level: 1 });
		this.confirmation = page.getByRole('alertdialog', { name: message('field.confirm-title') });
		this.confirmButton = this.confirmation.getByRole('button', { name: message('field.confirm') });
		this.removeCopies = page.getByRole('button', { name: message('field.remove-copies') });
		this.backupDialog = page.getByRole('dialog', { name: message(commandTitleKey('archive.backup')) });
		this.chooseWhere = this.backupDialog.getByRole('button', { name: message('backup.start') });
		this.readiness = page.getByRole('dialog', { name: message(commandTitleKey('device.ready')) });
		this.parts = this.readiness.getByRole('listitem');
	}

	/** By its words: the switch itself is drawn over. */
	async toggle(): Promise<void> {
		await this.page.getByText(message('field.switch'), { exact: true }).click();
	}
}
