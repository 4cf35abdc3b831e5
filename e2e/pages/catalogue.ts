import type { Locator, Page } from '@playwright/test';
import type { ColumnUse } from '#shared/catalogue/column-use.ts';
import type { CataloguePlan } from '#shared/domain/catalogue.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** The dialog that brings in a catalogue. */
export class Catalogue {
	readonly page: Page;
	readonly dialog: Locator;
	readonly columns: Locator;
	readonly plans: Locator;
	readonly counts: Locator;
	readonly importButton: Locator;

	constructor(page: Page) {
		this.page = page;
		this.dialog = page.getByRole('dialog', { name: message('catalogue.title') });
		this.columns = this.dialog.getByRole('list', { name: message('catalogue.columns') }).getByRole('listitem');
		this.plans = this.dialog.getByRole('list', { name: message('catalogue.plans') }).getByRole('listitem');
		this.counts = this.dialog.getByRole('status');
		this.importButton = this.dialog.getByRole('button', { name: message('catalogue.import'), exact: true });
	}

	async choose(name: string, text: string): Promise<void> {
		const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
		await this.dialog.locator('input[type="file"]').setInputFiles(file);
	}

	use(heading: string): Locator {
		return this.dialog.getByRole('button', { name: message('catalogue.taken-for', { heading }) });
	}

	/** @param label what the field is called */
	async take(
		heading: string,
		label: Extract<MessageKey, `catalogue.use.${ColumnUse}` | `description.field.${string}`>,
	) {
		await this.use(heading).click();
		await this.page.getByRole('option', { name: message(label), exact: true }).click();
	}

	plan(name: string, outcome: CataloguePlan['outcome']): Locator {
		return this.plans.filter({ hasText: name }).getByText(message(`catalogue.outcome.${outcome}`), { exact: true });
	}
}
