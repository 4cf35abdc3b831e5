import { isPackedTar, mediaTypeOf, sniffedBytes } from '#archive/importers/media-type.ts';
import type { FileHead } from './file-reader.ts';
import type { FoundFile } from './file-walk.ts';
import type { UnpackOptions } from './unpack-limits.ts';

/** How many files are looked into ahead of the one whose turn it is. */
const headsAhead = 64;

/**
 * The files in compressed folders (ZIP, TAR), any other file as it is, all in order. Never throws: a problem is an entry.
 */
export async function* unpack(files: AsyncIterable<FoundFile>, options: UnpackOptions): AsyncGenerator<FoundFile> {
	const ahead: Begun[] = [];
	for await (const found of files) {
		ahead.push({ found, head: headOf(found, options) });
		if (ahead.length > headsAhead) yield* unpackOne(ahead.shift() as Begun, options);
	}
	for (const begun of ahead) yield* unpackOne(begun, options);
}

interface Begun {
	found: FoundFile;
	head: Promise<FileHead | null>;
}

/** What cannot be opened is said when it is received. */
async function headOf({ path, problem }: FoundFile, { files }: UnpackOptions): Promise<FileHead | null> {
	return problem ? null : files.head(path, sniffedBytes).catch(() => null);
}

async function* unpackOne({ found, head }: Begun, options: UnpackOptions): AsyncGenerator<FoundFile> {
	const begun = await head;
	const form = begun ? formOf(begun) : 'file';
	if (form === 'zip') yield* (await import('./unpack-zip.ts')).unpackZip(found, options);
	else if (form === 'file') yield begun ? { ...found, sizeBytes: begun.sizeBytes } : found;
	else yield* (await import('./unpack-tar.ts')).unpackTar(found, form === 'packed-tar', options);
}

function formOf({ head }: FileHead): 'zip' | 'tar' | 'packed-tar' | 'file' {
	const mediaType = mediaTypeOf('a.zip', head);
	if (mediaType === 'application/zip') return 'zip';
	if (mediaType === 'application/x-tar') return 'tar';
	return mediaType === 'application/gzip' && isPackedTar(head) ? 'packed-tar' : 'file';
}
