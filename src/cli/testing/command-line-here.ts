import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './built-command-line.ts';

export interface CommandLineHere extends Pick<BuiltCommandLine, 'run' | 'start'> {
	/** A path in the folder in which it runs. */
	at(...path: string[]): string;
}

const buildMillis = 120_000;

/**
 * The command line of one test file, in a folder of its own.
 *
 * @param prepare runs once, before the first test
 */
export function commandLineHere(prepare?: (here: CommandLineHere) => Promise<unknown>): CommandLineHere {
	let folder: string;
	let built: BuiltCommandLine;
	const here: CommandLineHere = {
		at: (...path) => join(folder, ...path),
		run: (...args) => built.run(...args),
		start: (...args) => built.start(...args),
	};
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
		built = await buildCommandLine(folder);
		await prepare?.(here);
	}, buildMillis);
	afterAll(() => {
		built.remove();
		rmSync(folder, { recursive: true });
	});
	return here;
}
