import { randomBytes, scrypt as scryptCallback } from 'node:crypto';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '#shared/domain/app-error.ts';
import { isEncrypted, readBeginning } from './file-beginning.ts';

const scrypt = promisify<string, Buffer, number, object, Buffer>(scryptCallback);

/**
 * What opens an archive with a passphrase. In words that SQLCipher takes as a key without deriving anything from it:
 * `x'` + 32 bytes of key + 16 bytes of salt, in hex + `'`.
 */
export type ArchiveKey = Buffer & { readonly isArchiveKey: true };

const saltBytes = 16;
/** scrypt (RFC 7914) with N = 2^17, r = 8, p = 1: 128 MiB and about half a second for every guess. Part of the file format. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

/** The key of a file that is to be made. */
export function makeKey(passphrase: string): Promise<ArchiveKey> {
	return deriveKey(passphrase, randomBytes(saltBytes));
}

/**
 * The key that the passphrase gives for this file, whose first 16 bytes are its salt; whether it is the right one shows
 * when the file is opened. Null for a file without a passphrase, whatever is given. Throws needs-passphrase where one is
 * missing.
 */
export async function keyOf(path: string, passphrase: string | null): Promise<ArchiveKey | null> {
	if (!isEncrypted(path)) return null;
	if (passphrase === null) throw new AppError('needs-passphrase', { file: basename(path), path });
	return deriveKey(passphrase, readBeginning(path, saltBytes));
}

/** The same letters can be typed as different code points: NFC makes them one before they become UTF-8. */
async function deriveKey(passphrase: string, salt: Buffer): Promise<ArchiveKey> {
	const key = await scrypt(passphrase.normalize('NFC'), salt, 32, cost);
	return Buffer.from(`x'${key.toString('hex')}${salt.toString('hex')}'`) as ArchiveKey;
}
