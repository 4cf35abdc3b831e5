import { Firefox } from '../../e2e/fixtures/firefox.ts';
import { memoryBelow } from './process-memory.ts';
import { type OpenedPage, waitForResult } from './timed-page.ts';

export { hasFirefox } from '../../e2e/fixtures/firefox.ts';

/** In the system's own Firefox, just started with an empty profile. */
export async function openInFirefox(url: string): Promise<OpenedPage> {
	const firefox = await Firefox.start();
	try {
		await firefox.open(url, 'none');
		const [drawnMillis = 0, foundMillis = 0] = JSON.parse(await firefox.evaluate(waitForResult)) as number[];
		return { drawnMillis, foundMillis, memory: memoryBelow(process.pid) };
	} finally {
		await firefox.close();
	}
}
