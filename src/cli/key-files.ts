import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { OtherKey } from '#shared/domain/merge.ts';

export interface KeyFiles {
	passphraseFile?: string;
	identityFile?: string;
}

/** What opens an encrypted package, from files: a passphrase on a command line would be seen by everybody on the machine. */
export async function readOpener({ passphraseFile, identityFile }: KeyFiles): Promise<OtherKey | undefined> {
	if (passphraseFile !== undefined) return { passphrase: await readPassphrase(passphraseFile) };
	if (identityFile === undefined) return undefined;
	const lines = (await readText(identityFile)).split(/\r?\n/).map((line) => line.trim());
	return { identities: lines.filter((line) => line.startsWith('AGE-SECRET-KEY-')) };
}

/** The first line of the file. */
export async function readPassphrase(path: string): Promise<string> {
	return (await readText(path)).split(/\r?\n/)[0] ?? '';
}

async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		throw new AppError('unreadable-file', { file: basename(path), reason: (error as Error).message }, { cause: error });
	}
}
