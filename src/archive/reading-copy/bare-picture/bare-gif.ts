import { PartCount } from './part-count.ts';

const [extension, image, trailer] = [0x21, 0x2c, 0x3b];
const [graphicControl, application] = [0xf9, 0xff];
const [headBytes, imageHeadBytes] = [13, 10];
const [controlBytes, loopBytes] = [4, 3];
/** How often a picture that moves begins anew, the one thing that is kept of what programs add. */
const looping = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/**
 * GIF (GIF89a). Of its extensions those stay that say how frames are drawn: written anew, since blocks of any length may
 * stand in each behind what is asked for.
 */
export function bareGif(bytes: Buffer): Buffer | null {
	const start = headBytes + paletteBytes(bytes.readUInt8(10));
	const kept: Buffer[] = [bytes.subarray(0, start)];
	const parts = new PartCount();
	let frames = 0;
	for (let at = start; at < bytes.length; ) {
		parts.add();
		const kind = bytes[at];
		if (kind === trailer) break;
		const end = kind === image ? imageEnd(bytes, at) : kind === extension ? dataEnd(bytes, at + 2) : null;
		// Beyond what is no block, or the head of a frame that was cut off, decoders draw nothing.
		if (end === null) break;
		if (kind === image) {
			kept.push(bytes.subarray(at, end));
			frames += 1;
		} else kept.push(...bareExtension(bytes[at + 1], blocksOf(bytes.subarray(at + 2, end))));
		at = end;
	}
	return frames > 0 ? Buffer.concat([...kept, Buffer.of(trailer)]) : null;
}

function paletteBytes(packed: number): number {
	return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** Its head of ten bytes, its own palette, and the least size of its codes stand before its data; null where they do not. */
function imageEnd(bytes: Buffer, at: number): number | null {
	if (at + imageHeadBytes > bytes.length) return null;
	const dataAt = at + imageHeadBytes + paletteBytes(bytes.readUInt8(at + imageHeadBytes - 1)) + 1;
	return dataAt < bytes.length ? dataEnd(bytes, dataAt) : null;
}

/** Behind the empty block that ends data, or behind the file where that was cut off. */
function dataEnd(bytes: Buffer, start: number): number {
	let at = start;
	while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
	return at + 1;
}

/** Nothing where it stays at home. */
function bareExtension(label: number | undefined, blocks: Generator<Buffer>): Buffer[] {
	if (label !== graphicControl && label !== application) return [];
	const first: Buffer = blocks.next().value ?? Buffer.alloc(0);
	if (label === graphicControl)
		return first.length >= controlBytes ? [written(label, [first.subarray(0, controlBytes)])] : [];
	if (!looping.test(first.toString('latin1'))) return [];
	// The lower bits of its first byte say what a block is for: 1 is the count.
	for (const block of blocks)
		if (block.length >= loopBytes && ((block[0] ?? 0) & 7) === 1)
			return [written(label, [first, Buffer.of(1, ...block.subarray(1, loopBytes))])];
	return [];
}

function* blocksOf(data: Buffer): Generator<Buffer, undefined> {
	for (let at = 0; at < data.length && data[at] !== 0; at += 1 + (data[at] ?? 0))
		yield data.subarray(at + 1, at + 1 + (data[at] ?? 0));
}

function written(label: number, blocks: readonly Buffer[]): Buffer {
	return Buffer.concat([
		Buffer.of(extension, label),
		...blocks.flatMap((block) => [Buffer.of(block.length), block]),
		Buffer.of(0),
	]);
}
