import { expect, type Locator, type Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** What is joined to what: a picture, the same as a table, and the links of what is chosen. */
export class GraphPage {
	readonly heading: Locator;
	/** How many things and links are shown. */
	readonly count: Locator;
	readonly picture: Locator;
	/** Present while things are being laid out. */
	readonly working: Locator;
	readonly table: Locator;
	readonly rows: Locator;
	readonly chosenRow: Locator;
	readonly details: Locator;
	/** One for each link of what is chosen. */
	readonly links: Locator;
	readonly facets: Locator;
	readonly dialog: Locator;
	readonly showLink: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		const main = page.getByRole('main');
		this.heading = main.getByRole('heading', { level: 1 });
		this.count = main.locator('header').getByRole('status');
		this.picture = main.getByRole('application', { name: message('graph.picture-keys') });
		this.working = main.getByText(message('graph.working'));
		this.table = main.getByRole('grid', { name: message('graph.table-keys') });
		this.rows = this.table.locator('[aria-rowindex]:not([aria-rowindex="1"])');
		this.chosenRow = this.rows.and(page.locator('[aria-selected="true"]'));
		this.details = page.getByRole('article');
		this.links = this.details.getByRole('listitem');
		this.facets = main.getByRole('group', { name: message('library.facets') });
		this.dialog = page.getByRole('dialog');
		this.showLink = page.getByRole('link', { name: message('graph.show'), exact: true });
	}

	row(title: string): Locator {
		return this.rows.filter({ has: this.#page.getByRole('gridcell', { name: title, exact: true }) });
	}

	/** The row of that title, wherever it stands: only the rows in sight are in the document. */
	async scrolledTo(title: string): Promise<Locator> {
		const row = this.row(title);
		await this.table.press('Home');
		await expect(this.chosenRow).toHaveAttribute('aria-rowindex', '2');
		// Until the table has followed it still shows rows that are about to go.
		await expect(this.chosenRow).toBeInViewport();
		while ((await row.count()) === 0) {
			const before = await this.chosenRow.getAttribute('aria-rowindex');
			await this.table.press('PageDown');
			await expect(this.chosenRow).not.toHaveAttribute('aria-rowindex', before ?? '');
			await expect(this.chosenRow).toBeInViewport({ ratio: 0.95 });
		}
		return row;
	}

	tool(name: string): Locator {
		return this.#page.getByRole('main').getByRole('button', { name, exact: true });
	}

	/** Chooses a value of a chip's menu, and closes it. */
	async choose(chip: string, value: string): Promise<void> {
		await this.#page.getByRole('main').getByRole('button', { name: chip, exact: true }).click();
		await this.#page.getByRole('menuitemcheckbox', { name: value }).click();
		await this.#page.keyboard.press('Escape');
	}
}
