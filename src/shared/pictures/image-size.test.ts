import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageSize } from './image-size.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));

const size = { width: 0x0203, height: 0x0104 };

test.each([
	['PNG', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 3, 0, 0, 1, 4])],
	[
		'JPEG with a part before its frame',
		bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 11, 8, 1, 4, 2, 3, 1, 0, 0, 0]),
	],
	['WebP with loss', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 3, 2, 4, 1])],
	['WebP without loss', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x02, 0xc2, 0x40, 0x00])],
	['extended WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 3, 1, 0])],
])('%s says its size', (_, file) => {
	expect(imageSize(file)).toEqual(size);
});

test('what is cut short, or anything else, says none and does no harm', () => {
	const starts = ['\x89PNG', '\xff\xd8', 'RIFF\0\0\0\0WEBPVP8X', ''];
	fc.assert(
		fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 40 }), (start, rest) => {
			const found = imageSize(bytes(start, [...rest]));
			expect(found === null || found.width >= 0).toBe(true);
		}),
	);
	expect(imageSize(bytes('\xff\xd8\xff\xe0'))).toBeNull();
	expect(imageSize(bytes('plain text, and no picture at all'))).toBeNull();
});
