import type { Locator, Page } from '@playwright/test';
import type { CommandId } from '#shared/api/commands.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

type ViewCommand = Extract<CommandId, `page.${string}`>;

/** The pages of a record as they were received, beside its text. */
export class PageView {
	readonly page: Page;
	readonly pane: Locator;
	readonly frame: Locator;

	constructor(page: Page) {
		this.page = page;
		this.pane = page.getByRole('region', { name: message('pages.pane'), exact: true });
		this.frame = this.pane.getByRole('application');
	}

	async show(view: 'page' | 'text' | 'both'): Promise<void> {
		const choice = this.page.getByRole('radiogroup', { name: message('pages.view'), exact: true });
		await choice.getByRole('radio', { name: message(`pages.view.${view}`), exact: true }).click();
	}

	/** A page, once there is one. */
	sheet(page: number, count: number): Locator {
		return this.pane.getByRole('region', { name: message('pages.sheet', { page, count }), exact: true });
	}

	/** The picture of a page, once it is drawn. */
	picture(page: number, count: number): Locator {
		return this.sheet(page, count).locator('canvas[data-drawn]');
	}

	button(command: ViewCommand): Locator {
		return this.page.getByRole('button', { name: message(`command.${command}`), exact: true });
	}

	get numberField(): Locator {
		return this.page.getByRole('textbox', { name: message('pages.number'), exact: true });
	}

	/** What is drawn of annotations on the pages in sight. */
	get marks(): Locator {
		return this.pane.locator('[data-mark]');
	}

	/** A run of words on a page. */
	words(text: string): Locator {
		return this.pane.locator('[data-run]').filter({ hasText: text });
	}

	problem(key: MessageKey & `pages.problem.${string}`): Locator {
		return this.pane.getByRole('alert').filter({ hasText: message(key) });
	}

	/** Draws a frame from one place of a page to another, in parts of its width and height. */
	async drawFrame(sheet: Locator, from: [number, number], to: [number, number]): Promise<void> {
		const box = await sheet.boundingBox();
		if (!box) throw new Error('the page is not in sight');
		await this.page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
		await this.page.mouse.down();
		await this.page.mouse.move(box.x + to[0] * box.width, box.y + to[1] * box.height, { steps: 4 });
		await this.page.mouse.up();
	}

	/** How many points of a drawn picture are dark, of a hundred by a hundred that are looked at. */
	darkPoints(picture: Locator): Promise<number> {
		return picture.evaluate((canvas) => {
			const looked = new OffscreenCanvas(100, 100);
			const context = looked.getContext('2d');
			context?.drawImage(canvas as HTMLCanvasElement, 0, 0, 100, 100);
			const { data } = context?.getImageData(0, 0, 100, 100) ?? { data: [] as number[] };
			let dark = 0;
			for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200 && (data[at + 3] ?? 0) > 0) dark += 1;
			return dark;
		});
	}
}
