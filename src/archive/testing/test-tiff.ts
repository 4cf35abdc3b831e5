import { inflateSync } from 'node:zlib';

/** One grey byte a pixel, rows from the top. */
export interface GreyPixels {
	width: number;
	height: number;
	data: Uint8Array;
}

/** The pixels of a PNG of 8 bits of red, green and blue, as grey. */
export function greyOf(png: Buffer): GreyPixels {
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const parts: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	const rgb = unfilter(inflateSync(Buffer.concat(parts)), width * 3);
	return { width, height, data: Uint8Array.from({ length: width * height }, (_, at) => rgb[at * 3 + 1] ?? 0) };
}

/** Undoes the filter of each row (PNG, section 9.2), for pixels of three bytes. */
function unfilter(filtered: Buffer, rowBytes: number): Buffer {
	const plain = Buffer.alloc((filtered.length / (rowBytes + 1)) * rowBytes);
	const at = (index: number, isInside: boolean) => (isInside ? (plain[index] ?? 0) : 0);
	for (let to = 0; to < plain.length; to += 1) {
		const [y, x] = [Math.floor(to / rowBytes), to % rowBytes];
		const [left, up] = [at(to - 3, x >= 3), at(to - rowBytes, y > 0)];
		const corner = at(to - rowBytes - 3, x >= 3 && y > 0);
		const base = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filtered[y * (rowBytes + 1)] ?? 0] ?? 0;
		plain[to] = ((filtered[y * (rowBytes + 1) + 1 + x] ?? 0) + base) & 0xff;
	}
	return plain;
}

function paeth(left: number, up: number, corner: number): number {
	const guess = left + up - corner;
	const distances = [left, up, corner].map((value) => Math.abs(guess - value));
	return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0;
}

/** An uncompressed TIFF of these pages, one directory after another. */
export function writeTiff(pages: readonly GreyPixels[]): Buffer {
	const entryCount = 8;
	const directoryBytes = 2 + entryCount * 12 + 4;
	const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
	let offset = head.length;
	const parts = pages.map(({ width, height, data }, at) => {
		const directory = Buffer.alloc(directoryBytes);
		directory.writeUInt16LE(entryCount, 0);
		const values = [
			[256, width],
			[257, height],
			[258, 8],
			[259, 1],
			[262, 1],
			[273, offset + directoryBytes],
			[278, height],
			[279, data.length],
		] as const;
		for (const [index, [tag, value]] of values.entries()) {
			directory.writeUInt16LE(tag, 2 + index * 12);
			directory.writeUInt16LE(4, 4 + index * 12);
			directory.writeUInt32LE(1, 6 + index * 12);
			directory.writeUInt32LE(value, 10 + index * 12);
		}
		offset += directoryBytes + data.length;
		directory.writeUInt32LE(at < pages.length - 1 ? offset : 0, directoryBytes - 4);
		return Buffer.concat([directory, data]);
	});
	return Buffer.concat([head, ...parts]);
}
