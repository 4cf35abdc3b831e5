import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** All events, in order where there is one. */
export class Chronology {
	readonly heading: Locator;
	readonly events: Locator;

	constructor(page: Page) {
		const main = page.getByRole('main');
		this.heading = main.getByRole('heading', { name: message('chronology.title'), level: 1 });
		this.events = main.locator('ol > li');
	}

	event(title: string): Locator {
		return this.events.filter({ hasText: title });
	}
}
