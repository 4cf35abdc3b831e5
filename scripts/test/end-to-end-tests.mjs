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

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} results
 * @property {string[]} projects as in playwright.config.ts; they run side by side
 * @property {NodeJS.ProcessEnv} environment
 * @property {string[]} readable what the user that runs it must be able to read
 */

/**
 * The journeys in the real app and in the browser edition, by Playwright: side by side, since each waits more than it
 * works. Only the app's windows have a display, so neither takes the focus from the other.
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
	const projects = ['desktop', 'browser'];
	const readable = [electron.executable];
	await runSuite(tally, { name: 'end-to-end tests', results: allResults, projects, environment, readable }, args);
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
	const projects = ['packaged'];
	const readable = [program];
	await runSuite(tally, { name: 'tests of the packaged app', results, projects, environment, readable }, args);
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
	const runs = suite.projects.map((project) => {
		/** @param {{ prefix?: string[], home?: string }} [user] */
		const start = (user) => playwright(project, suite, args, user);
		return mayNeedIt && !obstacle ? asUnprivileged(start) : start();
	});
	const statuses = await Promise.all(runs);
	if (obstacle) {
		say(`the ${suite.name} ran as root, without Chromium's sandbox: ${obstacle}`);
		tally.notes.push(`${suite.name}: ran as root with --no-sandbox (${obstacle})`);
	}
	const reports = suite.projects.map((project) => readPlaywrightReport(reportOf(suite, project)));
	tally.add(suite.name, Math.max(...statuses), sumOf(reports));
}

/**
 * @param {Suite} suite
 * @param {string} project
 */
const reportOf = ({ results }, project) => path.join(results, `report-${project}.json`);

/** @param {import('./tally.mjs').Counts[]} reports */
function sumOf(reports) {
	/** @type {import('./tally.mjs').Counts} */
	const sum = { passed: 0, failed: 0, skipped: 0, faults: [] };
	for (const { passed, failed, skipped, faults } of reports) {
		sum.passed += passed;
		sum.failed += failed;
		sum.skipped += skipped;
		sum.faults.push(...faults);
	}
	return sum;
}

/**
 * @param {string} project
 * @param {Suite} suite
 * @param {string[]} args
 * @param {{ prefix?: string[], home?: string }} [user] `prefix` is what runs it as another user, `home` where that user
 *   may write
 */
async function playwright(project, suite, args, { prefix = [], home } = {}) {
	const folder = home ? path.join(home, 'results') : path.join(suite.results, project);
	const report = home ? path.join(home, 'report.json') : reportOf(suite, project);
	const cli = [
		inPackage('@playwright/test', 'cli.js'),
		'test',
		`--project=${project}`,
		// What a person asks for may be in one of the editions only.
		...(suite.projects.length > 1 && args.length > 0 ? ['--pass-with-no-tests'] : []),
		...args,
	];
	const [command, displayed] = project === 'browser' ? [currentNode(), cli] : onDisplay(currentNode(), cli);
	const [first = command, ...rest] = [...prefix, command];
	const status = await run(first, [...rest, ...displayed], {
		cwd: projectRoot,
		env: {
			...process.env,
			...suite.environment,
			LECTERN_SHARED: sharedFolder(),
			LECTERN_TEST_RESULTS: folder,
			PLAYWRIGHT_JSON_OUTPUT_NAME: report,
			...(home ? homeOf(home) : {}),
		},
	});
	if (home) {
		if (fs.existsSync(folder)) fs.cpSync(folder, path.join(suite.results, project), { recursive: true });
		if (fs.existsSync(report)) fs.copyFileSync(report, reportOf(suite, project));
	}
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
