import type { MeasuredApp } from './measured-app.ts';

const lookMillis = 500;
/** Of one core. */
const quietPercent = 8;
const longestMillis = 60_000;

/** When no process of the app does anything to speak of: the copy after an import is made, what was added is packed. */
export async function whenQuiet({ app, page }: MeasuredApp): Promise<void> {
	const busyPercent = () =>
		app.evaluate(({ app: own }) => own.getAppMetrics().reduce((sum, { cpu }) => sum + cpu.percentCPUUsage, 0));
	await busyPercent();
	const until = performance.now() + longestMillis;
	for (let quietLooks = 0; quietLooks < 2; ) {
		if (performance.now() > until) throw new Error('the app does not come to rest');
		await page.waitForTimeout(lookMillis);
		quietLooks = (await busyPercent()) < quietPercent ? quietLooks + 1 : 0;
	}
}
