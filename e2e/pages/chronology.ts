import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Events as a picture, the same as a table, and what is known of the chosen one. */
export class Chronology {
	readonly heading: Locator;
	/** The marks and stacks of the picture that are in sight. */
	readonly picture: Locator;
	readonly marks: Locator;
	readonly axis: Locator;
	readonly unplaced: Locator;
	readonly table: Locator;
	readonly rows: Locator;
	readonly details: Locator;
	readonly newButton: Locator;
	readonly dialog: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		const main = page.getByRole('main');
		this.heading = main.getByRole('heading', { name: message('chronology.title'), level: 1 });
		this.picture = main.getByRole('listbox', { name: message('chronology.picture-list') });
		this.marks = this.picture.locator('[data-mark]');
		this.axis = main.getByRole('region', { name: message('chronology.picture') }).locator('[aria-hidden] span');
		this.unplaced = main
			.getByRole('heading', { name: message('chronology.nowhere') })
			.locator('..')
			.getByRole('button');
		this.table = main.getByRole('grid', { name: message('chronology.table') });
		this.rows = this.table.locator('[aria-rowindex]:not([aria-rowindex="1"])');
		this.details = page.getByRole('article');
		this.newButton = main.getByRole('button', { name: message('chronology.new') });
		this.dialog = page.getByRole('dialog');
	}

	mark(title: string): Locator {
		return this.marks.and(this.#page.getByRole('option', { name: title }));
	}

	/** Of what is chosen, where its own card has no room for all words. */
	get wholeCard(): Locator {
		return this.picture.locator('[data-whole-card] rect');
	}

	/** What that says, in one line. */
	async wholeCardWords(): Promise<string> {
		return (await this.picture.locator('[data-whole-card] text').allTextContents()).join(' ');
	}

	/** As the table has it. */
	async chosenTitle(): Promise<string> {
		const cell = this.table.locator('[aria-selected="true"]').getByRole('gridcell').nth(1);
		return cell.evaluate((element) => element.firstChild?.textContent ?? '');
	}

	row(title: string): Locator {
		return this.rows.filter({ hasText: title });
	}

	field(label: string): Locator {
		return this.dialog.getByLabel(label, { exact: true });
	}

	tool(name: string): Locator {
		return this.#page.getByRole('main').getByRole('button', { name, exact: true });
	}
}
