import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/lectern');

export interface Finished {
	status: number | null;
	out: string;
	err: string;
	/** Stdout, an object a line; asked only of what was printed with --json. */
	readonly lines: Record<string, unknown>[];
}

/** The command line as the product's build makes it, run as a process of its own. */
export interface BuiltCommandLine {
	run(...args: string[]): Promise<Finished>;
	/** The same where no file may come to more bytes, a multiple of 512. */
	runWithin(largestBytes: number, ...args: string[]): Promise<Finished>;
	/** Started, for a test that talks to it while it runs. */
	start(...args: string[]): ChildProcess;
	remove(): void;
}

/**
 * Takes the one that LECTERN_COMMAND_LINE names, which the whole run of tests has built, or builds one.
 * @param workingFolder where it is run and keeps its data (`data` below it)
 */
export async function buildCommandLine(workingFolder: string): Promise<BuiltCommandLine> {
	const built = process.env.LECTERN_COMMAND_LINE;
	return built ? commandLineAt(built, workingFolder, () => undefined) : buildCommandLineAlone(workingFolder);
}

/** A build of nothing else: without the windows' pages and their faces. */
export async function buildCommandLineAlone(workingFolder: string): Promise<BuiltCommandLine> {
	// Below the project, so that packages are found from there.
	mkdirSync(cache, { recursive: true });
	const install = mkdtempSync(join(cache, 'cli-test-'));
	for (const name of ['package.json', 'resources']) symlinkSync(join(root, name), join(install, name));
	await build({
		root,
		configFile: false,
		logLevel: 'silent',
		build: {
			ssr: true,
			outDir: join(install, 'out/main'),
			target: 'node20.18',
			minify: false,
			rolldownOptions: {
				input: { cli: join(root, 'src/cli/main.ts'), 'cli-import-process': join(root, 'src/cli/import-process.ts') },
				output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs' },
			},
		},
		ssr: { noExternal: true, external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers'] },
	});
	return commandLineAt(join(install, 'out/main/cli.cjs'), workingFolder, () => rmSync(install, { recursive: true }));
}

function commandLineAt(entry: string, workingFolder: string, remove: () => void): BuiltCommandLine {
	/** Anew for each: tests change the environment. */
	const options = () => ({
		cwd: workingFolder,
		env: { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: join(cache, 'compiled') },
	});
	const command = (args: string[]) => [entry, ...args, '--data', 'data'];
	const start = (...args: string[]) => spawn(process.execPath, command(args), options());
	const startWithin = (bytes: number, args: string[]) =>
		spawn('sh', ['-c', `ulimit -f ${bytes / 512}; exec "$0" "$@"`, process.execPath, ...command(args)], options());
	return {
		start,
		run: (...args) => finish(start(...args)),
		runWithin: (bytes, ...args) => finish(startWithin(bytes, args)),
		remove,
	};
}

/** Waits for the end of a started command. */
export function finish(child: ChildProcess): Promise<Finished> {
	let out = '';
	let err = '';
	child.stdout?.on('data', (text: Buffer) => {
		out += text;
	});
	child.stderr?.on('data', (text: Buffer) => {
		err += text;
	});
	return new Promise((done, fail) => {
		child.once('error', fail);
		child.once('close', (status) =>
			done({
				status,
				out,
				err,
				get lines() {
					return jsonLines(out);
				},
			}),
		);
	});
}

function jsonLines(out: string): Record<string, unknown>[] {
	if (!out.startsWith('{')) return [];
	return out
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}
