import type { Locator, Page } from '@playwright/test';
import type { ItemOutcome, JobState } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';

/** Added and verified: the jobs and the report of one. */
export class Adding {
	readonly report: Locator;
	readonly rows: Locator;
	readonly jobs: Locator;
	readonly cancelButton: Locator;
	readonly retryButton: Locator;
	readonly takeWithdrawnButton: Locator;
	readonly pasting: Locator;
	readonly pastedText: Locator;
	readonly removePicture: Locator;

	readonly #page: Page;
	readonly #filter: Locator;

	constructor(page: Page) {
		this.#page = page;
		this.#filter = page.getByRole('group', { name: message('adding.filter') });
		this.report = page.getByRole('region', { name: message('adding.report') });
		this.rows = this.report.locator('tbody').getByRole('row');
		this.jobs = page.getByRole('list', { name: message('adding.jobs') }).getByRole('listitem');
		this.cancelButton = this.report.getByRole('button', { name: message('adding.cancel') });
		this.pasting = page.getByRole('dialog', { name: message('adding.paste.title') });
		this.pastedText = this.pasting.getByLabel(message('adding.paste.text'), { exact: true });
		this.removePicture = this.pasting.getByRole('button', { name: message('adding.paste.remove-picture') });
		this.takeWithdrawnButton = this.report.getByRole('button', { name: message('adding.take-withdrawn') });
		this.retryButton = this.report.getByRole('button', { name: message('adding.retry') });
	}

	/** Shows the entries with this outcome alone. */
	async filterBy(outcome: ItemOutcome): Promise<void> {
		await this.#filter.getByRole('button', { name: message('adding.filter.all') }).click();
		await this.#page.getByRole('menuitemcheckbox', { name: message(`job.outcome.${outcome}`) }).click();
		await this.#page.keyboard.press('Escape');
	}

	get filterWords(): Locator {
		return this.#filter.getByLabel(message('adding.filter.words'));
	}

	row(file: string): Locator {
		return this.rows.filter({ hasText: file });
	}

	outcome(file: string, outcome: ItemOutcome): Locator {
		return this.row(file).getByText(message(`job.outcome.${outcome}`), { exact: true });
	}

	detail(file: string): Locator {
		return this.row(file).getByRole('cell').nth(2);
	}

	openRecord(file: string): Locator {
		return this.row(file).getByRole('link', { name: message('adding.open-record') });
	}

	state(state: JobState): Locator {
		return this.jobs.getByText(message(`job.state.${state}`), { exact: true });
	}

	/** What is filled in, by the labels of the fields. */
	async fillPasting(
		fields: Partial<Record<'adding.paste.text' | 'record.field.title' | 'record.field.source', string>>,
	) {
		for (const [key, value] of Object.entries(fields))
			await this.pasting.getByLabel(message(key as keyof typeof fields), { exact: true }).fill(value);
	}

	/**
	 * As from the clipboard: no program may write a picture into that of the machine that the tests run on.
	 *
	 * @param text what lies there beside the picture
	 */
	async pastePicture(png: Buffer, text?: string): Promise<void> {
		const given = { base64: png.toString('base64'), text };
		await this.pastedText.evaluate((element, { base64, text }) => {
			const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			const clipboardData = new DataTransfer();
			clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
			if (text !== undefined) clipboardData.setData('text/plain', text);
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, given);
	}

	async addPasted(): Promise<void> {
		await this.pasting.getByRole('button', { name: message('adding.paste.add'), exact: true }).click();
	}
}
