import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const known = new Map<string, boolean>();

/** Whether a program that figures are compared with is on this machine; says so once where it is not. */
export function hasProgram(name: string, argument: string): boolean {
	const isHere = known.get(name) ?? spawnSync(name, [argument], { stdio: 'ignore' }).error === undefined;
	if (!isHere && !known.has(name)) console.log(`the ${name} command is not here: nothing to compare with`);
	known.set(name, isHere);
	return isHere;
}

export interface ReadPages {
	files: string[];
	pageCount: number;
	seconds: number;
}

/** Reads each of these with poppler, one after the other; what it refuses is left out. Each page ends with a form feed. */
export function readByPoppler(files: readonly string[]): ReadPages {
	const read: ReadPages = { files: [], pageCount: 0, seconds: 0 };
	for (const file of files) {
		const began = performance.now();
		const { status, stdout } = spawnSync('pdftotext', ['-q', file, '-'], { encoding: 'latin1', maxBuffer: 2 ** 28 });
		const seconds = (performance.now() - began) / 1000;
		if (status !== 0) continue;
		read.files.push(file);
		read.pageCount += stdout.split('\f').length - 1;
		read.seconds += seconds;
	}
	return read;
}

/** Of all these files in one run. */
export function secondsOfSha256sum(files: readonly string[]): number {
	const began = performance.now();
	execFileSync('xargs', ['-0', 'sha256sum'], {
		input: files.join('\0'),
		maxBuffer: 2 ** 28,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	return (performance.now() - began) / 1000;
}

export function filesBelow(folder: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
}
