import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { Sha256 } from '#shared/domain/ids.ts';

/** Below `data/`: a folder of their own, so that a slice never has the name of an original that is whole. */
const cutFolder = 'cut-originals';
/** Read from the archive at once. */
const pieceBytes = 1024 * 1024;

/** One slice of an original that is too large to be a file where the package is to be carried. */
export interface Slice {
	path: string;
	offset: number;
	sizeBytes: number;
}

/**
 * Where the bytes of a cut original lie, in order: `originals/film.mp4` in `cut-originals/film.mp4.001` and so on, which
 * `cat` and others join.
 */
export function slicesOf(path: string, sizeBytes: number, mostBytes: number): Slice[] {
	const count = Math.ceil(sizeBytes / mostBytes);
	return Array.from({ length: count }, (_, index) => {
		const offset = index * mostBytes;
		return { path: slicePath(path, index + 1), offset, sizeBytes: Math.min(mostBytes, sizeBytes - offset) };
	});
}

/** @param number from 1 */
export function slicePath(path: string, number: number): string {
	return `${path.replace(/^originals\//, `${cutFolder}/`)}.${String(number).padStart(3, '0')}`;
}

export function isSlice({ path }: { path: string }): boolean {
	return path.startsWith(`${cutFolder}/`);
}

/** The bytes of a slice, piece by piece. */
export function* readSlice(
	originals: Pick<OriginalsService, 'readRange'>,
	sha256: Sha256,
	{ offset, sizeBytes }: Slice,
): Generator<Uint8Array> {
	const end = offset + sizeBytes;
	for (let at = offset; at < end; at += pieceBytes)
		yield originals.readRange(sha256, at, Math.min(pieceBytes, end - at));
}
