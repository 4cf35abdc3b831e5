import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Identity } from 'age-encryption';
import { fileError } from '#archive/db/file-error.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { BagSource } from './bag/bag-source.ts';
import { openFolder } from './bag/folder-source.ts';
import { openZip, openZipIn } from './bag/zip-source.ts';
import { AgeFile, isAgeFile, isSealedForKey } from './encryption/age-file.ts';
import { passphraseIdentity } from './encryption/passphrase.ts';

/** What opens an encrypted package: its passphrase, or secret keys of age, one of which is enough. */
export type PackageOpener = { passphrase: string } | { identities: readonly (string | Identity)[] };

export interface OpenOptions {
	opener?: PackageOpener | undefined;
	signal?: AbortSignal | undefined;
	/** True where every file is read anyway before anything counts: then damage shows there, and half the work is saved. */
	readsAll?: boolean;
}

/**
 * Opens a bag that is a folder, a ZIP file, or a ZIP file in an age file; the last is read through before anything of it is
 * used, so that what is damaged anywhere is refused. Throws unreadable-file, and needs- or wrong-passphrase or -key.
 */
export async function openBag(
	path: string,
	{ opener, signal, readsAll = false }: OpenOptions = {},
): Promise<BagSource> {
	const file = basename(path);
	try {
		if ((await stat(path)).isDirectory()) return await openFolder(path);
		if (!(await isAgeFile(path))) return await openZip(path);
	} catch (error) {
		throw explain(file, error, await isZip(path).catch(() => false));
	}
	if (!opener) throw await needsOpener(path);
	const identities = 'passphrase' in opener ? [passphraseIdentity(opener.passphrase)] : opener.identities;
	const age = await AgeFile.open(path, identities);
	try {
		if (!readsAll) await age.verify(path, signal);
		return await openZipIn(age, age.sizeBytes);
	} catch (error) {
		// The ZIP reader closes the file when it gives up by itself; closing it again does no harm.
		await new Promise<void>((resolve) => age.close(() => resolve()));
		throw explain(file, error);
	}
}

/** What an age file that came without either takes. */
export async function needsOpener(path: string): Promise<AppError> {
	return new AppError((await isSealedForKey(path)) ? 'needs-key' : 'needs-passphrase', { file: basename(path) });
}

/** What the reader of ZIP files says is English, and of their format: what it comes to is that the file is not whole. */
function explain(file: string, error: unknown, isZip = false): AppError {
	if (error instanceof AppError || (error as NodeJS.ErrnoException).code !== undefined) return fileError(file, error);
	const reason = message(isZip ? 'package.reason.damaged' : 'package.reason.not-a-bag');
	return new AppError('unreadable-file', { file, reason }, { cause: error });
}

/** By its beginning, which is there where the end was cut off. */
async function isZip(path: string): Promise<boolean> {
	const file = await open(path, 'r');
	try {
		const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
		return buffer.toString('latin1') === 'PK\u0003\u0004';
	} finally {
		await file.close();
	}
}
