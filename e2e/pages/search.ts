import type { Locator, Page } from '@playwright/test';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** The search page: hits, facets, the hit in context. */
export class Search {
	readonly page: Page;
	readonly box: Locator;
	readonly hits: Locator;
	readonly options: Locator;
	readonly preview: Locator;
	readonly facets: Locator;

	constructor(page: Page) {
		this.page = page;
		this.box = page.getByRole('searchbox', { name: message('search.label') });
		this.hits = page.getByRole('listbox', { name: message('search.results') });
		this.options = this.hits.getByRole('option');
		this.preview = page.getByRole('region', { name: message('search.preview') });
		this.facets = page.getByRole('region', { name: message('search.facets') });
	}

	/** The hit in one numbered paragraph of a record. */
	hit(title: string, paragraph: number): Locator {
		return this.options
			.filter({ hasText: title })
			.filter({ hasText: new RegExp(`${message('search.hit.number', { number: paragraph })}(?!\\d)`) });
	}

	async paste(text: string): Promise<void> {
		await this.box.focus();
		await this.box.evaluate((element, pasted) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', pasted);
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, text);
	}

	/** Shows a hit in context; a click on the one that is shown already would open it. */
	async select(hit: Locator): Promise<void> {
		if ((await hit.getAttribute('aria-selected')) !== 'true') await hit.click();
	}

	/** The first marked word. */
	markIn(part: Locator): Locator {
		return part.locator('mark').first();
	}

	get openButton(): Locator {
		return this.preview.getByRole('button').first();
	}

	/** Of a hit: what can be done with the words that were found. */
	hitMenu(words: string): Locator {
		return this.page.getByRole('menu', { name: message('search.found-words', { words }) });
	}

	/** What of the query cannot be read. */
	get problems(): Locator {
		return this.page.getByRole('status', { name: message('query.problem') });
	}

	get helpButton(): Locator {
		return this.page.getByRole('button', { name: message('search.help'), exact: true });
	}

	get help(): Locator {
		return this.page.getByRole('dialog', { name: message('search.help') });
	}

	facet(title: Extract<MessageKey, `search.facet.${string}`>, value: string): Locator {
		return this.facets.getByRole('group', { name: message(title) }).getByRole('checkbox', { name: value });
	}

	/** The chip that switches a kind of match off and on. */
	matchToggle(how: 'form' | 'near' | 'script' | 'alias'): Locator {
		return this.page
			.getByRole('group', { name: message('search.match.toggles') })
			.getByRole('button', { name: new RegExp(`^${message(`search.match.${how}`)}`) });
	}

	/** One end of the span of years, over the bars. */
	yearEnd(end: 'first' | 'last'): Locator {
		return this.facets.getByRole('slider', { name: message(`search.facet.${end}-year`) });
	}

	get histogram(): Locator {
		return this.facets.getByRole('img');
	}

	get heading(): Locator {
		return this.page.getByRole('main').getByRole('heading', { level: 1 });
	}

	/** Chooses an order, and waits until the hits stand in it. */
	async sortBy(sort: 'best' | 'newest' | 'oldest' | 'record'): Promise<void> {
		const main = this.page.getByRole('main');
		const order = main.getByRole('button', { name: message('search.sort') });
		await order.click();
		await this.page.getByRole('option', { name: message(`search.sort.${sort}`), exact: true }).click();
		await order.filter({ hasText: message(`search.sort.${sort}`) }).waitFor();
		await main.locator('[aria-busy="false"]').filter({ has: this.hits }).waitFor();
	}

	/** "Nothing found for …". */
	nothingFound(text: string): Locator {
		return this.page.getByRole('heading', { name: message('search.empty.title', { text }) });
	}
}
