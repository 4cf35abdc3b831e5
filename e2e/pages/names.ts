import type { Locator, Page } from '@playwright/test';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** People and places. */
export class Names {
	readonly page: Page;
	readonly list: Locator;
	readonly options: Locator;
	readonly findField: Locator;
	readonly details: Locator;
	readonly forms: Locator;

	constructor(page: Page) {
		this.page = page;
		this.list = page.getByRole('listbox', { name: message('names.list') });
		this.options = this.list.getByRole('option');
		this.findField = page.getByRole('textbox', { name: message('names.find') });
		this.details = page.getByRole('complementary', { name: message('pane.inspector') }).getByRole('article');
		this.forms = this.details
			.locator('section')
			.filter({ has: page.getByRole('heading', { name: message('names.forms') }) })
			.getByRole('listitem');
	}

	option(text: string): Locator {
		return this.options.filter({ hasText: text });
	}

	filter(name: string | RegExp): Locator {
		return this.page.getByRole('group', { name: message('names.filter') }).getByRole('button', { name });
	}

	/** How many names the list has, drawn or not. */
	async count(): Promise<number> {
		return Number(await this.options.first().getAttribute('aria-setsize'));
	}

	get title(): Locator {
		return this.details.getByRole('heading', { level: 2 });
	}

	get newButton(): Locator {
		return this.page.getByRole('button', { name: message('names.new'), exact: true }).first();
	}

	get addFormButton(): Locator {
		return this.details.getByRole('button', { name: message('names.forms.add'), exact: true });
	}

	get addIdentifierButton(): Locator {
		return this.details.getByRole('button', { name: message('names.identifiers.add'), exact: true });
	}

	get identifierField(): Locator {
		return this.details.getByRole('textbox', { name: message('names.identifiers.value'), exact: true });
	}

	get addKnownButton(): Locator {
		return this.details.getByRole('button', { name: message('names.known.add'), exact: true });
	}

	/** What is written of a form, in the dialog of a new name or beside the list. */
	get formText(): Locator {
		return this.page.getByRole('textbox', { name: message('names.forms.text'), exact: true });
	}

	get formLanguage(): Locator {
		return this.page.getByRole('button', { name: new RegExp(`${message('names.forms.language')}$`) });
	}

	/** The dialog that is open; messages at the corner are dialogs to the browser too, but none that asks. */
	get dialog(): Locator {
		return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog', { name: /\?$/ }));
	}

	/** Finds another name to merge. */
	get picker(): Locator {
		return this.dialog.getByRole('combobox', { name: message('names.merge.find') });
	}

	dialogButton(key: Extract<MessageKey, `names.${string}` | 'dialog.save'>): Locator {
		return this.dialog.getByRole('button', { name: message(key), exact: true });
	}

	/** Ticks a form in the dialog that splits a name. */
	ticked(form: string): Locator {
		return this.dialog.getByRole('checkbox', { name: form });
	}

	/** Chooses from the menu of the name that is shown. */
	async act(action: Extract<MessageKey, `command.names.${string}`>): Promise<void> {
		await this.details.getByRole('button', { name: message('names.actions') }).click();
		await this.page.getByRole('menuitem', { name: message(action), exact: true }).click();
	}

	async actOnForm(form: string, action: Extract<MessageKey, `names.forms.${string}`>): Promise<void> {
		await this.details.getByRole('button', { name: message('names.forms.actions', { form }) }).click();
		await this.page.getByRole('menuitem', { name: message(action), exact: true }).click();
	}
}
