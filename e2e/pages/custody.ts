import type { Locator, Page } from '@playwright/test';
import type { CustodyKind } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';

/** The custody log: its head, its check, and its entries. */
export class CustodyPage {
	readonly entries: Locator;
	readonly head: Locator;
	readonly writtenHead: Locator;
	readonly checkButton: Locator;
	readonly words: Locator;
	readonly exportButton: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		const main = page.getByRole('main');
		this.entries = main.getByRole('list', { name: message('custody.entries') }).getByRole('listitem');
		this.head = main.locator('code').first();
		this.writtenHead = main.getByLabel(message('custody.written-head'));
		this.checkButton = main.getByRole('button', { name: message('custody.check') });
		this.words = main.getByLabel(message('custody.words'));
		this.exportButton = main.getByRole('button', { name: message('custody.export') });
	}

	result(words: string): Locator {
		return this.#page.getByRole('status').getByText(words, { exact: true });
	}

	/** Null for entries of every kind. */
	async chooseKind(kind: CustodyKind | null): Promise<void> {
		const filters = this.#page.getByRole('group', { name: message('custody.filter') });
		await filters.getByRole('button').click();
		const name = kind ? message(`custody.kind.${kind}`) : message('custody.all-kinds');
		await this.#page.getByRole('option', { name, exact: true }).click();
	}
}
