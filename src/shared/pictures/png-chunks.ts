// The parts that a PNG file is made of (W3C PNG, 5.3).

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length before, type, and checksum behind the data of a chunk. */
const [lengthBytes, typeBytes, checksumBytes] = [4, 4, 4];

export interface PngChunk {
	type: string;
	data: Uint8Array;
	/** Where it begins and ends in the file, with its length and checksum. */
	start: number;
	end: number;
	/** Whether it has the checksum that it states. */
	isIntact(): boolean;
}

export function isPng(bytes: Uint8Array): boolean {
	return signature.every((byte, at) => bytes[at] === byte);
}

/** Up to the first that reaches beyond the end of the file. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
	if (!isPng(bytes)) return;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let start = signature.length; start + lengthBytes + typeBytes + checksumBytes <= bytes.length; ) {
		const typeAt = start + lengthBytes;
		const dataEnd = typeAt + typeBytes + view.getUint32(start);
		const end = dataEnd + checksumBytes;
		if (end > bytes.length) return;
		const type = String.fromCharCode(...bytes.subarray(typeAt, typeAt + typeBytes));
		const isIntact = () => crc32(bytes.subarray(typeAt, dataEnd)) === view.getUint32(dataEnd);
		yield { type, data: bytes.subarray(typeAt + typeBytes, dataEnd), start, end, isIntact };
		start = end;
	}
}

/** @param type four letters of ASCII */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
	const chunk = new Uint8Array(lengthBytes + typeBytes + data.length + checksumBytes);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, data.length);
	chunk.set(new TextEncoder().encode(type), lengthBytes);
	chunk.set(data, lengthBytes + typeBytes);
	view.setUint32(chunk.length - checksumBytes, crc32(chunk.subarray(lengthBytes, chunk.length - checksumBytes)));
	return chunk;
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
