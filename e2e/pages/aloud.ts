import type { Locator, Page } from '@playwright/test';
import { type MessageKey, message } from '#shared/messages/messages.ts';

type Control = Extract<MessageKey, `command.aloud.${string}` | `aloud.${'pause' | 'resume' | 'voice'}`>;

/** The bar of a text that is being read aloud. */
export class Aloud {
	readonly page: Page;
	readonly bar: Locator;
	/** Why it does not go on. */
	readonly obstacle: Locator;

	constructor(page: Page) {
		this.page = page;
		this.bar = page.getByRole('region', { name: message('aloud.title'), exact: true });
		this.obstacle = this.bar.getByRole('status');
	}

	/** Beside the title of the text. */
	get beginButton(): Locator {
		return this.page.getByRole('article').getByRole('button', { name: message('command.aloud.toggle') });
	}

	button(control: Control): Locator {
		return this.bar.getByRole('button', { name: message(control), exact: true });
	}

	/** Leads to the sentence that is being read. */
	place(paragraph: number): Locator {
		return this.bar.getByRole('button', { name: message('aloud.show', { number: paragraph }), exact: true });
	}

	/** The choice of a voice, in the dialog that shows it. */
	voiceChoice(language: string): Locator {
		return this.page.getByRole('dialog').getByRole('button', { name: message('aloud.voice-for', { language }) });
	}

	get voices(): Locator {
		return this.page.getByRole('listbox').getByRole('option');
	}
}
