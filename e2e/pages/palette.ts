import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import { chordOf } from './keys.ts';

/** Go to, or do: Ctrl+K. */
export class Palette {
	readonly page: Page;
	readonly dialog: Locator;
	readonly field: Locator;
	readonly entries: Locator;

	constructor(page: Page) {
		this.page = page;
		this.dialog = page.getByRole('dialog', { name: message('palette.title') });
		this.field = this.dialog.getByPlaceholder(message('palette.placeholder'));
		this.entries = this.dialog.getByRole('option');
	}

	async open(): Promise<void> {
		await this.page.keyboard.press(chordOf('palette.open'));
	}

	entry(title: string): Locator {
		return this.entries.filter({ hasText: title });
	}

	/** Those that reach beyond the list or have words that are not seen in full. */
	cutOffEntries(): Promise<string[]> {
		return this.entries.evaluateAll((entries) =>
			entries
				.filter((entry) =>
					[entry, ...entry.querySelectorAll('*')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1),
				)
				.map(({ textContent }) => textContent),
		);
	}

	/** Opens it, types, and takes the first of what fits that is called so. */
	async goTo(title: string): Promise<void> {
		await this.open();
		await this.field.fill(title);
		await this.entry(title).first().click();
	}
}
