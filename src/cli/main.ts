import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.ts';

const installFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { version } = JSON.parse(readFileSync(resolve(installFolder, 'package.json'), 'utf8')) as { version: string };
// `lectern list | head` closes our output early: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});
process.exitCode = await runProgram(process.argv.slice(2), { installFolder, version });
