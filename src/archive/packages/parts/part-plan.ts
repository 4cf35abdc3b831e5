/** Of a file that goes into a package, as far as its place among the parts depends on it. */
export interface Sized {
	/** Below `data/`. */
	path: string;
	sizeBytes: number;
}

/** What a ZIP file of one part takes for each file beside its bytes: two headers, a line in each manifest. */
const bytesOfFile = 1024;
/** UTF-8 bytes of a path stand in the ZIP file and in two manifests, where some are written with three letters. */
const timesPath = 12;
/** What else is in a part: its declaration, description and README, and the header of an encrypted one. */
const bytesOfPart = 96 * 1024;
/** In the list of the other parts. */
const bytesOfOther = 512;
/** Encryption adds 16 bytes to 64 KB; what does not compress grows by as little. */
const growth = 1 / 1000;

/** Bytes of the payload that one part of a package may have where a file may have `mostBytes`; 0 when nothing fits. */
export function roomOfPart(mostBytes: number, totalBytes: number): number {
	const others = Math.ceil(totalBytes / mostBytes) * bytesOfOther;
	return Math.max(0, Math.floor((mostBytes - bytesOfPart - 2 * others) * (1 - 2 * growth)));
}

/** What a file takes of the room of a part. */
export function roomOfFile({ path, sizeBytes }: Sized): number {
	return Math.ceil(sizeBytes * (1 + growth)) + bytesOfFile + timesPath * Buffer.byteLength(path);
}

/** Bytes of the largest file with this path that has room in a part; less than 0 where none has. */
export function largestIn(room: number, path: string): number {
	return Math.floor((room - roomOfFile({ path, sizeBytes: 0 })) / (1 + growth)) - 1;
}

/**
 * Puts files into as few parts as their order allows. One that has no room in any part by itself has one of its own; that is
 * for the caller to refuse or to cut before.
 */
export function partsOf<T extends Sized>(files: readonly T[], room: number): T[][] {
	const parts: T[][] = [];
	let left = 0;
	for (const file of files) {
		const taken = roomOfFile(file);
		const last = parts.at(-1);
		if (last && taken <= left) last.push(file);
		else {
			parts.push([file]);
			left = room;
		}
		left -= taken;
	}
	return parts;
}
