import { expect, type Locator, type Page } from '@playwright/test';
import type { LinkType, LinkView } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import { Reader } from './reader.ts';

type Side = 'first' | 'second';

/** Two texts side by side, and the bar in which what is chosen in both becomes a link. */
export class Beside {
	readonly page: Page;
	readonly bar: Locator;
	readonly relationButton: Locator;
	readonly closeButton: Locator;
	/** How far the texts stand beside each other, in words. */
	readonly alignment: Locator;
	/** Between the texts: from what a person put together. */
	readonly ribbonsByHand: Locator;

	constructor(page: Page) {
		this.page = page;
		this.bar = page.getByRole('region', { name: message('beside.link') });
		this.relationButton = this.bar.getByRole('button', { name: message('beside.relation') });
		this.closeButton = page.getByRole('main').getByRole('button', { name: message('beside.close'), exact: true });
		this.alignment = page.getByRole('main').getByRole('status').first();
		this.ribbonsByHand = page.locator('path[data-by-hand]');
	}

	/** Where there is room for both. */
	side(side: Side): Locator {
		return this.page.getByRole('region', { name: message(`beside.${side}`), exact: true });
	}

	tab(side: Side): Locator {
		return this.page.getByRole('tab', { name: message(`beside.${side}`), exact: true });
	}

	text(side: Side): Locator {
		return this.page.locator(`article[data-side="${side}"]`);
	}

	/** Drags the mouse over the first words of a paragraph on one side. */
	select(side: Side, paragraph: number, length: number): Promise<string> {
		return new Reader(this.page, this.text(side)).selectWithMouse(paragraph, length);
	}

	/** Turns the wheel over a text. */
	async wheel(side: Side, deltaPx: number): Promise<void> {
		await this.text(side).hover();
		await this.page.mouse.wheel(0, deltaPx);
	}

	/** Whether the keyboard is in a text. */
	hasFocus(side: Side): Promise<boolean> {
		return this.text(side).evaluate((text) => text.contains(document.activeElement));
	}

	/** Whether it stands where it stood a few frames before. */
	isAtRest(side: Side): Promise<boolean> {
		return this.text(side).evaluate(async (text) => {
			const before = text.scrollTop;
			for (let frames = 0; frames < 6; frames += 1) await new Promise(requestAnimationFrame);
			return text.scrollTop === before;
		});
	}

	/** The ¶ number of what stands at the reading line. */
	topNumber(side: Side): Promise<number> {
		return this.text(side).evaluate((text) => {
			const line = text.getBoundingClientRect().top + 28;
			const numbers = [...text.querySelectorAll<HTMLElement>('button[data-copies]')];
			const first = numbers.find(({ dataset }) => {
				const passage = text.querySelector(`[data-ordinal="${dataset.copies}"]`);
				return (passage?.getBoundingClientRect().bottom ?? 0) > line;
			});
			return Number(first?.textContent ?? 0);
		});
	}

	/** Gives a paragraph the keyboard. */
	async focus(side: Side, paragraph: number): Promise<void> {
		await (await new Reader(this.page, this.text(side)).paragraph(paragraph)).focus();
	}

	async say(type: LinkType, direction: LinkView['direction']): Promise<void> {
		await this.page.getByRole('menuitem', { name: message(`links.${direction}.${type}`), exact: true }).click();
	}

	async chooseText(side: Side, typed: string, words: string): Promise<void> {
		await this.side(side)
			.getByRole('button', { name: message('beside.choose-text') })
			.click();
		const dialog = this.page.getByRole('dialog', { name: message('beside.choose-text') });
		await dialog.getByRole('combobox').fill(typed);
		await dialog.getByRole('option').filter({ hasText: words }).first().click();
		await expect(dialog).toBeHidden();
	}
}
