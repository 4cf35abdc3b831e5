import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandLineEntry } from '../../e2e/fixtures/places.ts';

/** Runs `lectern …` to its end, which must be a good one, and gives what it wrote. */
export async function runCommand(...args: string[]): Promise<string> {
	const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
	const child = spawn(process.execPath, [commandLineEntry, ...args], {
		env: environment,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let [output, problems] = ['', ''];
	child.stdout.on('data', (text) => {
		output += text;
	});
	child.stderr.on('data', (text) => {
		problems += text;
	});
	const [status] = (await once(child, 'close')) as [number | null];
	if (status !== 0) throw new Error(`lectern ${args[0]} ended with ${status}:\n${problems}`);
	return output;
}
