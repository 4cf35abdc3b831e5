import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { currentNode, inPackage, projectRoot } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';
import { sharedFolder } from '../setup/shared-sets.mjs';
import { readVitestReport } from './tally.mjs';

/**
 * All unit and service tests, on Lectern's Node.
 * @param {import('./tally.mjs').Tally} tally
 * @param {string[]} args for Vitest
 * @param {string} [commandLine] as it is built; without it each file that asks for one builds its own
 */
export function runUnitTests(tally, args = [], commandLine) {
	const environment = commandLine ? { LECTERN_COMMAND_LINE: commandLine } : {};
	return runVitest(tally, `unit tests on Node ${process.versions.node}`, {
		executable: currentNode(),
		args,
		environment,
	});
}

/** What journeys go through in the real app anyway, and what takes long and asks nothing of the runtime. */
const leftToJourneys = [
	'adding',
	'backup',
	'catalogue',
	'home',
	'importers',
	'map',
	'packages/*.test.ts',
	'recognition',
	'starter',
	'withdrawals',
];

/**
 * The archive's tests once more, inside the Electron runtime, whose Node may be another: of files, locks, digests, keys
 * and SQLite first of all.
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('../setup/official-electron.mjs').ElectronRuntime} electron
 * @param {string[]} args for Vitest
 */
export function runRuntimeTests(tally, electron, args = []) {
	const excluded = leftToJourneys.map((name) => `--exclude=src/archive/${name.endsWith('.ts') ? name : `${name}/**`}`);
	return runVitest(tally, `archive tests in Electron ${electron.version}`, {
		executable: electron.executable,
		args: args.length > 0 ? args : ['src/archive', ...excluded],
	});
}

/**
 * @param {import('./tally.mjs').Tally} tally
 * @param {string} name
 * @param {{ executable: string, args: string[], environment?: NodeJS.ProcessEnv }} how
 */
async function runVitest(tally, name, { executable, args, environment = {} }) {
	process.stdout.write(`\n== ${name}\n`);
	const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-unit-'));
	const report = path.join(folder, 'report.json');
	try {
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
		const status = await run(executable, [inPackage('vitest', 'vitest.mjs'), 'run', ...reporters, ...args], {
			cwd: projectRoot,
			env: { ...process.env, ...colours, ...environment, ELECTRON_RUN_AS_NODE: '1', LECTERN_SHARED: sharedFolder() },
		});
		tally.add(name, status, readVitestReport(report));
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}
