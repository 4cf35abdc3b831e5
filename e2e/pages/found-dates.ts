import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** The actions of a date that name its words. */
type Action = 'new-event-on' | 'other-event-of' | 'record-date-of' | 'reject-words' | 'readmit-words';

/** The dates in the text of a record. */
export class FoundDatesPage {
	readonly page: Page;
	readonly main: Locator;
	readonly list: Locator;
	readonly items: Locator;

	constructor(page: Page) {
		this.page = page;
		this.main = page.getByRole('main');
		this.list = this.main.getByRole('list', { name: message('found-dates.title'), exact: true });
		this.items = this.list.getByRole('listitem');
	}

	/** In the inspector of the record. */
	get openButton(): Locator {
		return this.page.getByRole('button', { name: message('command.dates.find'), exact: true });
	}

	get againButton(): Locator {
		return this.main.getByRole('button', { name: message('found-dates.again'), exact: true });
	}

	filter(filter: 'open' | 'used' | 'rejected', count: number): Locator {
		const label = message(`found-dates.filter.${filter}`);
		return this.main.getByRole('button', { name: message('filter.counted', { label, count }), exact: true });
	}

	item(words: string): Locator {
		return this.items.filter({ has: this.page.locator('mark').getByText(words, { exact: true }) });
	}

	button(action: Action, words: string): Locator {
		return this.main.getByRole('button', { name: message(`found-dates.${action}`, { words }), exact: true });
	}

	/** What a date may mean, where its words do not tell. */
	async chooseReading(words: string, reading: string): Promise<void> {
		await this.item(words)
			.getByRole('button', { name: new RegExp(`${message('found-dates.reading-of', { words })}$`) })
			.click();
		await this.page.getByRole('option', { name: reading, exact: true }).click();
	}

	/** The link of the first date. */
	get firstLink(): Locator {
		return this.items.first().getByRole('link');
	}

	/** In the dialog that asks which event is meant. */
	get eventPicker(): Locator {
		return this.page.getByRole('dialog').getByRole('combobox', { name: message('found-dates.find-event') });
	}
}
