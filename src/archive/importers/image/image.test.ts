import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeTiff } from '#archive/testing/test-tiff.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { readDocument } from '../registry.ts';
import { refusalOf } from '../test-processes/outcomes.ts';
import { tiffPages, withPageFirst } from './tiff-pages.ts';

function chunk(type: string, data: readonly number[]): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	return Buffer.concat([length, Buffer.from(type), Buffer.from(data), Buffer.alloc(4)]);
}

function png(width: number, height: number): Buffer {
	const size = Buffer.alloc(8);
	size.writeUInt32BE(width);
	size.writeUInt32BE(height, 4);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([signature, chunk('IHDR', [...size, 8, 0, 0, 0, 0]), chunk('IDAT', [0]), chunk('IEND', [])]);
}

/** Head, one scan, and an end, if wanted. EXIF says how it lies. */
function jpeg({ orientation = 1, isWhole = true } = {}): Buffer {
	const exif = [
		0x45,
		0x78,
		0x69,
		0x66,
		0,
		0,
		0x4d,
		0x4d,
		0,
		42,
		0,
		0,
		0,
		8,
		0,
		1,
		1,
		0x12,
		0,
		3,
		0,
		0,
		0,
		1,
		0,
		orientation,
		0,
		0,
		0,
		0,
		0,
		0,
	];
	const parts = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif];
	parts.push(0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3);
	return Buffer.from(isWhole ? [...parts, 0xff, 0xd9] : parts);
}

function webp(): Buffer {
	const bytes = Buffer.alloc(30);
	bytes.write('RIFF', 0);
	bytes.writeUInt32LE(22, 4);
	bytes.write('WEBPVP8 ', 8);
	bytes.set([0x9d, 0x01, 0x2a, 40, 0, 30, 0], 23);
	return bytes;
}

const tiff = writeTiff([
	{ width: 40, height: 30, data: new Uint8Array(1200) },
	{ width: 20, height: 10, data: new Uint8Array(200) },
]);

const pictureOf = async (bytes: Uint8Array) => (await readDocument(bytes, { fileName: 'picture' })).picture;

describe('what the head of a picture says', () => {
	test.each([
		['PNG', png(40, 30), 1],
		['JPEG', jpeg(), 1],
		['WebP', webp(), 1],
		['TIFF of two pages', tiff, 2],
	])('%s', async (_, bytes, pageCount) => {
		expect(await pictureOf(bytes)).toEqual({ widthPx: 40, heightPx: 30, pageCount });
	});

	test('is told upright where a camera was held on its side', async () => {
		expect(await pictureOf(jpeg({ orientation: 6 }))).toEqual({ widthPx: 30, heightPx: 40, pageCount: 1 });
	});
});

describe('a picture is refused, with the reason,', () => {
	test.each([
		['a PNG without its end', png(40, 30).subarray(0, -12)],
		['a JPEG without its end', jpeg({ isWhole: false })],
		['a WebP that is shorter than it says', webp().subarray(0, 29)],
		['a TIFF whose directory lies outside of it', Buffer.from([0x49, 0x49, 42, 0, 0xff, 0xff, 0, 0, 1, 2])],
		['one without a size', png(0, 30)],
	])('%s', async (_, bytes) => {
		expect(await refusalOf(bytes, 'picture')).toBe('the picture is damaged or incomplete');
	});

	test('one that would unfold to more than memory holds', async () => {
		expect(await refusalOf(png(30_000, 30_000), 'picture')).toContain('900 megapixels');
	});

	test('whatever its bytes are: never anything but a refusal', async () => {
		const heads = [png(40, 30), jpeg(), webp(), tiff];
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...heads),
				fc.nat(),
				fc.uint8Array({ maxLength: 8 }),
				async (head, at, noise) => {
					const bytes = Buffer.from(head);
					bytes.set(
						noise.subarray(0, Math.max(0, bytes.length - 4 - (at % bytes.length))),
						4 + (at % (bytes.length - 12)),
					);
					const outcome = await readDocument(bytes, { fileName: 'p' }).catch(
						(error: unknown) => toErrorData(error).code,
					);
					expect(typeof outcome === 'string' ? outcome : 'read').toMatch(/^(read|unsupported-format)$/);
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('pages of a TIFF', () => {
	test('any of them can be put first, the rest as it was', () => {
		const led = withPageFirst(tiff, 2);
		expect(tiffPages(led)[0]).toMatchObject({ widthPx: 20, heightPx: 10 });
		expect(Buffer.from(led).subarray(8).equals(tiff.subarray(8))).toBe(true);
	});

	test('a ring of directories ends', () => {
		const ring = Buffer.from(tiff);
		ring.writeUInt32LE(8, (tiffPages(tiff)[1]?.offset ?? 0) + 2 + 8 * 12);
		expect(tiffPages(ring)).toHaveLength(2);
	});
});
