import type { Page } from '@playwright/test';

/** What the window's main thread went through, in milliseconds. */
export interface Strain {
	longTasks: number[];
	frameGaps: number[];
}

/** From now on; a second call begins anew. */
export function watchMainThread(page: Page): Promise<void> {
	return page.evaluate(() => {
		const strain: Strain = { longTasks: [], frameGaps: [] };
		(window as unknown as { benchStrain: Strain }).benchStrain = strain;
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) strain.longTasks.push(duration);
		}).observe({ type: 'longtask' });
		let last = performance.now();
		const frame = (now: number) => {
			strain.frameGaps.push(now - last);
			last = now;
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	});
}

export function strainOf(page: Page): Promise<Strain> {
	return page.evaluate(() => (window as unknown as { benchStrain: Strain }).benchStrain);
}
