const [big, little] = ['MM\0\x2a', 'II\x2a\0'];
const orientationTag = 0x0112;
const shortType = 3;
const [entriesAt, entryBytes] = [2, 12];

/** How a picture is to be turned (Exif 2.32, 4.6.4 A), of what Exif says after its name; 1 where it does not say. */
export function readOrientation(tiff: Buffer): number {
	const head = tiff.toString('latin1', 0, 4);
	if (head !== big && head !== little) return 1;
	const isLittle = head === little;
	const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	for (let entry = 0; entry < short(directory); entry += 1) {
		const at = directory + entriesAt + entry * entryBytes;
		if (short(at) !== orientationTag) continue;
		const value = short(at + 8);
		return short(at + 2) === shortType && value >= 1 && value <= 8 ? value : 1;
	}
	return 1;
}

/** As `readOrientation`, of anything: what is cut short turns nothing. */
export function orientationOf(tiff: Buffer): number {
	try {
		return readOrientation(tiff);
	} catch (error) {
		if (error instanceof RangeError) return 1;
		throw error;
	}
}

/** Exif, after its name, that says how the picture is to be turned and nothing else. */
export function writeOrientation(orientation: number): Buffer {
	const tiff = Buffer.alloc(26);
	tiff.write(big, 'latin1');
	tiff.writeUInt32BE(8, 4);
	tiff.writeUInt16BE(1, 8);
	tiff.writeUInt16BE(orientationTag, 10);
	tiff.writeUInt16BE(shortType, 12);
	tiff.writeUInt32BE(1, 14);
	tiff.writeUInt16BE(orientation, 18);
	return tiff;
}
