const fileHeadBytes = 14;
const fifthHeadBytes = 124;
/** In the head of the fifth version: kind, place and length of a colour profile. A linked one is a file's path. */
const [kindAt, placeAt, lengthAt] = [fileHeadBytes + 56, fileHeadBytes + 112, fileHeadBytes + 116];
const [linked, embedded, standard] = [0x4c494e4b, 0x4d424544, 0x73524742];

/** BMP, which has no place for words but two: the path or bytes of a colour profile, and what follows its pixels. */
export function bareBmp(bytes: Buffer): Buffer | null {
	const pixelsAt = bytes.readUInt32LE(10);
	const headBytes = bytes.readUInt32LE(fileHeadBytes);
	if (pixelsAt > bytes.length || headBytes < 12) return null;
	const bare = Buffer.from(bytes.subarray(0, Math.min(bytes.length, pixelsAt + pixelBytes(bytes, headBytes))));
	if (headBytes >= fifthHeadBytes && [linked, embedded].includes(bare.readUInt32LE(kindAt))) {
		bare.writeUInt32LE(standard, kindAt);
		bare.writeUInt32LE(0, placeAt);
		bare.writeUInt32LE(0, lengthAt);
	}
	bare.writeUInt32LE(bare.length, 2);
	return bare;
}

/** Rows are filled up to four bytes. Packed ones state their length, where they do not, all that follows is theirs. */
function pixelBytes(bytes: Buffer, headBytes: number): number {
	if (headBytes === 12) return rows(bytes.readUInt16LE(18), bytes.readUInt16LE(20), bytes.readUInt16LE(24));
	const compression = bytes.readUInt32LE(30);
	const isPlain = compression === 0 || compression === 3 || compression === 6;
	if (isPlain) return rows(bytes.readInt32LE(18), Math.abs(bytes.readInt32LE(22)), bytes.readUInt16LE(28));
	return bytes.readUInt32LE(34) || Number.POSITIVE_INFINITY;
}

function rows(width: number, height: number, bitsPerPixel: number): number {
	return 4 * Math.ceil((width * bitsPerPixel) / 32) * height;
}
