import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

/** What lies in a folder: its bytes on the disk, and its name as people wrote it. */
export interface NamedEntry {
	/** The whole path. POSIX names are bytes of no stated encoding, of which Node's strings cannot hold any but UTF-8. */
	raw: Buffer;
	name: string;
	entry: Dirent<Buffer>;
}

/**
 * The entries of a folder in order of name. Names that are not UTF-8, as old systems left them on disks and sticks, are read
 * in the encoding that fits all of them together. Throws what the system says.
 */
export async function readNames(folder: Buffer): Promise<NamedEntry[]> {
	const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
	const nameOf = await namesOf(entries.map(({ name }) => name));
	return entries
		.map((entry) => ({ raw: joinRaw(folder, entry.name), name: nameOf(entry.name), entry }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Where something lies whose path, as a string, leads nowhere because a name in it is not UTF-8: as `readNames` reads it, or
 * as the system hands over what cannot be read, with U+FFFD. Null where there is no such thing either.
 */
export async function findRaw(path: string): Promise<Buffer | null> {
	const [root = '', ...names] = resolve(path).split(sep);
	let raw: Buffer = Buffer.from(root);
	for (const name of names) {
		const next = joinRaw(raw, Buffer.from(name));
		const isThere = await lstat(next).then(
			() => true,
			() => false,
		);
		const entries = isThere ? [] : await readNames(raw.length === 0 ? Buffer.from(sep) : raw).catch(() => []);
		const alike = entries.find(({ name: read, entry }) => read === name || entry.name.toString('utf8') === name);
		if (!isThere && !alike) return null;
		raw = alike ? joinRaw(raw, alike.entry.name) : next;
	}
	return raw;
}

async function namesOf(names: readonly Buffer[]): Promise<(name: Buffer) => string> {
	const unread = names.filter((name) => !isUtf8(name));
	if (unread.length === 0) return (name) => name.toString('utf8');
	const { nameDecoder } = await import('#archive/zip/zip-names.ts');
	const decode = nameDecoder(unread) ?? ((name) => name.toString('latin1'));
	return (name) => (isUtf8(name) ? name.toString('utf8') : decode(name));
}

function joinRaw(folder: Buffer, name: Buffer): Buffer {
	return Buffer.concat([folder, Buffer.from(sep), name]);
}
