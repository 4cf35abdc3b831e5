import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** What only a reading copy shows. */
export class ReadingCopyPage {
	readonly page: Page;
	readonly saveButton: Locator;
	readonly keepButton: Locator;
	readonly digest: Locator;
	/** The dialog that seals notes to home, before and after. */
	readonly sealing: Locator;
	readonly sealed: Locator;

	constructor(page: Page) {
		this.page = page;
		this.saveButton = page.getByRole('button', { name: message('command.notes.save'), exact: true }).first();
		this.keepButton = page.getByRole('button', { name: message('reading-copy.notes.keep'), exact: true }).first();
		this.sealing = page.getByRole('dialog', { name: message('command.notes.seal') });
		this.sealed = page.getByRole('dialog', { name: message('home.sealed.title') });
		this.digest = page.getByRole('main').locator('code').first();
	}

	/** In the status bar. */
	status(text: string): Locator {
		return this.page.getByRole('contentinfo').getByText(text, { exact: true });
	}

	/** The notice that a file is not what was written. */
	changed(count: number, file: string): Locator {
		return this.page.getByText(message('reading-copy.seal.changed', { count, file }));
	}

	/** Gives the dialog that seals a file to compare. */
	async compareSealed(path: string): Promise<void> {
		const compare = this.sealing.getByRole('button', { name: message('reading-copy.sealing.check') });
		const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), compare.click()]);
		await chooser.setFiles(path);
	}

	/** Saves the notes; gives where the browser put the file. */
	async saveNotes(path: string): Promise<string> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), this.saveButton.click()]);
		await download.saveAs(path);
		return path;
	}
}
