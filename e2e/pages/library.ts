import { expect, type Locator, type Page } from '@playwright/test';
import type { DescriptionFields } from '#shared/domain/description.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** The table of records and the inspector beside it. */
export class Library {
	readonly page: Page;
	readonly grid: Locator;
	readonly heading: Locator;
	readonly addButton: Locator;
	readonly facets: Locator;
	readonly inspector: Locator;

	constructor(page: Page) {
		this.page = page;
		this.grid = page.getByRole('grid', { name: message('library.title') });
		this.heading = page.getByRole('main').getByRole('heading', { level: 1 });
		this.addButton = page.getByRole('button', { name: message('library.add-files'), exact: true });
		this.facets = page.getByRole('group', { name: message('library.facets') });
		this.inspector = page.getByRole('complementary', { name: message('pane.inspector') });
	}

	/** How much room a title has. */
	async titleWidthPx(title: string): Promise<number> {
		const box = await this.row(title).getByText(title, { exact: true }).boundingBox();
		return box?.width ?? 0;
	}

	row(title: string): Locator {
		return this.grid.getByRole('row').filter({ has: this.page.getByText(title, { exact: true }) });
	}

	holdingOf(title: string): Locator {
		return this.row(title).getByRole('gridcell').nth(4);
	}

	/** How many records the table has, drawn or not. */
	async count(): Promise<number> {
		return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
	}

	async open(title: string): Promise<void> {
		await this.row(title).dblclick();
	}

	async select(title: string): Promise<void> {
		await this.row(title).click();
	}

	/** Opens a folder's or the files' dialog by the menu beside the button. */
	async chooseToAdd(
		what: Extract<MessageKey, `command.adding.${'files' | 'folder' | 'paste'}` | 'command.catalogue.import'>,
	): Promise<void> {
		await this.page.getByRole('button', { name: message('library.add-more') }).click();
		await this.page.getByRole('menuitem', { name: message(what) }).click();
	}

	async addCollection(name: string): Promise<void> {
		await this.page.getByRole('button', { name: message('collection.new'), exact: true }).click();
		await this.page.getByLabel(message('collection.name')).fill(name);
		await this.page.getByRole('button', { name: message('dialog.save') }).click();
	}

	/** By the menu of the collection, in the navigation. */
	async verifyCollection(name: string): Promise<void> {
		await this.page.getByRole('button', { name: message('collection.menu', { name }) }).click();
		await this.page.getByRole('menuitem', { name: message('library.verify') }).click();
	}

	/** In the inspector: what can be done with the rows that are chosen. */
	async moveSelectedToBin(count: number): Promise<void> {
		await this.page.getByRole('button', { name: message('library.with-selected', { count }) }).click();
		await this.page.getByRole('menuitem', { name: message('library.move-to-bin') }).click();
	}

	/** In the inbox: takes the rows that are chosen out of it. */
	async takeSelectedOutOfInbox(count: number): Promise<void> {
		await this.page.getByRole('button', { name: message('library.with-selected', { count }) }).click();
		await this.page.getByRole('menuitem', { name: message('inbox.done') }).click();
	}

	restoreButton(count: number): Locator {
		return this.page.getByRole('button', { name: message('library.restore', { count }) });
	}

	get openButton(): Locator {
		return this.inspector.getByRole('button', { name: message('record.open'), exact: true });
	}

	/** In the inspector. */
	get citeButton(): Locator {
		return this.inspector.getByRole('button', { name: message('record.cite'), exact: true });
	}

	/** In the inspector: writes the first date of the record that is chosen. */
	async addDate(edtf: string): Promise<void> {
		await this.inspector.getByRole('button', { name: message('record.add-date') }).click();
		const field = this.inspector.getByRole('textbox', { name: message('date.edtf') });
		await field.fill(edtf);
		await field.press('Enter');
		await expect(field).toBeHidden();
	}

	/** In the inspector: the value of a field of the archivist's description. */
	described(field: keyof DescriptionFields): Locator {
		const name = message(`description.field.${field}`);
		return this.inspector.getByText(name, { exact: true }).locator('xpath=following-sibling::dd[1]');
	}

	/** In the inspector: writes a field of the archivist's description. */
	async describe(field: Exclude<keyof DescriptionFields, 'level'>, words: string): Promise<void> {
		await this.described(field).getByRole('button').click();
		const box = this.described(field).getByRole('textbox');
		await box.fill(words);
		await box.press('Enter');
		await expect(box).toBeHidden();
	}

	/** In the tab Links: those that stand at a paragraph. */
	get passageLinks(): Locator {
		return this.inspector.getByRole('tabpanel').getByRole('listitem').filter({ hasText: /¶\d/ });
	}

	/** In the tab Provenance: reads the original again in another encoding. */
	async readAgain(encoding: string): Promise<void> {
		const button = this.inspector.getByRole('button', { name: message('provenance.reread-now') });
		await button.locator('xpath=..').getByRole('button').first().click();
		await this.page.getByRole('option', { name: encoding, exact: true }).click();
		await button.click();
	}

	/** In the tab Provenance: opens the menu of each edition's card. */
	get editionActions(): Locator {
		return this.inspector.getByRole('button', { name: new RegExp(`^${message('edition.actions', { edition: '' })}`) });
	}

	/** In the tab Provenance: opens the dialog for a file to bring in as a new edition. */
	get newEditionButton(): Locator {
		return this.inspector.getByRole('button', { name: message('command.editions.add'), exact: true });
	}

	get emptyTitle(): Locator {
		return this.page.getByRole('main').getByRole('heading', { level: 2 });
	}
}
