const [fileHeadBytes, firstHeadBytes, commonHeadBytes, fifthHeadBytes] = [14, 12, 40, 124];
/** In the head of the fifth version: kind, place and length of a colour profile. A linked one is a file's path. */
const [kindAt, placeAt, lengthAt] = [fileHeadBytes + 56, fileHeadBytes + 112, fileHeadBytes + 116];
const [linked, embedded, standard] = [0x4c494e4b, 0x4d424544, 0x73524742];
const [plain, masked, maskedWithAlpha] = [0, 3, 6];

interface Head {
	headBytes: number;
	width: number;
	height: number;
	bitsPerPixel: number;
	compression: number;
	/** Of packed pixels; 0 where it does not say. */
	packedBytes: number;
	/** 0 for as many as there can be. */
	colours: number;
}

/**
 * BMP, which has no place for words but these: the path or bytes of a colour profile, and what stands between its head and
 * its pixels, or behind them. Pixels stay where they are.
 */
export function bareBmp(bytes: Buffer): Buffer | null {
	const head = readHead(bytes);
	const headEnd = fileHeadBytes + head.headBytes;
	if (head.headBytes < firstHeadBytes || head.headBytes > fifthHeadBytes) return null;
	const coloursEnd = headEnd + maskBytes(head) + paletteBytes(head);
	// Where it is not said, they follow at once.
	const pixelsAt = bytes.readUInt32LE(10) || coloursEnd;
	if (pixelsAt < headEnd || pixelsAt > bytes.length) return null;
	const bare = Buffer.alloc(Math.min(bytes.length, pixelsAt + pixelBytes(head)));
	bytes.copy(bare, 0, 0, Math.min(coloursEnd, pixelsAt));
	bytes.copy(bare, pixelsAt, pixelsAt);
	if (head.headBytes === fifthHeadBytes) {
		if ([linked, embedded].includes(bare.readUInt32LE(kindAt))) bare.writeUInt32LE(standard, kindAt);
		bare.writeUInt32LE(0, placeAt);
		bare.writeUInt32LE(0, lengthAt);
	}
	bare.writeUInt32LE(bare.length, 2);
	bare.writeUInt32LE(0, 6);
	bare.writeUInt32LE(pixelsAt, 10);
	return bare;
}

function readHead(bytes: Buffer): Head {
	const headBytes = bytes.readUInt32LE(fileHeadBytes);
	const head = { headBytes, compression: plain, packedBytes: 0, colours: 0 };
	if (headBytes === firstHeadBytes) {
		const [width, height] = [bytes.readUInt16LE(18), bytes.readUInt16LE(20)];
		return { ...head, width, height, bitsPerPixel: bytes.readUInt16LE(24) };
	}
	// A head may end before its last fields, which are 0 then.
	const field = (at: number) => (at + 4 <= fileHeadBytes + headBytes ? bytes.readUInt32LE(at) : 0);
	return {
		headBytes,
		width: Math.max(0, bytes.readInt32LE(18)),
		height: Math.abs(bytes.readInt32LE(22)),
		bitsPerPixel: bytes.readUInt16LE(28),
		compression: field(30),
		packedBytes: field(34),
		colours: field(46),
	};
}

/** Which bits are which colour; later heads have them within. */
function maskBytes({ headBytes, compression }: Head): number {
	if (headBytes !== commonHeadBytes) return 0;
	return compression === masked ? 12 : compression === maskedWithAlpha ? 16 : 0;
}

function paletteBytes({ headBytes, bitsPerPixel, colours }: Head): number {
	if (bitsPerPixel > 8) return 0;
	const most = 2 ** bitsPerPixel;
	return (headBytes === firstHeadBytes ? 3 : 4) * (colours === 0 ? most : Math.min(colours, most));
}

/** Rows are filled up to four bytes. Packed ones state their length; where they do not, all that follows is theirs. */
function pixelBytes({ width, height, bitsPerPixel, compression, packedBytes }: Head): number {
	if ([plain, masked, maskedWithAlpha].includes(compression))
		return 4 * Math.ceil((width * bitsPerPixel) / 32) * height;
	return packedBytes || Number.POSITIVE_INFINITY;
}
