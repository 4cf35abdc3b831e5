import type { Locator, Page } from '@playwright/test';
import type { EvidenceFormat } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';

/** The claims of the archive with what is linked for them and against them. */
export class EvidencePage {
	readonly claims: Locator;
	readonly withoutEvidence: Locator;
	readonly exportButton: Locator;
	readonly emptyTitle: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.claims = page.getByRole('list', { name: message('evidence.claims') }).getByRole('article');
		this.withoutEvidence = page.getByRole('button', { name: message('evidence.without') });
		this.exportButton = page.getByRole('button', { name: message('evidence.export'), exact: true });
		this.emptyTitle = page.getByRole('heading', { name: message('evidence.empty.title') });
	}

	claim(words: string): Locator {
		return this.claims.filter({ hasText: words });
	}

	side(claim: Locator, type: 'supports' | 'contradicts'): Locator {
		return claim.getByRole('list', { name: new RegExp(`^${message(`links.incoming.${type}`)}`) }).getByRole('listitem');
	}

	flag(claim: Locator): Locator {
		return claim.getByText(message('evidence.none'), { exact: true });
	}

	async export(format: EvidenceFormat): Promise<void> {
		await this.exportButton.click();
		const dialog = this.#page.getByRole('dialog', { name: message('evidence.export-title') });
		await dialog.getByRole('button', { name: message('dialog.export-format') }).click();
		await this.#page.getByRole('option', { name: message(`evidence.export-format.${format}`), exact: true }).click();
		await dialog.getByRole('button', { name: message('dialog.export'), exact: true }).click();
	}
}
