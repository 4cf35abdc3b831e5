import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** A text that is being written or corrected. */
export class Writing {
	readonly pane: Locator;
	readonly field: Locator;
	readonly offer: Locator;
	/** The redacted text that is being made. */
	readonly redaction: { pane: Locator; field: Locator };

	constructor(page: Page) {
		this.pane = page.getByRole('region', { name: message('writing.pane'), exact: true });
		this.field = this.pane.getByRole('textbox', { name: message('writing.text'), exact: true });
		const pane = page.getByRole('region', { name: message('writing.redaction.pane'), exact: true });
		const field = pane.getByRole('textbox', { name: message('writing.redaction.text'), exact: true });
		this.redaction = { pane, field };
		this.offer = page.getByRole('button', { name: message('writing.offer'), exact: true });
	}

	button(name: 'close' | 'discard' | 'save'): Locator {
		return this.pane.getByRole('button', { name: message(`writing.${name}`), exact: true });
	}

	/** What it says of what is on disk. */
	get kept(): Locator {
		return this.pane.getByText(message('writing.kept', { at: '' }).trim());
	}

	/** Puts the caret before these words. */
	async caretBefore(words: string): Promise<void> {
		await this.field.evaluate((field: HTMLTextAreaElement, sought) => {
			const at = field.value.indexOf(sought);
			field.focus();
			field.setSelectionRange(at, at);
		}, words);
	}

	/** Selects these words of a field. */
	async select(field: Locator, words: string): Promise<void> {
		await field.evaluate((area: HTMLTextAreaElement, sought) => {
			const at = area.value.indexOf(sought);
			area.setSelectionRange(at, at + sought.length);
		}, words);
	}

	/** So many characters from where the caret is. */
	async wordsAtCaret(count: number): Promise<string> {
		return this.field.evaluate(
			(field: HTMLTextAreaElement, length) => field.value.slice(field.selectionStart, field.selectionStart + length),
			count,
		);
	}
}
