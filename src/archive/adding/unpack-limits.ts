import type { FileReader } from './file-reader.ts';

/** Beyond these it was made to fill a disk, not to carry files; it is kept as it came. */
export const mostEntries = 50_000;
const freeBytes = 100 * 1024 * 1024;
const mostExpansion = 100;

export interface UnpackOptions {
	signal: AbortSignal;
	/** Looks into each file whether it is one. */
	files: FileReader;
	/** The file that was unpacked comes first, as the whole that its files are parts of. */
	keepsZip: boolean;
}

export function isBeyondMeasure(unfoldedBytes: number, fileBytes: number): boolean {
	return unfoldedBytes > freeBytes && unfoldedBytes > fileBytes * mostExpansion;
}
