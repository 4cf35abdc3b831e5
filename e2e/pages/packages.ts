import type { Locator, Page } from '@playwright/test';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** The dialogs that write and check packages. */
export class Packages {
	readonly page: Page;
	readonly dialog: Locator;
	readonly start: Locator;
	readonly goes: Locator;
	readonly stays: Locator;
	readonly passphrase: Locator;
	readonly passphraseAgain: Locator;
	readonly checkDialog: Locator;
	readonly chooseFolder: Locator;
	readonly chooseFile: Locator;
	/** Opens what is encrypted with the key that was given. */
	readonly openToCheck: Locator;
	readonly checkAgain: Locator;
	readonly lookInto: Locator;
	readonly redacted: Locator;
	readonly found: Locator;
	readonly leaveOut: Locator;
	readonly letGo: Locator;

	constructor(page: Page) {
		this.page = page;
		this.dialog = page.getByRole('dialog', { name: message('package.export.title') });
		this.start = this.dialog.getByRole('button', { name: message('package.export.start') });
		this.goes = this.#list('package.export.goes');
		this.stays = this.#list('package.export.stays');
		this.passphrase = this.dialog.getByLabel(message('package.export.passphrase'), { exact: true });
		this.passphraseAgain = this.dialog.getByLabel(message('package.export.passphrase-again'));
		this.checkDialog = page.getByRole('dialog', { name: message('package.check.title') });
		this.chooseFolder = this.checkDialog.getByRole('button', { name: message('package.check.choose-folder') });
		this.chooseFile = this.checkDialog.getByRole('button', { name: message('package.check.choose-file') });
		this.openToCheck = this.checkDialog.getByRole('button', { name: message('merge.open-package'), exact: true });
		this.checkAgain = this.checkDialog.getByRole('button', { name: message('package.check.again') });
		this.lookInto = this.checkDialog.getByRole('button', { name: message('package.check.look-into') });
		this.redacted = this.#list('package.redacted.title');
		this.found = this.#list('package.sweep.hint').getByRole('listitem');
		this.leaveOut = this.dialog.getByRole('button', { name: message('package.sweep.leave-out', { count: 1 }) });
		this.letGo = this.dialog.getByRole('button', { name: message('package.sweep.anyway') });
	}

	/** Takes an option of one of the dialog's choices. */
	async choose(field: MessageKey, option: MessageKey): Promise<void> {
		await this.dialog.getByRole('button', { name: message(field) }).click();
		await this.page.getByRole('option', { name: message(option) }).click();
	}

	#list(title: MessageKey): Locator {
		return this.dialog.locator('section').filter({ hasText: message(title) });
	}
}
