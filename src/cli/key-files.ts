import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import { identitiesIn } from '#shared/age/identities.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { OtherKey } from '#shared/domain/merge.ts';
import { message } from '#shared/messages/messages.ts';

export interface KeyFiles {
	packagePassphraseFile?: string;
	identityFile?: string;
}

/**
 * What opens an encrypted package, from files: a passphrase on a command line would be seen by everybody on the machine.
 *
 * @param takeSpare gives the passphrase file of an archive that needs none
 */
export async function readOpener(
	{ packagePassphraseFile, identityFile }: KeyFiles,
	takeSpare: () => string | undefined = () => undefined,
): Promise<OtherKey | undefined> {
	if (packagePassphraseFile !== undefined) return { passphrase: await readPassphrase(packagePassphraseFile) };
	if (identityFile === undefined) {
		const spare = takeSpare();
		return spare === undefined ? undefined : { passphrase: await readPassphrase(spare) };
	}
	const identities = identitiesIn(await readText(identityFile));
	if (identities.length > 0) return { identities };
	throw new AppError('unreadable-file', { file: basename(identityFile), reason: message('home.reason.no-key') });
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
		throw fileError(basename(path), error);
	}
}
