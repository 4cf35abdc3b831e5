import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileError } from './file-error.ts';

/** SQLite's, and of encrypted archives the unit in which they are encrypted. */
const pageBytes = 4096;
const plainBeginning = 'SQLite format 3\0';

/** The first bytes of a file, fewer where it has fewer. Throws unreadable-file. */
export function readBeginning(path: string, bytes: number): Buffer {
	const beginning = Buffer.alloc(bytes);
	try {
		const file = openSync(path, 'r');
		try {
			return beginning.subarray(0, readSync(file, beginning, 0, bytes, 0));
		} finally {
			closeSync(file);
		}
	} catch (error) {
		throw fileError(basename(path), error);
	}
}

/**
 * Whether this can be an archive with a passphrase. Such a file has nothing by which it could be known but that its
 * whole pages look like chance. A file of another kind that is as even (some compressed ones are) is taken for one if it
 * also ends on a page, which one in 4,096 does; no passphrase opens it.
 */
export function isEncrypted(path: string): boolean {
	const page = readBeginning(path, pageBytes);
	if (page.length < pageBytes || isPlain(page)) return false;
	return statSync(path).size % pageBytes === 0 && entropyBits(page) > leastEntropyBits;
}

/** Of 4,096 bytes of chance: 7.95 bits a byte, give or take 0.01. */
const leastEntropyBits = 7.9;

function entropyBits(bytes: Uint8Array): number {
	const counts = new Array<number>(256).fill(0);
	for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
	const shares = counts.filter((count) => count > 0).map((count) => count / bytes.length);
	return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
}

/** What every SQLite file begins with that is not encrypted. */
export function isPlain(beginning: Buffer): boolean {
	return beginning.toString('latin1', 0, plainBeginning.length) === plainBeginning;
}
