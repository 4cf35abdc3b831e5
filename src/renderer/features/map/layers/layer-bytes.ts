import { archive } from '#renderer/lib/archive.ts';
import { longestRangeBytes } from '#shared/api/editions-api.ts';
import type { Sha256 } from '#shared/domain/ids.ts';

/** A part of an original, however long. */
export async function readLayerBytes(
	sha256: Sha256,
	begin: number,
	sizeBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(sizeBytes);
	for (let offset = 0; offset < sizeBytes; offset += longestRangeBytes) {
		const length = Math.min(longestRangeBytes, sizeBytes - offset);
		bytes.set(await archive.calls.originals.readRange({ sha256, offset: begin + offset, length }), offset);
	}
	return bytes;
}
