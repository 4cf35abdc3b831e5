import { defineConfig, type Project } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/**
 * With LECTERN_PACKAGED, the packaged program is tested and nothing else: what is said of it alone, and those journeys
 * that reach every part which it opens by name (importers, recognition, pages, languages).
 */
const packaged: Project = {
	name: 'packaged',
	testMatch:
		/[.]packaged[.]spec[.]ts$|[\\/](journey|documents|office-files|page-view|recognition|languages)[.]spec[.]ts$/,
};

/**
 * With LECTERN_TEST_IN=firefox, what the system's Firefox does is tested and nothing else. Playwright drives no Firefox but
 * its own, so these journeys speak to it themselves.
 */
const firefox: Project = { name: 'firefox', testMatch: '**/*.firefox.spec.ts' };

/**
 * `desktop` starts the real app by `_electron.launch`, with `ELECTRON_EXEC_PATH` and, as here, `chromiumSandbox` unless
 * root runs it; `browser` drives the system's Chromium against the server of the browser edition. A spec that is for one
 * of them alone ends in `.desktop.spec.ts` or `.browser.spec.ts`, a test that is bears a tag (e2e/fixtures/test.ts).
 */
export default defineConfig({
	testDir: 'e2e',
	// The tests may run as another user than the one who owns the tree: scripts/test.mjs names a folder for them.
	outputDir: process.env.LECTERN_TEST_RESULTS ?? 'test-results/e2e',
	workers: 1,
	retries: 0,
	forbidOnly: true,
	// For a whole journey, on a slow machine; only what hangs waits for it.
	timeout: 240_000,
	// Long too, since both editions are tested at once on machines with two cores.
	expect: { timeout: 20_000 },
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
	use: {
		actionTimeout: 20_000,
		// Pictures of every frame cost a sixth of the time; the last one is kept below.
		trace: { mode: 'retain-on-failure', screenshots: false },
		screenshot: 'only-on-failure',
		locale: 'en-GB',
		timezoneId: 'UTC',
	},
	projects: projects(),
});

function projects(): Project[] {
	if (process.env.LECTERN_PACKAGED) return [packaged];
	return process.env.LECTERN_TEST_IN === 'firefox' ? [firefox] : editions();
}

function editions(): Project[] {
	return [
		{
			name: 'desktop',
			testMatch: '**/*.spec.ts',
			testIgnore: /[.](browser|firefox|packaged)[.]spec[.]ts$/,
			grepInvert: /@browser/,
		},
		{
			name: 'browser',
			testMatch: '**/*.spec.ts',
			testIgnore: /[.](desktop|firefox|packaged)[.]spec[.]ts$/,
			grepInvert: /@desktop/,
			use: {
				browserName: 'chromium',
				launchOptions: {
					executablePath: process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium',
					// Playwright leaves the sandbox off unless told; root cannot have it.
					chromiumSandbox: !isRoot,
					args: [
						'--no-first-run',
						'--disable-background-networking',
						'--disable-component-update',
						'--disable-sync',
						'--disable-quic',
					],
				},
			},
		},
	];
}
