import type { Page } from '@playwright/test';

/** What the window did while a text went by, in milliseconds. */
export interface Scrolling {
	/** Tasks of the main thread over 50 ms. */
	tasks: number[];
	/** From each frame to the next. */
	frames: number[];
}

/** How far down a text: in CSS pixels, or as a share of the whole. */
export type Place = { px: number } | { share: number };

/** A way through a text: where to stand in each frame. */
export type Way = readonly Place[];

/** @param scroller selector of what scrolls */
export function scroll(page: Page, scroller: string, way: Way): Promise<Scrolling> {
	return page.evaluate(
		async ({ scroller, way }) => {
			const text = document.querySelector(scroller);
			if (!text) throw new Error(`nothing is ${scroller}`);
			const tasks: number[] = [];
			const frames: number[] = [];
			const keep = (entries: PerformanceEntryList) => tasks.push(...entries.map(({ duration }) => duration));
			const observer = new PerformanceObserver((list) => keep(list.getEntries()));
			observer.observe({ type: 'longtask' });
			const nextFrame = () => new Promise<number>(requestAnimationFrame);
			const heightPx = text.scrollHeight - text.clientHeight;
			let before = await nextFrame();
			for (const place of way) {
				text.scrollTop = 'px' in place ? place.px : heightPx * place.share;
				const now = await nextFrame();
				frames.push(now - before);
				before = now;
			}
			await new Promise((resolve) => requestIdleCallback(resolve));
			keep(observer.takeRecords());
			observer.disconnect();
			return { tasks, frames };
		},
		{ scroller, way },
	);
}
