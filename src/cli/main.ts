import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { installationUnderNode } from '#archive/device/installation.ts';
import { speakAsStarted } from '#archive/device/spoken-language.ts';
import { runProgram } from './program.ts';

const installFolder = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(resolve(installFolder, 'package.json'), 'utf8')) as { version: string };
// `lectern list | head` closes our output early: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});
void main().then((exitCode) => {
	process.exitCode = exitCode;
});

async function main(): Promise<number> {
	await speakAsStarted();
	return runProgram(process.argv.slice(2), { installation: installationUnderNode(installFolder), version });
}
