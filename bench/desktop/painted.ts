import type { Locator, Page } from '@playwright/test';

export interface Painted {
	/** From the press until what was waited for has been painted. */
	ms: number;
	/** The longest that the window was held up meanwhile. */
	longestMs: number;
}

/** Presses something and times, in the page itself, until this is painted. */
export async function timePainted(page: Page, pressed: Locator, selector: string): Promise<Painted> {
	const handle = await pressed.elementHandle();
	return page.evaluate(
		async ({ element, awaited }) => {
			const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
			let longestMs = 0;
			const tasks = new PerformanceObserver((list) => {
				for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
			});
			tasks.observe({ type: 'longtask' });
			await nextFrame();
			const start = performance.now();
			(element as HTMLElement).click();
			while (!document.querySelector(awaited)) await nextFrame();
			// A message is answered after the frame that shows it.
			await nextFrame();
			await new Promise((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = resolve;
				port2.postMessage(null);
			});
			const ms = performance.now() - start;
			await new Promise((resolve) => setTimeout(resolve));
			tasks.disconnect();
			return { ms, longestMs };
		},
		{ element: handle, awaited: selector },
	);
}
