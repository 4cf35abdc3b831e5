import { message } from '#shared/messages/messages.ts';
import { expect, test } from './fixtures/test.ts';

test('the link works once, and only with its cookie can anything be read', async ({
	startBrowserEdition,
	chromium,
	pageFaults,
}) => {
	const { link, pages } = await startBrowserEdition();
	await expect(pages.library.grid).toBeVisible();
	const stranger = await (await chromium()).newContext();
	const again = await stranger.request.get(link);
	expect(again.status()).toBe(403);
	expect(await again.text()).toContain(message('serve.page.usedLink'));
	const { origin } = new URL(link);
	const withoutCookie = await stranger.request.get(origin);
	expect(withoutCookie.status()).toBe(403);
	expect(await withoutCookie.text()).toContain(message('serve.page.noSession'));
	const otherName = await stranger.request.get(origin, { headers: { host: 'lectern.invalid' } });
	expect(otherName.status()).toBe(421);
	await stranger.close();
	expect(pageFaults).toEqual([]);
});

test('the page fetches nothing from outside and runs no text', async ({ startBrowserEdition, pageFaults }) => {
	const { page, pages, outsideRequests } = await startBrowserEdition();
	await expect(pages.library.grid).toBeVisible();
	await expect(page.evaluate(() => fetch('https://example.invalid/'))).rejects.toThrow();
	const isLoaded = await page.evaluate(
		() =>
			new Promise<boolean>((resolve) => {
				const picture = new Image();
				picture.onload = () => resolve(true);
				picture.onerror = () => resolve(false);
				picture.src = 'https://example.invalid/picture.png';
			}),
	);
	expect(isLoaded).toBe(false);
	const headers = (await page.reload())?.headers() ?? {};
	expect(headers['content-security-policy']).toContain("default-src 'none'");
	expect(headers['content-security-policy']).not.toContain('unsafe');
	// What the page's policy refused it had to report; none of it left the page.
	pageFaults.length = 0;
	expect(await outsideRequests()).toBe(0);
});
