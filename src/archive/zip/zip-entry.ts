import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** Names are decoded and judged entry by entry: a bad one is to be told, not to end the reading. */
export const zipOptions = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/** Upper half of `externalFileAttributes` where a Unix made the file: what kind of thing the entry is. */
const kindMask = 0o170000;
const linkKind = 0o120000;
const fileKind = 0o100000;

/** Whether the entry is a link, a device or the like: nothing whose bytes are a file's. */
export function isSpecial(entry: Entry, isFolder: boolean): boolean {
	const kind = (entry.externalFileAttributes >>> 16) & kindMask;
	return isFolder ? kind === linkKind : kind !== 0 && kind !== fileKind;
}

/**
 * An entry's bytes, with its own checksum compared at the end; the stream itself refuses more bytes than were stated.
 * Throws RangeError where the checksum differs, and what yauzl throws.
 */
export async function* readZipEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
	let sum = 0;
	for await (const bytes of await zip.openReadStreamPromise(entry)) {
		sum = crc32(bytes as Buffer, sum);
		yield bytes as Buffer;
	}
	if (sum !== entry.crc32) throw new RangeError('checksum of the ZIP file');
}
