import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { fieldMarkerName } from '#shared/api/data-folder-path.ts';
import { noTraces } from './portable-folder.ts';

/** Whether the data folder is set to the field profile (docs/decisions/0030). */
export function isFieldFolder(dataFolder: string): boolean {
	return existsSync(join(dataFolder, fieldMarkerName));
}

/** Before the app is ready: what Chromium and the system would keep of it is kept in memory, or not at all. */
export function leaveNothing(): void {
	Object.assign(process.env, noTraces);
	app.commandLine.appendSwitch('disable-http-cache');
	app.commandLine.appendSwitch('disable-gpu-shader-disk-cache');
	if (process.platform === 'linux') refuseCoreDumps([process.pid]);
}

/**
 * The system writes down the memory of a program that crashes, with all that stands in it. Subtle: pages are children of
 * Chromium's zygotes, which run by now; all other processes come from this one.
 */
function refuseCoreDumps(processes: readonly number[]): void {
	for (const id of processes) {
		try {
			execFileSync('prlimit', ['--core=0:0', '--pid', String(id)]);
			const children = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ');
			refuseCoreDumps(children.filter((child) => child !== '').map(Number));
		} catch (error) {
			process.stderr.write(`${String(error)}\n`);
		}
	}
}
