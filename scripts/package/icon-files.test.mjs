import { imageSize } from 'image-size';
import { expect, test } from 'vitest';
import { icnsFile, icnsSizesPx, icoFile } from './icon-files.mjs';

/** As much of a PNG as says how large it is. @param {number} sizePx */
function pngOf(sizePx) {
	const png = Buffer.alloc(40);
	png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	png.writeUInt32BE(13, 8);
	png.write('IHDR', 12, 'latin1');
	png.writeUInt32BE(sizePx, 16);
	png.writeUInt32BE(sizePx, 20);
	return png;
}

/** @param {number[]} sizes */
const pictures = (sizes) => sizes.map((sizePx) => ({ sizePx, png: pngOf(sizePx) }));

test('an ICO lists every size, 256 among them, and where its picture lies', () => {
	const sizes = [16, 32, 256];
	const file = icoFile(pictures(sizes));
	expect(imageSize(file).images?.map(({ width }) => width)).toEqual(sizes);
	for (const [at, sizePx] of sizes.entries()) {
		const entry = file.subarray(6 + 16 * at);
		const offset = entry.readUInt32LE(12);
		expect(file.subarray(offset, offset + entry.readUInt32LE(8))).toEqual(pngOf(sizePx));
	}
});

test('an ICNS has every size under its name, and says its own length', () => {
	const file = icnsFile(pictures(icnsSizesPx));
	expect(file.readUInt32BE(4)).toBe(file.length);
	/** @type {[string, number][]} */
	const parts = [];
	for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
		parts.push([file.toString('latin1', at, at + 4), imageSize(file.subarray(at + 8)).width]);
	expect(new Set(parts.map(([, sizePx]) => sizePx))).toEqual(new Set(icnsSizesPx));
	expect(parts).toContainEqual(['ic10', 1024]);
	expect(() => icnsFile(pictures([16]))).toThrow('lacks 32 px');
});
