const [extension, image, trailer] = [0x21, 0x2c, 0x3b];
const [graphicControl, application] = [0xf9, 0xff];
const headBytes = 13;
/** How often a picture that moves begins anew, the one thing that is kept of what programs add. */
const looping = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** GIF (GIF89a). Of its extensions those stay that say how frames are drawn. */
export function bareGif(bytes: Buffer): Buffer | null {
	const start = headBytes + paletteBytes(bytes.readUInt8(10));
	const kept: Buffer[] = [bytes.subarray(0, start)];
	let frames = 0;
	for (let at = start; at < bytes.length; ) {
		const kind = bytes[at];
		if (kind === trailer) break;
		const end = kind === image ? imageEnd(bytes, at) : kind === extension ? dataEnd(bytes, at + 2) : null;
		// Beyond what is no block decoders draw nothing.
		if (end === null) break;
		const isDrawn = kind === image || bytes[at + 1] === graphicControl || isLooping(bytes, at);
		if (isDrawn) kept.push(bytes.subarray(at, end));
		if (kind === image) frames += 1;
		at = end;
	}
	return frames > 0 ? Buffer.concat([...kept, Buffer.of(trailer)]) : null;
}

function paletteBytes(packed: number): number {
	return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** Its head of ten bytes, its own palette, and the least size of its codes stand before its data. */
function imageEnd(bytes: Buffer, at: number): number {
	return dataEnd(bytes, at + 10 + paletteBytes(bytes.readUInt8(at + 9)) + 1);
}

/** Behind the empty block that ends data, or behind the file where that was cut off. */
function dataEnd(bytes: Buffer, start: number): number {
	let at = start;
	while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
	return at + 1;
}

function isLooping(bytes: Buffer, at: number): boolean {
	return bytes[at + 1] === application && looping.test(bytes.toString('latin1', at + 3, at + 14));
}
