import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { refuse } from '#archive/importers/refusal.ts';
import { isWacz } from '#archive/importers/web-archive/wacz-parts.ts';
import { digestPieces, fileBytes } from '#archive/originals/originals-service.ts';
import { isUnsafePath } from '#archive/packages/bag/bag-path.ts';
import { isSpecial, readZipEntry, zipOptions } from '#archive/zip/zip-entry.ts';
import { type NameOfEntry, saysEncoding, zipNames } from '#archive/zip/zip-names.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { type FoundFile, isSystemFile, type PackedIn } from './file-walk.ts';
import { isBeyondMeasure, mostEntries, type UnpackOptions } from './unpack-limits.ts';
import { untaken } from './untaken.ts';

/** The one part by which a document in a ZIP file is known; what has it is read as a document. */
const documentParts = new Set(['[Content_Types].xml', 'mimetype', 'META-INF/container.xml', 'word/document.xml']);

/**
 * The files of a ZIP file in its order, each under its path below the ZIP file's name; the file itself where it is none,
 * a document that is one, damaged, empty, or unfolds beyond measure: then it is looked at as any file is. What lies in a
 * ZIP file within it stays there. Never throws: a problem is an entry.
 */
export async function* unpackZip(found: FoundFile, { signal, keepsZip }: UnpackOptions): AsyncGenerator<FoundFile> {
	const listed = await list(found.path).catch(() => null);
	if (!listed) {
		yield found;
		return;
	}
	if (listed.isBag) {
		yield { ...found, problem: refuse(found.name, message('import.reason.package')) };
		return;
	}
	const digested = await digestPieces(found.path, fileBytes(found.path), signal).catch(() => null);
	if (!digested) {
		yield found;
		return;
	}
	const container = { container: found.name, containerSha256: digested.sha256 };
	if (keepsZip) yield { ...found, isUnpacked: true };
	for (const entry of listed.entries) {
		const path = listed.nameOf(entry);
		if (path.endsWith('/')) continue;
		yield { ...toFoundFile(found, entry, path, container), ...(keepsZip && { whole: found.name }) };
	}
}

interface Listed {
	entries: Entry[];
	nameOf: NameOfEntry;
	isBag: boolean;
}

/** Null for a document, for what holds no file, and for what is beyond measure. */
async function list(path: string): Promise<Listed | null> {
	return withZip(path, async (zip) => {
		if (zip.entryCount > mostEntries) return null;
		const entries: Entry[] = [];
		let unfoldedBytes = 0;
		for await (const entry of zip.eachEntry()) {
			entries.push(entry);
			unfoldedBytes += entry.uncompressedSize;
		}
		if (isBeyondMeasure(unfoldedBytes, zip.fileSize)) return null;
		const nameOf = zipNames(entries);
		const names = entries.map(nameOf);
		if (names.every((name) => name.endsWith('/'))) return null;
		if (names.some((name) => documentParts.has(name)) || isWacz(names)) return null;
		return { entries, nameOf, isBag: names.some((name) => /^(?:[^/]+\/)?bagit\.txt$/.test(name)) };
	});
}

function toFoundFile(
	{ path, name }: FoundFile,
	entry: Entry,
	entryPath: string,
	container: Pick<PackedIn, 'container' | 'containerSha256'>,
): FoundFile {
	const file = { path, name: `${name}/${entryPath}` };
	if (isUnsafePath(entryPath)) return { ...file, problem: untaken(file.name, 'import.reason.unsafe-path') };
	if (isSpecial(entry, false)) return { ...file, problem: 'not-a-file' };
	if (isSystemFile(entryPath.split('/').at(-1) ?? '')) return { ...file, problem: 'system-file' };
	if (entry.isEncrypted()) return { ...file, problem: untaken(file.name, 'import.reason.locked-entry') };
	return {
		...file,
		content: { sizeBytes: entry.uncompressedSize, open: () => readFrom(path, entry, file.name) },
		packedIn: {
			...container,
			entry: entryPath,
			...(!saysEncoding(entry) && { entryBytes: entry.fileNameRaw.toString('hex') }),
			modified: modifiedAt(entry),
		},
	};
}

/** Opened for each file anew: a folder may hold more ZIP files than a process may have open. */
async function* readFrom(path: string, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
	const zip = await openPromise(path, { ...zipOptions }).catch((error) => Promise.reject(broken(name, error)));
	try {
		yield* readZipEntry(zip, entry);
	} catch (error) {
		throw broken(name, error);
	} finally {
		zip.close();
	}
}

function broken(file: string, cause: unknown): AppError {
	return new AppError('unreadable-file', { file, reason: message('import.reason.broken-entry') }, { cause });
}

async function withZip<T>(path: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
	const zip = await openPromise(path, { ...zipOptions });
	try {
		return await work(zip);
	} finally {
		zip.close();
	}
}

/** Extra fields that state the instant: Info-ZIP's universal time, and NTFS's. */
const instantFields = [0x5455, 0x000a];

/** ISO 8601; without a zone where the file says the hands of a clock and not where it hung, as DOS did. */
function modifiedAt(entry: Entry): string {
	const isInstant = entry.extraFields.some(({ id }) => instantFields.includes(id));
	const date = entry.getLastModDate(isInstant ? {} : { timezone: 'UTC' });
	if (Number.isNaN(date.valueOf())) return '';
	const [time = ''] = date.toISOString().split('.');
	return isInstant ? `${time}Z` : time;
}
