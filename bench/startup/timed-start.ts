import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { electronEnvironment, rootSwitches } from '../../e2e/fixtures/electron.ts';

/** An app to be started, and by what one sees that it can be used. */
export interface TimedApp {
	/** What stands behind the executable. */
	args: string[];
	selector: string;
	environment?: Record<string, string>;
}

const watcher = path.join(import.meta.dirname, 'tell-when-painted.cjs');
const patienceMillis = 60_000;

/** Milliseconds from the start of the process to the paint of what the app is waited for; the app has ended by then. */
export async function timeStart({ args, selector, environment }: TimedApp, stayMillis = 0): Promise<number> {
	const startedAtMillis = performance.timeOrigin + performance.now();
	const child = spawn(process.env.ELECTRON_EXEC_PATH ?? 'electron', [...rootSwitches, '-r', watcher, ...args], {
		env: {
			...electronEnvironment(),
			...environment,
			LECTERN_BENCH_SELECTOR: selector,
			LECTERN_BENCH_STAY_MILLIS: String(stayMillis),
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const patience = setTimeout(() => child.kill('SIGKILL'), patienceMillis);
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text) => {
			output += text;
		});
	await once(child, 'close');
	clearTimeout(patience);
	const paintedAtMillis = /^painted ([\d.]+)$/m.exec(output)?.[1];
	if (paintedAtMillis === undefined) throw new Error(`${args.join(' ')} painted nothing:\n${output}`);
	return Number(paintedAtMillis) - startedAtMillis;
}
