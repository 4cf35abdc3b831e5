import type { ElectronApplication, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import { expect, test } from './fixtures/test.ts';

const outside = 'https://example.invalid/';

test('the page has no Node, and nothing of Electron but the bridge', async ({ startDesktop }) => {
	const { page } = await startDesktop();
	const found = await page.evaluate(() => ({
		node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
		bridge: Object.keys((window as unknown as { lectern: object }).lectern).sort(),
	}));
	expect(found.node).toEqual([]);
	expect(found.bridge).toEqual([
		'chooseAnnotations',
		'chooseArchive',
		'chooseEdition',
		'chooseFiles',
		'chooseFolder',
		'chooseLanguageData',
		'chooseMergeSource',
		'choosePackage',
		'chooseSavePath',
		'filesToAdd',
		'forgetCopy',
		'noteCopy',
		'onCommand',
		'onFilesToAdd',
		'onLeft',
		'onPassphraseWanted',
		'onRefusedRequest',
		'openExternal',
		'pathOf',
		'refusedRequests',
		'runtime',
		'savePdf',
		'setKeys',
		'setLocale',
		'setTitle',
		'systemLanguages',
		'turnFullScreen',
	]);
});

test('no other window opens and the window goes nowhere else', async ({ startDesktop, pageFaults }) => {
	const { page, app, pages } = await startDesktop();
	await expect(pages.library.grid).toBeVisible();
	expect(await page.evaluate((url) => window.open(url), outside)).toBeNull();
	await watchNavigation(app);
	await page.evaluate((url) => {
		const form = document.createElement('form');
		form.action = url;
		document.body.append(form);
		form.submit();
		location.assign(url);
	}, outside);
	expect(await navigationWasPrevented(app)).toBe(true);
	expect(await addressesOfWindows(app)).toEqual([expect.stringMatching(/^app:/)]);
	forgetRefusals(pageFaults);
});

test('no text becomes code, and nothing is fetched from outside', async ({ startDesktop, pageFaults, folder }) => {
	const { page, pages, outsideRequests } = await startDesktop();
	await expect(pages.library.grid).toBeVisible();
	expect(await runsInlineScript(page)).toBe(false);
	expect(await runsScriptText(page)).toBe(false);
	for (const address of [`${outside}script.js`, `file://${folder}/script.js`, '../other/script.js'])
		await expect(importsScript(page, address)).rejects.toThrow(TypeError.name);
	expect(await loadsPicture(page, `${outside}picture.png`)).toBe(false);
	expect(await loadsPicture(page, `file://${folder}/picture.png`)).toBe(false);
	await expect(page.evaluate((url) => fetch(url), outside)).rejects.toThrow();
	// The page's own policy stopped them all before they became requests.
	expect(await outsideRequests()).toBe(0);
	forgetRefusals(pageFaults);
});

test('a request that gets past the page’s policy is refused by the session, counted and shown', async ({
	startDesktop,
	pageFaults,
}) => {
	const { page, pages, outsideRequests } = await startDesktop();
	await expect(pages.frame.statusBar).toContainText(message('status.refused', { count: 0 }));
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setBypassCSP', { enabled: true });
	await page.reload();
	await expect(pages.library.grid).toBeVisible();
	await expect(page.evaluate((url) => fetch(url, { mode: 'no-cors' }), outside)).rejects.toThrow();
	await expect(pages.frame.statusBar).toContainText(message('status.refused', { count: 1 }));
	await expect(pages.frame.offlineButton).toContainText(message('offline.refused', { count: 1 }));
	expect(await outsideRequests()).toBe(1);
	forgetRefusals(pageFaults);
});

type Watched = typeof globalThis & { wasPrevented?: Promise<boolean> };

/** Notes in the main process what becomes of the next time that the page wants to go elsewhere. */
async function watchNavigation(app: ElectronApplication): Promise<void> {
	await app.evaluate(({ BrowserWindow }) => {
		const [window] = BrowserWindow.getAllWindows();
		(globalThis as Watched).wasPrevented = new Promise((resolve) => {
			// After all other listeners, which are those that prevent it.
			window?.webContents.once('will-frame-navigate', (event) => setImmediate(() => resolve(event.defaultPrevented)));
		});
	});
}

function navigationWasPrevented(app: ElectronApplication): Promise<boolean | undefined> {
	return app.evaluate(() => (globalThis as Watched).wasPrevented);
}

function addressesOfWindows(app: ElectronApplication): Promise<string[]> {
	return app.evaluate(({ BrowserWindow }) =>
		BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
	);
}

/** The refusals that a test provoked are what the page had to report. */
function forgetRefusals(pageFaults: string[]): void {
	pageFaults.length = 0;
}

function runsInlineScript(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const script = document.createElement('script');
		try {
			script.textContent = 'window.ranInline = true';
			document.body.append(script);
		} catch {
			// Trusted Types refuse it even earlier.
		}
		return 'ranInline' in window;
	});
}

/** As a listener's attribute, which is compiled by the page and not by the debugger that calls this. */
function runsScriptText(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const button = document.createElement('button');
		try {
			button.setAttribute('onclick', 'window.ranText = true');
		} catch {
			return false;
		}
		button.click();
		return 'ranText' in window;
	});
}

function loadsPicture(page: Page, address: string): Promise<boolean> {
	return page.evaluate(
		(src) =>
			new Promise<boolean>((resolve) => {
				const picture = new Image();
				picture.onload = () => resolve(true);
				picture.onerror = () => resolve(false);
				picture.src = src;
			}),
		address,
	);
}

/** What the page itself does to load its second script. */
function importsScript(page: Page, path: string): Promise<unknown> {
	return page.evaluate(
		(url) => (globalThis as unknown as { lecternImport(path: string): Promise<unknown> }).lecternImport(url),
		path,
	);
}
