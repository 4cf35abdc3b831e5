import type { Sha256 } from '../domain/ids.ts';
import type { ArgumentOf } from './calls.ts';
import { longestRangeBytes, type OriginalCalls } from './editions-api.ts';

type ReadRange = (asked: ArgumentOf<OriginalCalls['readRange']>) => Promise<Uint8Array> | Uint8Array;

/** A part of an original, however long, which one call gives only so much of at a time. Offset and size in bytes. */
export async function readLongRange(
	readRange: ReadRange,
	sha256: Sha256,
	begin: number,
	sizeBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(sizeBytes);
	for (let offset = 0; offset < sizeBytes; offset += longestRangeBytes) {
		const length = Math.min(longestRangeBytes, sizeBytes - offset);
		bytes.set(await readRange({ sha256, offset: begin + offset, length }), offset);
	}
	return bytes;
}
