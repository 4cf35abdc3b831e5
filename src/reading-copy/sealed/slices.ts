import { outlinePart, type SealedOutline, sliceBytes, slicePart } from '#shared/reading-copy/sealed-parts.ts';
import { bytesOf } from '../base64.ts';
import { damagedPart, type PartLoader } from '../parts/part-loader.ts';
import type { StoredBytes } from './sealed-file.ts';

/** Slices of a megabyte that are kept: parts that are read one after the other lie side by side. */
const mostHeld = 8;

export interface Slices extends StoredBytes {
	/** Has those slices read in which these bytes lie. */
	prefetch(start: number, end: number): void;
}

/** The age file of a copy in its slices. Rejects with damaged-copy where one is missing, or the outline is none. */
export async function openSlices(carried: PartLoader): Promise<Slices> {
	const { bytes: sizeBytes } = await readOutline(carried);
	/** In the order in which they were asked for last. */
	const held = new Map<number, Promise<Uint8Array>>();

	async function load(index: number): Promise<Uint8Array> {
		const name = slicePart(index);
		const bytes = bytesOf(await carried.load(name));
		if (bytes.length !== Math.min(sliceBytes, sizeBytes - index * sliceBytes)) throw damagedPart(name);
		return bytes;
	}
	function slice(index: number): Promise<Uint8Array> {
		const bytes = held.get(index) ?? load(index);
		held.delete(index);
		held.set(index, bytes);
		bytes.catch(() => held.delete(index));
		const [oldest] = held.keys();
		if (oldest !== undefined && held.size > mostHeld) held.delete(oldest);
		return bytes;
	}

	return {
		sizeBytes,
		async read(start, end) {
			const bytes = new Uint8Array(end - start);
			for (const index of slicesOf(start, end)) {
				const from = index * sliceBytes;
				const taken = (await slice(index)).subarray(Math.max(0, start - from), end - from);
				bytes.set(taken, Math.max(0, from - start));
			}
			return bytes;
		},
		prefetch: (start, end) => carried.prefetch(slicesOf(start, end).map(slicePart)),
	};
}

function slicesOf(start: number, end: number): number[] {
	const first = Math.floor(start / sliceBytes);
	return Array.from({ length: Math.ceil(end / sliceBytes) - first }, (_, count) => first + count);
}

async function readOutline(carried: PartLoader): Promise<SealedOutline> {
	const outline = JSON.parse(await carried.load(outlinePart)) as Partial<SealedOutline>;
	if (!Number.isSafeInteger(outline.bytes)) throw damagedPart(outlinePart);
	return outline as SealedOutline;
}
