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

const allResults = path.join(projectRoot, 'test-results');

/** @typedef {{ name: string, results: string, environment: NodeJS.ProcessEnv, readable: string[] }} Suite */

/**
 * The journeys in the real app and in the browser edition, by Playwright.
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('../setup/official-electron.mjs').ElectronRuntime} electron
 * @param {string[]} args for Playwright
 */
export async function runEndToEndTests(tally, electron, args = []) {
	process.stdout.write(`\n== end-to-end tests in Electron ${electron.version} (${electron.source}) and Chromium\n`);
	fs.rmSync(allResults, { recursive: true, force: true });
	const environment = {
		...electronEnvironment(electron),
		LECTERN_RUNTIME: electron.source === 'registry' ? 'development' : '',
	};
	const readable = [electron.executable];
	await runSuite(tally, { name: 'end-to-end tests', results: allResults, environment, readable }, args);
}

/**
 * The packaged app by itself, and the journeys that reach every part of it.
 * @param {import('./tally.mjs').Tally} tally
 * @param {string} program
 * @param {string[]} args for Playwright
 */
export async function runPackagedTests(tally, program, args = []) {
	process.stdout.write(`\n== tests of the packaged app ${path.relative(projectRoot, program)}\n`);
	const results = path.join(allResults, 'packaged');
	fs.rmSync(results, { recursive: true, force: true });
	const environment = { LECTERN_PACKAGED: program };
	await runSuite(tally, { name: 'tests of the packaged app', results, environment, readable: [program] }, args);
}

/**
 * @param {import('./tally.mjs').Tally} tally
 * @param {Suite} suite
 * @param {string[]} args
 */
async function runSuite(tally, suite, args) {
	fs.mkdirSync(suite.results, { recursive: true });
	const readable = [projectRoot, sharedFolder(), ...suite.readable];
	const obstacle = mayNeedIt ? whyNotUnprivileged(readable) : undefined;
	const status =
		mayNeedIt && !obstacle
			? await asUnprivileged(({ prefix, home }) => playwright(suite, args, prefix, home))
			: await playwright(suite, args);
	if (obstacle) {
		say(`the ${suite.name} ran as root, without Chromium's sandbox: ${obstacle}`);
		tally.notes.push(`${suite.name}: ran as root with --no-sandbox (${obstacle})`);
	}
	tally.add(suite.name, status, readPlaywrightReport(path.join(suite.results, 'report.json')));
}

/**
 * @param {Suite} suite
 * @param {string[]} args
 * @param {string[]} prefix what runs it as another user, if anything does
 * @param {string} [home] where that user may write
 */
async function playwright({ results, environment }, args, prefix = [], home) {
	const folder = home ? path.join(home, 'results') : path.join(results, 'e2e');
	const report = path.join(home ?? results, 'report.json');
	const [command, displayed] = onDisplay(currentNode(), [inPackage('@playwright/test', 'cli.js'), 'test', ...args]);
	const [first = command, ...rest] = [...prefix, command];
	const status = await run(first, [...rest, ...displayed], {
		cwd: projectRoot,
		env: {
			...process.env,
			...environment,
			LECTERN_SHARED: sharedFolder(),
			LECTERN_TEST_RESULTS: folder,
			PLAYWRIGHT_JSON_OUTPUT_NAME: report,
			...(home ? homeOf(home) : {}),
		},
	});
	if (home) keepResults(results, folder, report);
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
 * @param {string} results
 * @param {string} folder
 * @param {string} report
 */
function keepResults(results, folder, report) {
	if (fs.existsSync(folder)) fs.cpSync(folder, path.join(results, 'e2e'), { recursive: true });
	if (fs.existsSync(report)) fs.copyFileSync(report, path.join(results, 'report.json'));
}
