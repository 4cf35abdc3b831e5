import { chromium } from '@playwright/test';
import { memoryBelow } from './process-memory.ts';
import { type OpenedPage, waitForResult } from './timed-page.ts';

const executablePath = process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium';

/** In a browser that was just started, with an empty profile. */
export async function openInChromium(url: string): Promise<OpenedPage> {
	const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
	try {
		const page = await browser.newPage();
		await page.goto(url, { waitUntil: 'commit' });
		const [drawnMillis = 0, foundMillis = 0] = JSON.parse(await page.evaluate(waitForResult)) as number[];
		return { drawnMillis, foundMillis, memory: memoryBelow(process.pid) };
	} finally {
		await browser.close();
	}
}
