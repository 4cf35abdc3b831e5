import { expect, type Locator, type Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

type HighlightName =
	| 'search-hit'
	| 'aloud-sentence'
	| 'find-match'
	| 'find-current'
	| 'word-choice'
	| `purpose-${string}`
	| `beside-${'' | 'hit-' | 'match-'}${'first' | 'second'}`;

/** A text to read. */
export class Reader {
	readonly page: Page;
	readonly text: Locator;
	readonly title: Locator;
	readonly contents: Locator;
	readonly selectionBar: Locator;
	readonly findBar: Locator;
	/** Where words are chosen step by step. */
	readonly wordChooser: Locator;

	/** @param text where there is more than one. */
	constructor(page: Page, text = page.getByRole('main').getByRole('article')) {
		this.page = page;
		this.text = text;
		this.title = this.text.getByRole('heading', { level: 1 });
		this.contents = page.getByRole('navigation', { name: message('reader.contents') });
		this.selectionBar = page.getByRole('toolbar', { name: message('annotations.selection-bar') });
		this.wordChooser = page.getByRole('application', { name: message('words.choose') });
		this.findBar = page.getByRole('search', { name: message('command.find.open') });
	}

	/** The button in the margin that carries a ¶ number. */
	number(paragraph: number): Locator {
		return this.text.getByRole('button', {
			name: message('reader.copy-reference', { number: paragraph }),
			exact: true,
		});
	}

	get numbers(): Locator {
		return this.text.locator('button[data-copies]');
	}

	/** What is said of letters that no font has. */
	get undrawn(): Locator {
		return this.text.getByRole('status').filter({ hasText: message('reader.undrawn.whole') });
	}

	/** One stop for Tab: the keys move within. */
	get contentsTree(): Locator {
		return this.contents.getByRole('tree');
	}

	get contentsEntries(): Locator {
		return this.contents.getByRole('treeitem');
	}

	contentsEntry(heading: string): Locator {
		return this.contents.getByRole('treeitem', { name: heading, exact: true });
	}

	get currentContentsEntry(): Locator {
		return this.contents.locator('[aria-current]');
	}

	/** A picture within the text, by what it is called. */
	picture(name: string): Locator {
		return this.text.getByRole('img', { name, exact: true });
	}

	/** What shows it large. */
	pictureButton(name: string): Locator {
		return this.text.getByRole('button', { name, exact: true });
	}

	/** How wide the picture itself is once it is decoded, in its own pixels. */
	naturalWidth(name: string): Promise<number> {
		return this.picture(name).evaluate(async (image: HTMLImageElement) => {
			await image.decode();
			return image.naturalWidth;
		});
	}

	/** The words of a numbered paragraph. */
	async paragraph(paragraph: number): Promise<Locator> {
		const ordinal = await this.number(paragraph).getAttribute('data-copies');
		return this.text.locator(`[data-ordinal="${ordinal}"]`);
	}

	async paragraphText(paragraph: number): Promise<string> {
		const place = await this.paragraph(paragraph);
		// Before it is laid out it says nothing.
		await expect.poll(() => place.innerText()).not.toBe('');
		return place.innerText();
	}

	/** The sign of a footnote in the text. */
	footnote(sign: string): Locator {
		return this.text.locator('sup').getByRole('button', { name: sign, exact: true });
	}

	/** A footnote, opened where one reads. */
	get footnoteDialog(): Locator {
		return this.page.getByRole('dialog', { name: message('reader.footnote') });
	}

	/** Along the scrollbar; `data-scroll-marks` is how many there are. */
	get scrollMarks(): Locator {
		return this.page.locator('[data-scroll-marks]');
	}

	get findField(): Locator {
		return this.findBar.getByRole('textbox', { name: message('command.find.open') });
	}

	get findCount(): Locator {
		return this.findBar.getByRole('status');
	}

	/** What a custom highlight covers now: highlights are no elements. */
	highlighted(name: HighlightName): Promise<string[]> {
		return this.page.evaluate((highlight) => [...(CSS.highlights.get(highlight) ?? [])].map(String), name);
	}

	/** In the contents: the editions of the record, where there are several. */
	get editions(): Locator {
		return this.page.getByRole('navigation', { name: message('reader.editions') }).getByRole('link');
	}

	/** Moves by passages, down or up, until the keyboard stands at the one with this number. */
	async focusParagraph(paragraph: number): Promise<void> {
		const wanted = await this.paragraph(paragraph);
		const ordinal = Number(await wanted.getAttribute('data-ordinal'));
		for (let at = await this.stepTowards(ordinal); at !== ordinal; ) {
			const next = await this.stepTowards(ordinal);
			if (next === at) break;
			at = next;
		}
		await expect(wanted).toBeFocused();
	}

	/** Gives the ordinal of the passage that has the focus then. */
	private async stepTowards(ordinal: number): Promise<number> {
		const focused = () =>
			this.page.evaluate(() => Number((document.activeElement as HTMLElement | null)?.dataset.ordinal ?? -1));
		const at = await focused();
		if (at !== ordinal) await this.page.keyboard.press(at > ordinal ? 'KeyK' : 'KeyJ');
		return focused();
	}

	/** Drags the mouse over the first words of a paragraph. */
	async selectWithMouse(paragraph: number, length: number): Promise<string> {
		const element = await this.paragraph(paragraph);
		await element.scrollIntoViewIfNeeded();
		const boxes = await element.evaluate((passage, units) => {
			const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
			const node = walker.nextNode();
			if (!node) throw new Error('there is no text');
			const box = (at: number) => {
				const range = document.createRange();
				range.setStart(node, at);
				range.setEnd(node, at + 1);
				const { left, right, top, height } = range.getBoundingClientRect();
				return { left, right, middle: top + height / 2 };
			};
			return { first: box(0), last: box(Math.min(units, node.textContent?.length ?? 1) - 1) };
		}, length);
		await this.page.mouse.move(boxes.first.left + 1, boxes.first.middle);
		await this.page.mouse.down();
		await this.page.mouse.move(boxes.last.right, boxes.last.middle, { steps: 4 });
		await this.page.mouse.up();
		return this.page.evaluate(() => String(document.getSelection()).trim());
	}

	async markSelection(purpose: 'note' | 'claim' | 'evidence' | 'dispute' | 'question'): Promise<void> {
		await this.selectionBar.getByRole('button', { name: message(`purpose.${purpose}`), exact: true }).click();
	}

	/** How far the page is scrolled, in CSS pixels. */
	scrollTop(): Promise<number> {
		return this.text.evaluate((element) => element.scrollTop);
	}

	/** The bar of a text that was opened from a search. */
	get hits(): Locator {
		return this.page.getByRole('region', { name: message('reader.hits') });
	}

	/** Which of how many hits is open. */
	hitOf(at: number, total: number): Locator {
		const [words = ''] = message('reader.hit', { at, total, query: '|' }).split('|');
		return this.hits.getByText(words);
	}

	/** In the status bar: "¶ 4 of 12 …". */
	position(number: number, total: number): Locator {
		const [words = ''] = message('reader.position', { number, total, minutes: 0 }).split('·');
		return this.page.getByRole('contentinfo').getByText(words.trim());
	}
}
