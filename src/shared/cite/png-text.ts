// Text in a PNG (W3C PNG, 11.3.3.4 iTXt): beside the picture, where no program shows it and most keep it.

import { pngChunk, pngChunks } from '../pictures/png-chunks.ts';

const internationalText = 'iTXt';
/** After the keyword: its end, no compression, no method, and neither a language nor a translated keyword. */
const plainUtf8 = [0, 0, 0, 0, 0];

/** The picture with a text under this keyword (1 to 79 letters of Latin-1), right after its header. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
	const header = [...pngChunks(png)][0];
	if (header?.type !== 'IHDR') throw new RangeError('no PNG');
	const chunk = pngChunk(internationalText, Uint8Array.from([...headOf(keyword), ...new TextEncoder().encode(text)]));
	const whole = new Uint8Array(png.length + chunk.length);
	whole.set(png.subarray(0, header.end));
	whole.set(chunk, header.end);
	whole.set(png.subarray(header.end), header.end + chunk.length);
	return whole;
}

/** The first text under this keyword as `withPngText` writes it; null where there is none whole. */
export function readPngText(png: Uint8Array, keyword: string): string | null {
	const head = headOf(keyword);
	for (const { type, data, isIntact } of pngChunks(png)) {
		if (type !== internationalText || !head.every((byte, at) => data[at] === byte) || !isIntact()) continue;
		return new TextDecoder().decode(data.subarray(head.length));
	}
	return null;
}

function headOf(keyword: string): number[] {
	return [...keyword].map((letter) => letter.charCodeAt(0)).concat(plainUtf8);
}
