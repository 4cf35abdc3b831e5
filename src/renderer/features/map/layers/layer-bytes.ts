import { archive } from '#renderer/lib/archive.ts';
import { readLongRange } from '#shared/api/long-range.ts';
import type { Sha256 } from '#shared/domain/ids.ts';

/** A part of an original of the archive, however long. */
export function readLayerBytes(sha256: Sha256, begin: number, sizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
	return readLongRange(archive.calls.originals.readRange, sha256, begin, sizeBytes);
}
