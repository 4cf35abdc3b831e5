import { expect, test } from 'vitest';
import { mayMove } from './moving-pictures.ts';

const bigEnd = (length: number) => [0, 0, length >> 8, length & 255];
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const png = (...chunks: string[]) =>
	Uint8Array.from([
		...[...letters('\x89PNG\r\n\x1a\n')],
		...chunks.flatMap((type) => [...bigEnd(5), ...letters(type), 1, 2, 3, 4, 5, 0, 0, 0, 0]),
	]);
const webp = (...chunks: string[]) =>
	Uint8Array.from([
		...letters('RIFF\0\0\0\0WEBP'),
		// An odd length is filled up to an even one.
		...chunks.flatMap((type) => [...letters(type), 3, 0, 0, 0, 1, 2, 3, 0]),
	]);

test.each([
	['a GIF', 'image/gif', Uint8Array.from(letters('GIF89a')), true],
	['a PNG', 'image/png', png('IHDR', 'IDAT', 'IEND'), false],
	['an animated PNG', 'image/png', png('IHDR', 'acTL', 'fcTL', 'IDAT'), true],
	['a PNG that says so behind its data, which is not heard', 'image/png', png('IHDR', 'IDAT', 'acTL'), false],
	['a WebP', 'image/webp', webp('VP8X', 'VP8 '), false],
	['an animated WebP', 'image/webp', webp('VP8X', 'ANIM', 'ANMF'), true],
	['a JPEG', 'image/jpeg', Uint8Array.from([255, 216, 255]), false],
	['what is cut off', 'image/png', png('IHDR').subarray(0, 13), false],
])('%s', (_, mediaType, bytes, isMoving) => {
	expect(mayMove(bytes, mediaType)).toBe(isMoving);
	// Its bytes need not begin where their buffer does.
	expect(mayMove(Uint8Array.from([9, ...bytes]).subarray(1), mediaType)).toBe(isMoving);
});
