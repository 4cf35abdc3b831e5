import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/**
 * `desktop` starts the real app by `_electron.launch` with `ELECTRON_EXEC_PATH`; `browser` drives the system's Chromium
 * against the server of the browser edition. A spec's name ends in the project that runs it, or in neither for both.
 */
export default defineConfig({
	testDir: 'e2e',
	// The tests may run as another user than the one who owns the tree: scripts/test.mjs names a folder for them.
	outputDir: process.env.LECTERN_TEST_RESULTS ?? 'test-results/e2e',
	workers: 1,
	retries: 0,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
	use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', locale: 'en-GB', timezoneId: 'UTC' },
	projects: [
		{ name: 'desktop', testMatch: '**/*.spec.ts', testIgnore: '**/*.browser.spec.ts' },
		{
			name: 'browser',
			testMatch: '**/*.spec.ts',
			testIgnore: '**/*.desktop.spec.ts',
			use: {
				browserName: 'chromium',
				launchOptions: {
					executablePath: process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium',
					args: [
						...(isRoot ? ['--no-sandbox'] : []),
						'--no-first-run',
						'--disable-background-networking',
						'--disable-component-update',
						'--disable-sync',
						'--disable-quic',
					],
				},
			},
		},
	],
});
