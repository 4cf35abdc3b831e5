import {
	type Entry,
	fromRandomAccessReaderPromise,
	getFileNameLowLevel,
	openPromise,
	type RandomAccessReader,
	type ZipFile,
} from 'yauzl';
import { isSpecial, readZipEntry, zipOptions } from '#archive/zip/zip-entry.ts';
import type { BagFinding } from '#shared/domain/package.ts';
import { isUnsafePath } from './bag-path.ts';
import type { BagSource } from './bag-source.ts';

/** So many entries' names fit into memory; a ZIP file with more was hardly made by an archive. */
const mostEntries = 2_000_000;

/** A bag in a ZIP file, at its root or in the one folder at its root (RFC 8493, 4.2). */
export async function openZip(path: string): Promise<BagSource> {
	return readZip(await openPromise(path, { ...zipOptions }));
}

/** The same, out of anything that can be read at any place. Closing it closes `reader`. */
export async function openZipIn(reader: RandomAccessReader, sizeBytes: number): Promise<BagSource> {
	return readZip(await fromRandomAccessReaderPromise(reader, sizeBytes, { ...zipOptions }));
}

/** Deflate makes a thousandth of what compresses best; more than that shares bytes, to fill whoever reads it. */
const mostExpansion = 1100;
const freeBytes = 1024 ** 3;

async function readZip(zip: ZipFile): Promise<BagSource> {
	try {
		return await listEntries(zip);
	} catch (error) {
		zip.close();
		throw error;
	}
}

async function listEntries(zip: ZipFile): Promise<BagSource> {
	if (zip.entryCount > mostEntries) throw new RangeError(`${zip.entryCount} entries`);
	const entries = new Map<string, Entry>();
	const folders = new Set<string>();
	const refused: BagFinding[] = [];
	let unfoldedBytes = 0;
	for await (const entry of zip.eachEntry()) {
		const written = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
		const name = written.replace(/\/$/, '');
		const finding = refuse(entry, name, written.endsWith('/'), entries);
		if (finding) refused.push(finding);
		else if (written.endsWith('/')) folders.add(name);
		else entries.set(name, entry);
		unfoldedBytes += entry.uncompressedSize;
	}
	if (unfoldedBytes > freeBytes && unfoldedBytes > zip.fileSize * mostExpansion)
		throw new RangeError(`${unfoldedBytes} bytes in ${zip.fileSize}`);
	const prefix = commonFolder(entries.keys());
	const below = (path: string) => path.slice(prefix.length);
	const inBag = new Map([...entries].map(([path, entry]) => [below(path), entry]));
	return {
		files: new Map([...inBag].map(([path, entry]) => [path, entry.uncompressedSize])),
		folders: new Set([...folders].filter((path) => path.startsWith(prefix)).map(below)),
		refused,
		read: (path) => readEntry(zip, inBag.get(path)),
		close: async () => zip.close(),
	};
}

function refuse(entry: Entry, name: string, isFolder: boolean, entries: ReadonlyMap<string, Entry>): BagFinding | null {
	if (isUnsafePath(name)) return { kind: 'unsafe-path', what: name };
	if (isSpecial(entry, isFolder) || entry.isEncrypted()) return { kind: 'not-a-file', what: name };
	if (entries.has(name)) return { kind: 'listed-twice', what: name };
	return null;
}

/** The one folder that everything is in, with its '/'; '' when `bagit.txt` is at the root or there are several. */
function commonFolder(paths: Iterable<string>): string {
	let common: string | null = null;
	for (const path of paths) {
		const folder = path.slice(0, path.indexOf('/') + 1);
		if (folder === '' || (common !== null && folder !== common)) return '';
		common = folder;
	}
	return common ?? '';
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
	if (!entry) throw new RangeError('no such entry');
	yield* readZipEntry(zip, entry);
}
