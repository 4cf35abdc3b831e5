import { stat } from 'node:fs/promises';
import { digestPieces, fileBytes } from '#archive/originals/originals-service.ts';
import { isUnsafePath } from '#archive/packages/bag/bag-path.ts';
import { TarBytes } from '#archive/tar/tar-bytes.ts';
import { readTarEntries, type TarEntry } from '#archive/tar/tar-entries.ts';
import { nameDecoder } from '#archive/zip/zip-names.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { type FoundFile, isSystemFile, type PackedIn } from './file-walk.ts';
import { isBeyondMeasure, mostEntries, type UnpackOptions } from './unpack-limits.ts';
import { untaken } from './untaken.ts';

/**
 * The files of a TAR file, packed with gzip or not, in its order, each under its path below the TAR file's name; the file
 * itself where it is damaged, empty, or unfolds beyond measure. The same as `unpackZip` does. Never throws.
 */
export async function* unpackTar(
	found: FoundFile,
	isPacked: boolean,
	{ signal, keepsZip }: UnpackOptions,
): AsyncGenerator<FoundFile> {
	const bytes = new TarBytes(found.path, isPacked);
	const entries = await list(found.path, bytes, signal).catch(() => null);
	const digested = entries && (await digestPieces(found.path, fileBytes(found.path), signal).catch(() => null));
	if (!entries || !digested) {
		yield found;
		return;
	}
	const unsaid = entries.filter(({ saysEncoding }) => !saysEncoding).map(({ name }) => name);
	const decode = nameDecoder(unsaid) ?? ((name: Buffer) => name.toString('latin1'));
	const container = { container: found.name, containerSha256: digested.sha256 };
	if (keepsZip) yield { ...found, isUnpacked: true };
	for (const entry of entries) {
		if (entry.kind === 'folder') continue;
		const path = entry.saysEncoding ? entry.name.toString() : decode(entry.name);
		yield { ...toFoundFile(found, entry, path, bytes, container), ...(keepsZip && { whole: found.name }) };
	}
}

/** Null for what holds no file, and for what is beyond measure. */
async function list(path: string, bytes: TarBytes, signal: AbortSignal): Promise<TarEntry[] | null> {
	const { size } = await stat(path);
	const entries: TarEntry[] = [];
	for await (const entry of readTarEntries(bytes.all())) {
		entries.push(entry);
		if (entries.length > mostEntries || signal.aborted) return null;
		// Before its bytes are unfolded.
		if (isBeyondMeasure(entry.offset + entry.sizeBytes, size)) return null;
	}
	return entries.some(({ kind }) => kind !== 'folder') ? entries : null;
}

function toFoundFile(
	{ path, name }: FoundFile,
	entry: TarEntry,
	entryPath: string,
	bytes: TarBytes,
	container: Pick<PackedIn, 'container' | 'containerSha256'>,
): FoundFile {
	const { offset, sizeBytes, modifiedAt } = entry;
	// `tar -c .` writes every path so.
	const plainPath = entryPath.replace(/^(?:\.\/+)+/, '');
	const file = { path, name: `${name}/${plainPath}` };
	if (isUnsafePath(plainPath)) return { ...file, problem: untaken(file.name, 'import.reason.unsafe-path') };
	if (entry.kind !== 'file') return { ...file, problem: 'not-a-file' };
	if (isSystemFile(plainPath.split('/').at(-1) ?? '')) return { ...file, problem: 'system-file' };
	const isGuess = !entry.saysEncoding && entry.name.some((byte) => byte >= 0x80);
	return {
		...file,
		content: { sizeBytes, open: () => readFrom(bytes, offset, sizeBytes, file.name) },
		packedIn: {
			...container,
			entry: entryPath,
			...(isGuess && { entryBytes: entry.name.toString('hex') }),
			modified: Number.isNaN(modifiedAt.valueOf()) ? '' : `${modifiedAt.toISOString().slice(0, 19)}Z`,
		},
	};
}

async function* readFrom(bytes: TarBytes, offset: number, sizeBytes: number, file: string): AsyncGenerator<Uint8Array> {
	try {
		yield* bytes.stretch(offset, sizeBytes);
	} catch (error) {
		throw new AppError('unreadable-file', { file, reason: message('import.reason.broken-entry') }, { cause: error });
	}
}
