import type { Locator, Page } from '@playwright/test';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { ExportFormat } from '#shared/domain/annotation-transfer.ts';
import { message } from '#shared/messages/messages.ts';

/** All annotations of the archive. */
export class AnnotationsPage {
	readonly list: Locator;
	readonly rows: Locator;
	readonly filter: Locator;
	readonly importButton: Locator;
	readonly exportButton: Locator;
	/** What can be done with the chosen ones. */
	readonly selection: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.importButton = page.getByRole('button', { name: message('annotations.import'), exact: true });
		this.exportButton = page.getByRole('button', { name: message('annotations.export'), exact: true });
		this.selection = page.getByRole('region', { name: message('annotations.selected') });
		this.list = page.getByRole('grid', { name: message('annotations.title') });
		this.rows = this.list.getByRole('row');
		this.filter = page.getByRole('search', { name: message('annotations.filter') });
	}

	row(words: string): Locator {
		return this.rows.filter({ hasText: words });
	}

	/** Chooses from one of the filter's lists. */
	async narrow(
		list: 'annotations.filter-state' | 'annotations.filter-author' | 'annotations.filter-record' | 'annotations.order',
		value: string,
	): Promise<void> {
		await this.filter.getByRole('button', { name: message(list) }).click();
		await this.#page.getByRole('option', { name: value, exact: true }).click();
	}

	get words(): Locator {
		return this.filter.getByRole('textbox', { name: message('annotations.filter-words') });
	}

	/** The first of the two days. */
	get since(): Locator {
		return this.filter.getByRole('textbox', { name: message('annotations.filter-since') });
	}

	/** What is chosen in the lists of the filter and cannot be read in full. */
	cutOffChoices(): Promise<string[]> {
		return this.filter
			.locator('button[aria-haspopup="listbox"] *')
			.evaluateAll((parts) =>
				parts
					.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
					.map(({ textContent }) => textContent),
			);
	}

	/** Opens a menu of what can be done with the chosen ones, and chooses from it. */
	async act(menu: 'annotations.set-purpose' | 'annotations.take-tag', entry: string): Promise<void> {
		await this.selection.getByRole('button', { name: message(menu) }).click();
		await this.#page.getByRole('menuitem', { name: entry, exact: true }).click();
	}

	async tagSelected(tag: string): Promise<void> {
		await this.selection.getByRole('button', { name: message('annotations.add-tag') }).click();
		await this.#page.getByRole('combobox', { name: message('annotations.tag') }).fill(tag);
		await this.#page.keyboard.press('Enter');
	}

	/** Goes through the export dialog, in which `format` is chosen if it is not the first. */
	async export(format: ExportFormat): Promise<void> {
		await this.exportButton.click();
		const dialog = this.#page.getByRole('dialog', { name: message('annotations.export-title') });
		await dialog.getByRole('button', { name: message('dialog.export-format') }).click();
		await this.#page.getByRole('option', { name: message(`annotations.export-format.${format}`), exact: true }).click();
		await dialog.getByRole('button', { name: message('dialog.export'), exact: true }).click();
	}

	purposeChip(purpose: Purpose): Locator {
		return this.filter.getByRole('button', { name: message(`purpose.${purpose}`), exact: true });
	}
}
