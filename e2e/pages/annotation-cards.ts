import { expect, type Locator, type Page } from '@playwright/test';
import type { Purpose } from '#shared/domain/annotation.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { placeholderHasRoom } from './placeholder-room.ts';

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

	/** The same by keyboard alone. */
	async actByKeys(card: Locator, action: Extract<MessageKey, `annotations.${string}`>): Promise<void> {
		await card.getByRole('button', { name: message('annotations.actions') }).focus();
		await this.page.keyboard.press('Enter');
		const entry = this.page.getByRole('menuitem', { name: message(action), exact: true });
		await expect(entry).toBeVisible();
		while (!(await entry.evaluate((element) => element === document.activeElement)))
			await this.page.keyboard.press('ArrowDown');
		await this.page.keyboard.press('Enter');
	}

	replies(card: Locator): Locator {
		return card.getByRole('list', { name: message('annotations.replies') }).getByRole('listitem');
	}

	/** Of the editor that is open: shows what the Markdown stands for. */
	get previewButton(): Locator {
		return this.list.getByRole('radio', { name: message('annotations.editor-preview') });
	}

	/** What is asked when somebody else changed the note that is being written. */
	get trouble(): Locator {
		return this.list.getByRole('alert');
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

	/** Lets the words be chosen from the keyboard. */
	chooseWordsButton(card: Locator): Locator {
		return card.getByRole('button', { name: message('annotations.review.choose'), exact: true });
	}

	leaveButton(card: Locator): Locator {
		return card.getByRole('button', { name: message('annotations.review.leave'), exact: true });
	}

	tagField(card: Locator): Locator {
		return card.getByRole('combobox', { name: message('annotations.add-tag') });
	}

	/** Whether what it asks for is not cut off. */
	tagFieldHasRoom(card: Locator): Promise<boolean> {
		return placeholderHasRoom(this.tagField(card));
	}

	tags(card: Locator): Locator {
		return card.getByRole('list', { name: message('annotations.tags') }).getByRole('listitem');
	}
}
