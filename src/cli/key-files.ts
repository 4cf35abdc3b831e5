import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { OtherKey } from '#shared/domain/merge.ts';
import { message } from '#shared/messages/messages.ts';

export interface KeyFiles {
	packagePassphraseFile?: string;
	identityFile?: string;
}

/** What opens an encrypted package, from files: a passphrase on a command line would be seen by everybody on the machine. */
export async function readOpener({ packagePassphraseFile, identityFile }: KeyFiles): Promise<OtherKey | undefined> {
	if (packagePassphraseFile !== undefined) return { passphrase: await readPassphrase(packagePassphraseFile) };
	if (identityFile === undefined) return undefined;
	const lines = (await readText(identityFile)).split(/\r?\n/).map((line) => line.trim());
	return { identities: lines.filter((line) => line.startsWith('AGE-SECRET-KEY-')) };
}

/** The first line of the file; throws unreadable-file where that is empty. */
export async function readPassphrase(path: string): Promise<string> {
	const [line = ''] = (await readText(path)).split(/\r?\n/);
	if (line === '')
		throw new AppError('unreadable-file', { file: basename(path), reason: message('cli.empty-passphrase') });
	return line;
}

async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		throw new AppError('unreadable-file', { file: basename(path), reason: (error as Error).message }, { cause: error });
	}
}
