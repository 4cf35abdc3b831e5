import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder } from '#archive/packages/bag/folder-source.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { partNameOf, readPart } from '#shared/reading-copy/part-file.ts';
import type { Part } from './numbered-parts.ts';

/** The program of a copy as the build laid it down: its files by their paths in the folder of a copy. */
export type CopyProgram = ReadonlyMap<string, Uint8Array>;

/** Throws unexpected where there was no build. */
export async function readProgram(folder: string): Promise<CopyProgram> {
	const { files } = await openFolder(folder).catch(() => ({ files: new Map<string, number>() }));
	if (!files.has('app/copy.js')) throw new AppError('unexpected', { reason: `${folder} is not built` });
	const program = new Map<string, Uint8Array>();
	for (const path of [...files.keys()].sort()) program.set(path, await readFile(join(folder, path)));
	return program;
}

export function textOfProgram(program: CopyProgram, path: string): string {
	return Buffer.from(program.get(path) ?? new Uint8Array()).toString('utf8');
}

/** Those of its files that a page loads as parts. */
export function programParts(program: CopyProgram): Part[] {
	return [...program.keys()].flatMap((path) => {
		const name = partNameOf(path);
		return name === null ? [] : [{ name, content: readPart(name, textOfProgram(program, path)) }];
	});
}

/** In hexadecimal. */
export function sha256Of(bytes: string | Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
