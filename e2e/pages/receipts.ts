import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** Receipts for those who gave files: the dialog that asks, and the one that compares. */
export class Receipts {
	readonly dialog: Locator;
	readonly withNames: Locator;
	readonly savePageButton: Locator;
	readonly savePdfButton: Locator;
	readonly proof: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.dialog = page.getByRole('dialog', { name: message('receipt.title'), exact: true });
		this.withNames = this.dialog.getByText(message('receipt.with-names'), { exact: true });
		this.savePageButton = this.dialog.getByRole('button', { name: message('receipt.save-page') });
		this.savePdfButton = this.dialog.getByRole('button', { name: message('print.save-pdf') });
		this.proof = page.getByRole('dialog', { name: message('receipt.proof-title') });
	}

	/** From the page of the custody log. */
	async prove(file: string): Promise<void> {
		const chooser = this.#page.waitForEvent('filechooser');
		await this.#page.getByRole('button', { name: message('command.receipt.prove') }).click();
		await (await chooser).setFiles(file);
	}

	/** What is said of the signature. */
	get signature(): Locator {
		return this.proof.getByRole('region', { name: message('receipt.item.signature') });
	}

	async chooseSignature(file: string): Promise<void> {
		const chooser = this.#page.waitForEvent('filechooser');
		await this.signature.getByRole('button', { name: message('signature.choose') }).click();
		await (await chooser).setFiles(file);
	}

	async checkByKey(key: string, line: string): Promise<void> {
		await this.signature.getByLabel(message('signature.public-key', { key })).fill(line);
		await this.signature.getByRole('button', { name: message('signature.check') }).click();
	}

	async closeProof(): Promise<void> {
		await this.proof
			.getByRole('button', { name: message('dialog.close') })
			.last()
			.click();
	}
}
