import type { Locator, Page } from '@playwright/test';
import type { QuoteFormat } from '#shared/domain/quote.ts';
import type { CardFormat } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';

/** Quotations gathered in folders. */
export class QuotesPage {
	readonly list: Locator;
	readonly emptyTitle: Locator;
	readonly style: Locator;
	readonly folder: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.list = page.getByRole('main').getByRole('grid');
		this.emptyTitle = page.getByRole('heading', { name: message('quotes.empty.title') });
		this.style = page.getByRole('button', { name: message('citation.style') });
		this.folder = page.getByRole('button', { name: new RegExp(`${message('quotes.folder')}$`) });
	}

	get quotes(): Locator {
		return this.list.getByRole('row');
	}

	quote(words: string): Locator {
		return this.quotes.filter({ hasText: words });
	}

	/** From its beginning: a longer quotation may have the same words in its midst. */
	quoteOf(words: string): Locator {
		return this.list.getByRole('row', { name: new RegExp(`^${words.replace(/[^\p{L}\s]/gu, '\\$&')}`, 'u') });
	}

	async chooseStyle(style: 'chicago' | 'gost' | 'armenian' | 'short'): Promise<void> {
		await this.style.click();
		await this.#page.getByRole('option', { name: message(`citation.style.${style}`), exact: true }).click();
	}

	async act(quote: Locator, action: 'copy' | 'edit-note' | 'move-up' | 'move-down' | 'remove'): Promise<void> {
		await quote.getByRole('button', { name: message(`quotes.${action}`), exact: true }).click();
	}

	async actOnFolder(action: 'new-folder' | 'rename-folder' | 'remove-folder'): Promise<void> {
		await this.#page.getByRole('button', { name: message('quotes.folder-actions') }).click();
		await this.#page.getByRole('menuitem', { name: message(`quotes.${action}`), exact: true }).click();
	}

	/** Answers the dialog for a note or a name. */
	async write(label: 'note' | 'folder-name', text: string): Promise<void> {
		const dialog = this.#page.getByRole('dialog');
		await dialog.getByRole('textbox', { name: message(`quotes.${label}`) }).fill(text);
		await dialog.getByRole('button', { name: message('dialog.save'), exact: true }).click();
	}

	/** In the dialog that shows a card. */
	get card(): Locator {
		return this.#page.getByRole('dialog', { name: message('quotes.card-title'), exact: true });
	}

	/** What compares a card with the archive. */
	get proof(): Locator {
		return this.#page.getByRole('dialog', { name: message('card.proof-title') });
	}

	/** From the page of quotations, or any other view that has its button. */
	async askForCard(within: Locator): Promise<void> {
		await within.getByRole('button', { name: message('quotes.card-button'), exact: true }).click();
		await this.card.getByRole('img').waitFor();
	}

	async saveCard(format: CardFormat): Promise<void> {
		await this.card.getByRole('button', { name: message('dialog.export-format') }).click();
		await this.#page.getByRole('option', { name: message(`quotes.card-format.${format}`), exact: true }).click();
		await this.card.getByRole('button', { name: message('dialog.export'), exact: true }).click();
	}

	async prove(file: string): Promise<void> {
		const chooser = this.#page.waitForEvent('filechooser');
		await this.#page.getByRole('button', { name: message('command.quotes.prove'), exact: true }).click();
		await (await chooser).setFiles(file);
	}

	async export(format: QuoteFormat): Promise<void> {
		await this.#page.getByRole('button', { name: message('quotes.export'), exact: true }).click();
		const dialog = this.#page.getByRole('dialog', { name: message('quotes.export-title') });
		await dialog.getByRole('button', { name: message('dialog.export-format') }).click();
		await this.#page.getByRole('option', { name: message(`quotes.export-format.${format}`), exact: true }).click();
		await dialog.getByRole('button', { name: message('dialog.export'), exact: true }).click();
	}
}
