import { expect } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import type { Firefox, Found } from '../fixtures/firefox.ts';

/** A reading copy in a browser that Playwright does not drive: what a journey does in it. */
export class CopyInFirefox {
	readonly #firefox: Firefox;

	constructor(firefox: Firefox) {
		this.#firefox = firefox;
	}

	/** Waits for the first element of this role and name. */
	async see(role: string, name: string): Promise<Found> {
		await expect.poll(async () => (await this.#firefox.all(role, name)).length).toBeGreaterThan(0);
		const [first] = await this.#firefox.all(role, name);
		if (!first) throw new Error(`the ${role} ${name} went away`);
		return first;
	}

	async press(role: string, name: string): Promise<void> {
		await this.#firefox.click(await this.see(role, name));
	}

	/** Types in the one search box, in place of what stands there. */
	async search(text: string): Promise<void> {
		await this.press('searchbox', message('search.label'));
		await this.#firefox.evaluate('document.activeElement.select()');
		await this.#firefox.type(text);
	}

	/** What can be read in the first such element. */
	async text(selector: string): Promise<string> {
		const [first = ''] = await this.texts(selector);
		return first;
	}

	async texts(selector: string): Promise<string[]> {
		const found = `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => each.innerText)`;
		return JSON.parse(await this.#firefox.evaluate(`JSON.stringify(${found})`)) as string[];
	}

	/** What a custom highlight covers now: highlights are no elements. */
	async highlighted(name: string): Promise<string[]> {
		const ranges = `[...(CSS.highlights.get(${JSON.stringify(name)}) ?? [])].map(String)`;
		return JSON.parse(await this.#firefox.evaluate(`JSON.stringify(${ranges})`)) as string[];
	}

	/** Drags the mouse over the first words of a numbered paragraph; gives what is selected then. */
	async selectWords(paragraph: number, length: number): Promise<string> {
		await this.see('button', message('reader.copy-reference', { number: paragraph }));
		const ends = await this.#firefox.evaluate(`(() => {
			const named = ${JSON.stringify(message('reader.copy-reference', { number: paragraph }))};
			const number = [...document.querySelectorAll('button[data-copies]')].find((each) => each.ariaLabel === named);
			const passage = document.querySelector('[data-ordinal="' + number.dataset.copies + '"]');
			passage.scrollIntoView({ block: 'center' });
			const text = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT).nextNode();
			const box = (at) => {
				const range = document.createRange();
				range.setStart(text, at);
				range.setEnd(text, at + 1);
				const { left, right, top, height } = range.getBoundingClientRect();
				return { left, right, middle: top + height / 2 };
			};
			const [first, last] = [box(0), box(${length - 1})];
			return JSON.stringify([{ x: first.left + 1, y: first.middle }, { x: last.right, y: last.middle }]);
		})()`);
		const [from, to] = JSON.parse(ends) as [Point, Point];
		await this.#firefox.drag(from, to);
		return (await this.#firefox.evaluate('String(document.getSelection())')).trim();
	}
}

interface Point {
	x: number;
	y: number;
}
