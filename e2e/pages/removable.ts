import type { Locator, Page } from '@playwright/test';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';

/** An archive on a medium that others own, or that is taken away. */
export class Removable {
	readonly page: Page;
	/** In the banner of an archive that takes no writes. */
	readonly takeNotes: Locator;
	readonly goOn: Locator;
	readonly safe: Locator;
	/** Safe or not. */
	readonly answer: Locator;
	readonly openAgain: Locator;

	constructor(page: Page) {
		this.page = page;
		this.takeNotes = page.getByRole('button', { name: message(commandTitleKey('notes.side')) });
		this.goOn = page.getByRole('button', { name: message('side-notes.go-on') });
		this.safe = page.getByRole('alertdialog', { name: message('unplug.safe') });
		this.answer = this.safe.or(page.getByRole('alertdialog', { name: message('unplug.not-safe') }));
		this.openAgain = this.safe.getByRole('button', { name: message('unplug.open-again') });
	}
}
