import fs from 'node:fs';
import path from 'node:path';
import { onDisplay } from '../setup/display.mjs';
import { electronEnvironment } from '../setup/electron-runtime.mjs';
import { currentNode, inPackage, projectRoot } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';
import { sharedFolder } from '../setup/shared-sets.mjs';
import { readPlaywrightReport } from './tally.mjs';
import { asUnprivileged, mayNeedIt, whyNotUnprivileged } from './unprivileged.mjs';

const results = path.join(projectRoot, 'test-results');
const name = 'end-to-end tests';

/**
 * The journeys in the real app and in the browser edition, by Playwright.
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('../setup/official-electron.mjs').ElectronRuntime} electron
 * @param {string[]} args for Playwright
 */
export async function runEndToEndTests(tally, electron, args = []) {
	process.stdout.write(`\n== ${name} in Electron ${electron.version} (${electron.source}) and Chromium\n`);
	fs.rmSync(results, { recursive: true, force: true });
	fs.mkdirSync(results);
	const environment = {
		...process.env,
		...electronEnvironment(electron),
		LECTERN_SHARED: sharedFolder(),
		LECTERN_RUNTIME: electron.source === 'registry' ? 'development' : '',
	};
	const obstacle = mayNeedIt ? whyNotUnprivileged([projectRoot, electron.executable, sharedFolder()]) : undefined;
	const status =
		mayNeedIt && !obstacle
			? await asUnprivileged(({ prefix, home }) => playwright(args, environment, prefix, home))
			: await playwright(args, environment);
	if (obstacle) {
		say(`the end-to-end tests ran as root, without Chromium's sandbox: ${obstacle}`);
		tally.notes.push(`${name}: ran as root with --no-sandbox (${obstacle})`);
	}
	tally.add(name, status, readPlaywrightReport(path.join(results, 'report.json')));
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} prefix what runs it as another user, if anything does
 * @param {string} [home] where that user may write
 */
async function playwright(args, environment, prefix = [], home) {
	const folder = home ? path.join(home, 'results') : path.join(results, 'e2e');
	const report = path.join(home ?? results, 'report.json');
	const [command, displayed] = onDisplay(currentNode(), [inPackage('@playwright/test', 'cli.js'), 'test', ...args]);
	const [first = command, ...rest] = [...prefix, command];
	const status = await run(first, [...rest, ...displayed], {
		cwd: projectRoot,
		env: {
			...environment,
			LECTERN_TEST_RESULTS: folder,
			PLAYWRIGHT_JSON_OUTPUT_NAME: report,
			...(home ? homeOf(home) : {}),
		},
	});
	if (home) keepResults(folder, report);
	return status;
}

/** @param {string} home */
function homeOf(home) {
	const at = (/** @type {string} */ place) => path.join(home, place);
	return {
		HOME: home,
		TMPDIR: home,
		XDG_CONFIG_HOME: at('config'),
		XDG_CACHE_HOME: at('cache'),
		XDG_RUNTIME_DIR: home,
	};
}

/**
 * @param {string} folder
 * @param {string} report
 */
function keepResults(folder, report) {
	if (fs.existsSync(folder)) fs.cpSync(folder, path.join(results, 'e2e'), { recursive: true });
	if (fs.existsSync(report)) fs.copyFileSync(report, path.join(results, 'report.json'));
}
