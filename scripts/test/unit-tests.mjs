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

/**
 * The archive's tests once more, inside the Electron runtime, whose Node may be another. Not those of the importers:
 * what they open by name is opened by journeys in the real app.
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('../setup/official-electron.mjs').ElectronRuntime} electron
 * @param {string[]} args for Vitest
 */
export function runRuntimeTests(tally, electron, args = ['src/archive', '--exclude=src/archive/importers/**']) {
	return runVitest(tally, `archive tests in Electron ${electron.version}`, { executable: electron.executable, args });
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
