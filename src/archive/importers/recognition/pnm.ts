/** A picture as the parser of PDF gives it: rows from the top, one after another. */
export interface Pixels {
	width: number;
	height: number;
	/** 1: one bit a pixel, rows padded to bytes. 2: red, green, blue. 3: the same and opacity. Masks have none and are bits. */
	kind?: number;
	data: Uint8Array | Uint8ClampedArray;
}

const kinds = { bits: 1, rgb: 2, rgba: 3 };

/** The picture as a Netpbm file (PBM or PGM), which any decoder reads: colours do not matter to letters, memory does. */
export function toPnm(pixels: Pixels): Uint8Array {
	const { width, height, kind = kinds.bits } = pixels;
	if (kind === kinds.bits) return file(`P4\n${width} ${height}\n`, invert(pixels.data));
	const channels = kind === kinds.rgba ? 4 : 3;
	return file(`P5\n${width} ${height}\n255\n`, toGrey(pixels.data, width * height, channels));
}

function file(head: string, data: Uint8Array): Uint8Array {
	return Buffer.concat([Buffer.from(head, 'latin1'), data]);
}

/** A bit of a PDF is light, one of a Netpbm file ink. */
function invert(data: Pixels['data']): Uint8Array {
	return Uint8Array.from(data, (byte) => byte ^ 0xff);
}

/** ITU-R BT.601 luma, in whole numbers; what is transparent shows paper. */
function toGrey(data: Pixels['data'], count: number, channels: number): Uint8Array {
	const grey = new Uint8Array(count);
	for (let at = 0, from = 0; at < count; at += 1, from += channels) {
		const luma = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
		const opacity = channels === 4 ? (data[from + 3] ?? 255) : 255;
		grey[at] = opacity === 255 ? luma : 255 - (((255 - luma) * opacity) >> 8);
	}
	return grey;
}
