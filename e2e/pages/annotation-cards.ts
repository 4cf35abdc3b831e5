import type { Locator, Page } from '@playwright/test';
import type { Purpose } from '#shared/domain/annotation.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** The cards of a record's annotations, beside its text. */
export class AnnotationCards {
	readonly page: Page;
	readonly list: Locator;
	readonly editor: Locator;
	readonly doneButton: Locator;

	constructor(page: Page) {
		this.page = page;
		this.list = page.getByRole('list', { name: message('annotations.list') });
		this.editor = page.getByRole('textbox', { name: message('annotations.body'), exact: true });
		this.doneButton = page.getByRole('button', { name: message('annotations.done'), exact: true });
	}

	/** All cards, replies not counted. */
	get all(): Locator {
		return this.list.locator('> li');
	}

	card(purpose: Purpose, paragraph: number): Locator {
		const name = message('annotations.card-name', { purpose: message(`purpose.${purpose}`), number: paragraph });
		return this.list.getByRole('article', { name, exact: true });
	}

	/** Chooses from a card's menu. */
	async act(card: Locator, action: Extract<MessageKey, `annotations.${string}` | 'links.link'>): Promise<void> {
		await card.getByRole('button', { name: message('annotations.actions') }).click();
		await this.page.getByRole('menuitem', { name: message(action), exact: true }).click();
	}

	async edit(card: Locator): Promise<void> {
		await this.act(card, 'annotations.edit');
	}

	/** What asks a person where a note's words are now. */
	review(card: Locator): Locator {
		return card.getByRole('group', { name: message('annotations.review'), exact: true });
	}

	get reviews(): Locator {
		return this.review(this.list);
	}

	acceptButton(card: Locator): Locator {
		return card.getByRole('button', { name: message('annotations.review.accept'), exact: true });
	}

	placeButton(card: Locator): Locator {
		return card.getByRole('button', { name: message('annotations.review.place'), exact: true });
	}

	leaveButton(card: Locator): Locator {
		return card.getByRole('button', { name: message('annotations.review.leave'), exact: true });
	}

	tagField(card: Locator): Locator {
		return card.getByRole('combobox', { name: message('annotations.add-tag') });
	}

	tags(card: Locator): Locator {
		return card.getByRole('list', { name: message('annotations.tags') }).getByRole('listitem');
	}
}
