import type { Locator, Page } from '@playwright/test';
import type { CommandId } from '#shared/api/commands.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { chordOf } from './keys.ts';

type Place = Extract<MessageKey, `navigation.${string}` | 'library.title' | 'inbox.title'>;

/** What stands around every page: top bar, navigation, inspector, status bar, messages. */
export class Frame {
	readonly page: Page;
	readonly statusBar: Locator;
	readonly inspector: Locator;
	readonly searchBox: Locator;
	readonly toasts: Locator;
	readonly main: Locator;

	constructor(page: Page) {
		this.page = page;
		this.statusBar = page.getByRole('contentinfo');
		this.inspector = page.getByRole('complementary', { name: message('pane.inspector') });
		this.searchBox = page.getByRole('searchbox', { name: message('search.label') });
		this.toasts = page.getByRole('region', { name: message('toast.region') });
		this.main = page.getByRole('main');
	}

	/** What is dragged, or moved by arrows, to make a side pane wider. */
	edge(of: 'navigation' | 'inspector'): Locator {
		return this.page.getByRole('separator', { name: message(`pane.resize-${of}`) });
	}

	/** By so many CSS pixels to the right. */
	async dragEdge(of: 'navigation' | 'inspector', byPx: number): Promise<void> {
		const { mouse } = this.page;
		const box = await this.edge(of).boundingBox();
		if (!box) throw new Error(`the ${of} has no edge`);
		const [x, y] = [box.x, box.y + box.height / 2];
		await mouse.move(x, y);
		await mouse.down();
		await mouse.move(x + byPx / 2, y);
		await mouse.move(x + byPx, y);
		await mouse.up();
	}

	/** Presses the keys of a command. */
	async press(id: CommandId): Promise<void> {
		await this.page.keyboard.press(chordOf(id));
	}

	/** Follows an entry of the navigation. */
	async goTo(place: Place): Promise<void> {
		await this.page.getByRole('link', { name: message(place), exact: true }).click();
	}

	navigationEntry(place: Place): Locator {
		return this.page.getByRole('listitem').filter({
			has: this.page.getByRole('link', { name: message(place), exact: true }),
		});
	}

	tab(name: Extract<MessageKey, `${string}.tab` | 'annotations.notes' | `reader.${string}`>): Locator {
		return this.inspector.getByRole('tab', { name: new RegExp(`^${message(name)}`) });
	}

	toast(text: string): Locator {
		return this.toasts.getByText(text, { exact: true });
	}

	/** What has the keyboard within the page; nothing where it was lost. */
	get focusInMain(): Locator {
		return this.main.locator(':focus');
	}

	/** What screen readers were told last, beside toasts. */
	get announced(): Locator {
		return this.page.locator('[data-live-announcer]');
	}

	async closeToasts(): Promise<void> {
		const close = this.toasts.getByRole('button', { name: message('toast.close') });
		while ((await close.count()) > 0) await close.first().click();
	}

	/** The sentence under the top bar: read-only, or the connection is gone. */
	get banner(): Locator {
		return this.page.getByRole('banner').locator('xpath=following-sibling::*[@role="status"]');
	}

	get saved(): Locator {
		return this.statusBar.getByText(message('status.saved'), { exact: true });
	}

	get archiveMenuButton(): Locator {
		return this.page
			.getByRole('banner')
			.getByRole('button', { name: new RegExp(`^${message('archive.menu', { title: '' })}`) });
	}

	/** The same button while none is open. */
	get noArchiveButton(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: message('archive.none'), exact: true });
	}

	menuItem(name: string): Locator {
		return this.page.getByRole('menuitem', { name });
	}

	get menu(): Locator {
		return this.page.getByRole('menu');
	}

	get dialog(): Locator {
		return this.page.getByRole('dialog');
	}

	/** What went wrong where it happened. */
	get error(): Locator {
		return this.main.getByRole('alert');
	}

	get offlineButton(): Locator {
		return this.page
			.getByRole('banner')
			.getByRole('button', { name: new RegExp(`${message('offline.pill')}|${message('offline.pill-browser')}`) });
	}

	/** Paints a theme without choosing it, so that what is open stays open. */
	async showTheme(theme: string): Promise<void> {
		await this.page.evaluate(async (name) => {
			document.documentElement.dataset.theme = name;
			await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
		}, theme);
	}

	/** How far the page reaches beyond the window's width. */
	overflowPx(): Promise<number> {
		return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	}

	/** Buttons, fields, links, tabs and headings that reach beyond the window, and are in nothing that scrolls, by their words. */
	controlsOutside(): Promise<string[]> {
		return this.page.evaluate(() => {
			const { clientWidth } = document.documentElement;
			const scrolls = (element: Element | null): boolean => {
				if (!element) return false;
				const isScroller = /auto|scroll/.test(getComputedStyle(element).overflowX);
				return (isScroller && element.scrollWidth > element.clientWidth) || scrolls(element.parentElement);
			};
			return [...document.querySelectorAll('button, a, input, h1, h2, [role="tab"], [role="status"]')]
				.filter((element) => {
					const { left, right, width } = element.getBoundingClientRect();
					const isSeen = width > 1 && element.checkVisibility({ visibilityProperty: true });
					return isSeen && (left < -1 || right > clientWidth + 1) && !scrolls(element.parentElement);
				})
				.map((element) => element.textContent || element.getAttribute('aria-label') || element.outerHTML);
		});
	}

	/** Name of the theme that is painted. */
	theme(): Promise<string | undefined> {
		return this.page.evaluate(() => document.documentElement.dataset.theme);
	}
}
