// Text in a PNG (W3C PNG, 11.3.3.4 iTXt): beside the picture, where no program shows it and most keep it.

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length before, type, and checksum behind the data of a chunk. */
const [lengthBytes, typeBytes, checksumBytes] = [4, 4, 4];
const internationalText = 'iTXt';
/** After the keyword: its end, no compression, no method, and neither a language nor a translated keyword. */
const plainUtf8 = [0, 0, 0, 0, 0];

export function isPng(bytes: Uint8Array): boolean {
	return signature.every((byte, at) => bytes[at] === byte);
}

/** The picture with a text under this keyword (1 to 79 letters of Latin-1), right after its header. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
	const header = [...chunksOf(png)][0];
	if (header?.type !== 'IHDR') throw new RangeError('no PNG');
	const data = Uint8Array.from([
		...[...keyword].map((letter) => letter.charCodeAt(0)),
		...plainUtf8,
		...new TextEncoder().encode(text),
	]);
	const chunk = new Uint8Array(lengthBytes + typeBytes + data.length + checksumBytes);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, data.length);
	chunk.set(new TextEncoder().encode(internationalText), lengthBytes);
	chunk.set(data, lengthBytes + typeBytes);
	view.setUint32(chunk.length - checksumBytes, crc32(chunk.subarray(lengthBytes, chunk.length - checksumBytes)));
	const whole = new Uint8Array(png.length + chunk.length);
	whole.set(png.subarray(0, header.end));
	whole.set(chunk, header.end);
	whole.set(png.subarray(header.end), header.end + chunk.length);
	return whole;
}

/** The first text under this keyword as `withPngText` writes it; null where there is none whole. */
export function readPngText(png: Uint8Array, keyword: string): string | null {
	for (const { type, start, end } of chunksOf(png)) {
		if (type !== internationalText) continue;
		const data = png.subarray(start, end - checksumBytes);
		const head = [...keyword].map((letter) => letter.charCodeAt(0)).concat(plainUtf8);
		if (!head.every((byte, at) => data[at] === byte)) continue;
		const sum = new DataView(png.buffer, png.byteOffset + end - checksumBytes, checksumBytes).getUint32(0);
		if (crc32(png.subarray(start - typeBytes, end - checksumBytes)) !== sum) continue;
		return new TextDecoder().decode(data.subarray(head.length));
	}
	return null;
}

interface Chunk {
	type: string;
	/** Of its data. */
	start: number;
	/** Of the whole chunk. */
	end: number;
}

/** Up to the first that reaches beyond the end of the file. */
function* chunksOf(png: Uint8Array): Generator<Chunk> {
	if (!isPng(png)) return;
	const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
	for (let at = signature.length; at + lengthBytes + typeBytes + checksumBytes <= png.length; ) {
		const start = at + lengthBytes + typeBytes;
		const end = start + view.getUint32(at) + checksumBytes;
		if (end > png.length) return;
		yield { type: String.fromCharCode(...png.subarray(at + lengthBytes, start)), start, end };
		at = end;
	}
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** Of ISO 3309, as PNG asks for it. */
function crc32(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
	return (value ^ 0xffffffff) >>> 0;
}
