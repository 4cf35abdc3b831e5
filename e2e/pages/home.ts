import type { Locator, Page } from '@playwright/test';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';

/** Home's key, and sealing for it. */
export class Home {
	readonly makeKey: Locator;
	/** Every place in which a public key is shown whole. */
	readonly keys: Locator;
	readonly chooseWhere: Locator;
	readonly sealed: Locator;
	readonly remove: Locator;
	readonly confirmRemoving: Locator;
	readonly removed: Locator;
	readonly asking: Locator;
	/** Where a merge asks for the key. */
	readonly secretKey: Locator;
	readonly chooseKeyFile: Locator;

	constructor(page: Page) {
		this.makeKey = page.getByRole('button', { name: message('home.make') });
		this.keys = page.getByRole('code');
		this.asking = page.getByRole('dialog', { name: message(commandTitleKey('archive.seal')) });
		this.chooseWhere = this.asking.getByRole('button', { name: message('backup.start') });
		this.sealed = page.getByRole('dialog', { name: message('home.sealed.title') });
		this.remove = this.sealed.getByRole('button', { name: message('home.remove') });
		this.confirmRemoving = page
			.getByRole('alertdialog', { name: message('home.remove.title') })
			.getByRole('button', { name: message('home.remove.do') });
		this.removed = page.getByRole('alertdialog', { name: message('home.removed.title') });
		this.secretKey = page.getByLabel(message('merge.key.field'));
		this.chooseKeyFile = page.getByRole('button', { name: message('merge.key.choose') });
	}
}
