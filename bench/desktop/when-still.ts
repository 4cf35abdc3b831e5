import type { Page } from '@playwright/test';

/** When the page has had nothing to do for two idle calls in a row. */
export function whenStill(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const rest = (before: boolean) =>
					requestIdleCallback((idle) => {
						const isStill = idle.timeRemaining() > stillMillis;
						if (before && isStill) resolve();
						else rest(isStill);
					});
				const stillMillis = 10;
				rest(false);
			}),
	);
}
