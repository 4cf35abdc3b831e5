import { randomBytes, scrypt as scryptCallback, timingSafeEqual } from 'node:crypto';
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
const keyBytes = 32;
/** Where the salt's digits stand in a key, after those of the key itself. */
const saltAt = 2 + 2 * keyBytes;
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

/**
 * Whether this passphrase gives this key; null for none. Asks nothing of the file: a process that opens and closes a file
 * which SQLite has open in it loses SQLite's lock (POSIX, fcntl).
 */
export async function isKeyOf(key: ArchiveKey | null, passphrase: string | null): Promise<boolean> {
	if (key === null || passphrase === null) return key === null && passphrase === null;
	const salt = Buffer.from(key.toString('latin1', saltAt, saltAt + 2 * saltBytes), 'hex');
	return timingSafeEqual(key, await deriveKey(passphrase, salt));
}

/** The same letters can be typed as different code points: NFC makes them one before they become UTF-8. */
async function deriveKey(passphrase: string, salt: Buffer): Promise<ArchiveKey> {
	const key = await scrypt(passphrase.normalize('NFC'), salt, keyBytes, cost);
	return Buffer.from(`x'${key.toString('hex')}${salt.toString('hex')}'`) as ArchiveKey;
}
