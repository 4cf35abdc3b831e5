import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronEnvironment } from '../../e2e/fixtures/electron.ts';
import { projectRoot } from '../../e2e/fixtures/places.ts';
import { LecternPages } from '../../e2e/pages/lectern.ts';

/** The real app in the real window, with nothing beside it that costs time (no trace, no video). */
export interface MeasuredApp {
	app: ElectronApplication;
	page: Page;
	pages: LecternPages;
	/** As the window says it: `electron 45.4.1`. */
	runtime: string;
	close(): Promise<void>;
}

/** Starts it and waits until the library has its rows. */
export async function startMeasured(options: { dataFolder: string; archive?: string }): Promise<MeasuredApp> {
	const executablePath = process.env.ELECTRON_EXEC_PATH;
	const app = await _electron.launch({
		...(executablePath ? { executablePath } : {}),
		args: [projectRoot, ...(options.archive ? [options.archive] : []), '--data', options.dataFolder],
		env: electronEnvironment(),
		// Root cannot have Chromium's sandbox.
		chromiumSandbox: process.getuid?.() !== 0,
		locale: 'en-GB',
		timezoneId: 'UTC',
	});
	const page = await app.firstWindow();
	const pages = new LecternPages(page);
	await pages.library.grid.and(page.locator('[aria-busy="false"]')).waitFor();
	const runtime = await page.evaluate(
		() => (window as unknown as { lectern: { runtime: { version: string } } }).lectern.runtime.version,
	);
	return { app, page, pages, runtime, close: () => app.close() };
}
