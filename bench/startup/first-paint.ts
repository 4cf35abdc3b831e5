import { startDriven } from '../../e2e/fixtures/driven-program.ts';

/**
 * Milliseconds from the start of the process to the first paint with something in it, as the page recorded it; rows are
 * there by then (docs/decisions/0007). Any program started like a packaged one can be put beside it.
 */
export async function timeFirstPaint(program: string, args: readonly string[]): Promise<number> {
	const startedAtMillis = performance.timeOrigin + performance.now();
	const { page, close, dispose } = await startDriven(program, args);
	try {
		await page.locator('[role="gridcell"]').first().waitFor();
		const painted = await page.waitForFunction(() => {
			const [paint] = performance.getEntriesByName('first-contentful-paint');
			return paint && performance.timeOrigin + paint.startTime;
		});
		const paintedAtMillis = (await painted.jsonValue()) ?? Number.NaN;
		await close();
		return paintedAtMillis - startedAtMillis;
	} finally {
		await dispose();
	}
}
