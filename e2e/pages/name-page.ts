import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

type MentionFilter = 'likely' | 'open' | 'part' | 'confirmed' | 'rejected';
type Part = 'mentions' | 'together' | 'documents' | 'connections';

/** The page of one name. */
export class NamePage {
	readonly page: Page;
	readonly main: Locator;
	readonly title: Locator;
	readonly mentions: Locator;

	constructor(page: Page) {
		this.page = page;
		this.main = page.getByRole('main');
		this.title = this.main.getByRole('heading', { level: 1 });
		this.mentions = this.main.getByRole('list', { name: message('names.mentions'), exact: true });
	}

	/** From the list of names, where the name is chosen. */
	get openLink(): Locator {
		return this.page.getByRole('link', { name: message('names.open-page'), exact: true });
	}

	tab(part: Part): Locator {
		return this.main.getByRole('tab', { name: new RegExp(`^${message(`names.${part}`)}`) });
	}

	get panel(): Locator {
		return this.main.getByRole('tabpanel');
	}

	mention(text: string): Locator {
		return this.mentions.getByRole('listitem').filter({ hasText: text });
	}

	filter(filter: MentionFilter, count: number): Locator {
		const label = message(`names.mentions.filter.${filter}`);
		return this.main.getByRole('button', { name: message('filter.counted', { label, count }), exact: true });
	}

	/** Says that the family name by itself is a form of the name. */
	addPartButton(words: string): Locator {
		return this.main.getByRole('button', { name: message('names.mentions.part.add', { words }), exact: true });
	}

	confirmButton(text: string, name: string): Locator {
		return this.mention(text).getByRole('button', { name: message('names.mentions.confirm', { name }), exact: true });
	}

	rejectButton(text: string, name: string): Locator {
		return this.mention(text).getByRole('button', { name: message('names.mentions.reject', { name }), exact: true });
	}
}

/** Words of the texts that may be names. */
export class SuggestedNames {
	readonly page: Page;
	readonly list: Locator;

	constructor(page: Page) {
		this.page = page;
		this.list = page.getByRole('list', { name: message('names.suggestions'), exact: true });
	}

	get openLink(): Locator {
		return this.page.getByRole('link', { name: message('names.suggestions'), exact: true });
	}

	get lookButton(): Locator {
		return this.page.getByRole('button', { name: message('names.suggestions.look'), exact: true });
	}

	item(text: string): Locator {
		return this.list.getByRole('listitem').filter({ hasText: text });
	}

	button(action: 'accept-name' | 'form-of-name' | 'reject-name', name: string): Locator {
		return this.list.getByRole('button', { name: message(`names.suggestions.${action}`, { name }), exact: true });
	}

	/** In the dialog that asks of which name it is a form. */
	get picker(): Locator {
		return this.page.getByRole('dialog').getByRole('combobox', { name: message('names.suggestions.find') });
	}
}

/** Sources that are cited and not held. */
export class WantedSources {
	readonly page: Page;
	readonly grid: Locator;
	readonly details: Locator;

	constructor(page: Page) {
		this.page = page;
		this.grid = page.getByRole('grid', { name: message('sources.title'), exact: true });
		this.details = page.getByRole('article');
	}

	row(title: string): Locator {
		return this.grid.getByRole('row').filter({ hasText: title });
	}

	get status(): Locator {
		return this.details.getByRole('button', { name: new RegExp(`${message('sources.status')}$`) });
	}

	async choose(status: 'wanted' | 'asked' | 'refused' | 'obtained'): Promise<void> {
		await this.status.click();
		await this.page.getByRole('option', { name: message(`sources.status.${status}`), exact: true }).click();
	}

	filter(filter: 'open' | 'asked' | 'obtained' | 'all'): Locator {
		return this.page
			.getByRole('group', { name: message('sources.status') })
			.getByRole('button', { name: message(`sources.filter.${filter}`), exact: true });
	}
}
