import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** The short tour, and the two places from which it is begun. */
export class Tour {
	/** In the welcome above the library. */
	readonly offer: Locator;
	/** On the help page. */
	readonly helpButton: Locator;
	readonly step: Locator;
	readonly doneButton: Locator;

	constructor(page: Page) {
		const begin = { name: message('command.help.tour') };
		this.offer = page.getByRole('region', { name: message('welcome.title') }).getByRole('button', begin);
		this.helpButton = page.getByRole('main').getByRole('button', begin);
		this.step = page.getByRole('dialog');
		this.doneButton = this.step.getByRole('button', { name: message('tour.done') });
	}
}
