import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from '@playwright/test';

const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Milliseconds from the start of the process to the first paint with something in it, as the page recorded it; rows are
 * there by then (docs/decisions/0007). Driven over Chromium's own port, the one way into a packaged program, so that
 * another program started like this can be put beside it.
 */
export async function timeFirstPaint(program: string, args: readonly string[]): Promise<number> {
	const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
	const startedAtMillis = performance.timeOrigin + performance.now();
	const child = spawn(program, [...switches, '--remote-debugging-port=0', ...args], {
		env: environment,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const ended = once(child, 'exit');
	let output = '';
	const endpoint = await new Promise<string>((resolve, reject) => {
		child.stderr.on('data', (text) => {
			output += text;
			const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
			if (found) resolve(found);
		});
		child.once('exit', (code) => reject(new Error(`${program} ended with ${code}:\n${output}`)));
	});
	const browser = await chromium.connectOverCDP(endpoint);
	const [context] = browser.contexts();
	const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
	if (!page) throw new Error(`${program} has no window`);
	await page.locator('[role="gridcell"]').first().waitFor();
	const painted = await page.waitForFunction(() => {
		const [paint] = performance.getEntriesByName('first-contentful-paint');
		return paint && performance.timeOrigin + paint.startTime;
	});
	const paintedAtMillis = (await painted.jsonValue()) ?? Number.NaN;
	await page.close({ runBeforeUnload: true });
	await ended;
	await browser.close();
	return paintedAtMillis - startedAtMillis;
}
