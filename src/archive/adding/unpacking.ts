import { open } from 'node:fs/promises';
import { isPackedTar, mediaTypeOf, sniffedBytes } from '#archive/importers/media-type.ts';
import type { FoundFile } from './file-walk.ts';
import type { UnpackOptions } from './unpack-limits.ts';

/** The files of a compressed folder (ZIP, TAR); any other file as it is. Never throws: a problem is an entry. */
export async function* unpack(found: FoundFile, options: UnpackOptions): AsyncGenerator<FoundFile> {
	const form = found.problem ? 'file' : await formOf(found.path);
	if (form === 'zip') yield* (await import('./unpack-zip.ts')).unpackZip(found, options);
	else if (form === 'file') yield found;
	else yield* (await import('./unpack-tar.ts')).unpackTar(found, form === 'packed-tar', options);
}

async function formOf(path: string): Promise<'zip' | 'tar' | 'packed-tar' | 'file'> {
	try {
		const file = await open(path);
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
			const head = buffer.subarray(0, bytesRead);
			const mediaType = mediaTypeOf('a.zip', head);
			if (mediaType === 'application/zip') return 'zip';
			if (mediaType === 'application/x-tar') return 'tar';
			return mediaType === 'application/gzip' && isPackedTar(head) ? 'packed-tar' : 'file';
		} finally {
			await file.close();
		}
	} catch {
		// What cannot be opened is said when it is received.
		return 'file';
	}
}
