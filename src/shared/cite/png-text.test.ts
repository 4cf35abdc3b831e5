import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPng } from '../pictures/png-chunks.ts';
import { readPngText, withPngText } from './png-text.ts';

/** A picture of one pixel. */
const pixel = new Uint8Array(
	Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64'),
);
const key = 'sample-key';

test('a text goes into a picture and comes back, in any script, and the picture stays whole', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const held = withPngText(pixel, key, text);
			expect(readPngText(held, key)).toBe(text);
			expect(readPngText(held, 'sample')).toBeNull();
			// What was there is there, before the text and after it.
			expect(held.subarray(0, 33)).toEqual(pixel.subarray(0, 33));
			expect(held.subarray(held.length - (pixel.length - 33))).toEqual(pixel.subarray(33));
		}),
	);
});

test('its checksum is that of PNG', () => {
	const text = 'Ճ ქ Щ sample';
	const held = Buffer.from(withPngText(pixel, key, text));
	const start = held.indexOf('iTXt');
	const end = start + 4 + held.readUInt32BE(start - 4);
	expect(held.readUInt32BE(end)).toBe(crc32(held.subarray(start, end)));
});

test('what is cut short, altered or no picture has no text', () => {
	const held = withPngText(pixel, key, 'sample words');
	const end = held.length - (pixel.length - 33);
	fc.assert(
		fc.property(fc.nat(end - 1), (length) => {
			expect(readPngText(held.subarray(0, length), key)).toBeNull();
		}),
	);
	// From the keyword on, every byte is under the checksum.
	fc.assert(
		fc.property(fc.integer({ min: 41, max: end - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
			expect(readPngText(held.with(at, (held[at] ?? 0) ^ by), key)).toBeNull();
		}),
	);
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => {
			expect(readPngText(bytes, key)).toBeNull();
			expect(readPngText(Uint8Array.of(...pixel.subarray(0, 8), ...bytes), key)).toBeNull();
		}),
	);
	// A chunk that says it is longer than the file, or shorter than what it has to hold.
	for (const length of [0, 1, 0x7fffffff, 0xffffffff]) {
		const forged = Buffer.from(held);
		forged.writeUInt32BE(length, 33);
		expect(readPngText(new Uint8Array(forged), key)).toBeNull();
	}
	expect(isPng(new Uint8Array())).toBe(false);
	expect(() => withPngText(new Uint8Array(9), key, '')).toThrow(RangeError);
});
