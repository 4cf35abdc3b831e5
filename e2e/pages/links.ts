import type { Locator, Page } from '@playwright/test';
import type { LinkType, LinkView } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';

/** The dialog in which a link is made, and links as their ends show them. */
export class Links {
	readonly dialog: Locator;
	readonly field: Locator;
	readonly choices: Locator;
	readonly relation: Locator;
	/** What asks a person where the words of a link are now. */
	readonly review: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.review = page.getByRole('group', { name: message('links.review'), exact: true });
		this.dialog = page.getByRole('dialog', { name: message('links.dialog.title') });
		this.field = this.dialog.getByRole('combobox', { name: message('links.dialog.find') });
		this.choices = this.dialog.getByRole('option');
		this.relation = this.dialog.getByRole('button', { name: message('links.dialog.relation') });
	}

	/** Something that a link can lead to, by its kind and words. */
	choice(kind: 'record' | 'passage' | 'name' | 'event' | 'annotation', words: string): Locator {
		return this.choices.filter({ hasText: message(`links.kind.${kind}`) }).filter({ hasText: words });
	}

	async say(type: LinkType, direction: LinkView['direction']): Promise<void> {
		await this.relation.click();
		await this.#page.getByRole('option', { name: message(`links.${direction}.${type}`), exact: true }).click();
	}

	/** The links on a card or in the inspector's tab. */
	within(place: Locator, words: string): Locator {
		return place.getByRole('listitem').filter({ hasText: words });
	}

	async remove(link: Locator): Promise<void> {
		await link.getByRole('button', { name: message('links.remove') }).click();
	}

	/** The sign beside a passage that links stand on. */
	marginButton(passage: Locator): Locator {
		return passage.locator('xpath=..').locator('button[data-links-of]');
	}
}
