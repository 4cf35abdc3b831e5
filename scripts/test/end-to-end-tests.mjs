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
/** As in playwright.config.ts. */
const projects = ['desktop', 'browser'];

/**
 * The journeys in the real app and in the browser edition, by Playwright: side by side, since each waits more than it
 * works. Only the app's windows have a display, so neither takes the focus from the other.
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
	const runs = projects.map((project) => {
		/** @param {{ prefix?: string[], home?: string }} [user] */
		const start = (user) => playwright(project, args, { environment, ...user });
		return mayNeedIt && !obstacle ? asUnprivileged(start) : start();
	});
	const statuses = await Promise.all(runs);
	if (obstacle) {
		say(`the end-to-end tests ran as root, without Chromium's sandbox: ${obstacle}`);
		tally.notes.push(`${name}: ran as root with --no-sandbox (${obstacle})`);
	}
	const reports = projects.map((project) => readPlaywrightReport(reportOf(project)));
	tally.add(name, Math.max(...statuses), sumOf(reports));
}

/** @param {string} project */
const reportOf = (project) => path.join(results, `report-${project}.json`);

/** @param {{ passed: number, failed: number, skipped: number }[]} reports */
function sumOf(reports) {
	const sum = { passed: 0, failed: 0, skipped: 0 };
	for (const { passed, failed, skipped } of reports) {
		sum.passed += passed;
		sum.failed += failed;
		sum.skipped += skipped;
	}
	return sum;
}

/**
 * @param {string} project
 * @param {string[]} args
 * @param {{ environment: NodeJS.ProcessEnv, prefix?: string[], home?: string }} user `prefix` is what runs it as another
 *   user, `home` where that user may write
 */
async function playwright(project, args, { environment, prefix = [], home }) {
	const folder = home ? path.join(home, 'results') : path.join(results, project);
	const report = home ? path.join(home, 'report.json') : reportOf(project);
	const cli = [
		inPackage('@playwright/test', 'cli.js'),
		'test',
		`--project=${project}`,
		'--pass-with-no-tests',
		...args,
	];
	const [command, displayed] = project === 'desktop' ? onDisplay(currentNode(), cli) : [currentNode(), cli];
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
	if (home) {
		if (fs.existsSync(folder)) fs.cpSync(folder, path.join(results, project), { recursive: true });
		if (fs.existsSync(report)) fs.copyFileSync(report, reportOf(project));
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
