import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describePicture } from '#archive/importers/figures.ts';
import { gifOf } from '#archive/testing/test-gif.ts';
import { pngOf } from '#archive/testing/test-png.ts';
import type { ShownPictureType } from '#shared/domain/figure.ts';
import { pngChunk } from '#shared/pictures/png-chunks.ts';
import { barePicture } from './bare-picture.ts';
import { bareProfile } from './bare-profile.ts';
import { orientationOf, writeOrientation } from './orientation.ts';

/** Stands in all that is to stay at home, and nowhere else. */
const secret = 'Sample camera 0042, sample place';
const telling = Buffer.from(secret);

/** A picture as parts that it is drawn from, and parts that may stand before each but the first. */
interface Format {
	mediaType: ShownPictureType;
	drawing: Buffer[];
	telling: Buffer[];
	join(parts: readonly Buffer[]): Buffer;
	/** What says which way is up, of eight; none where the format has no place for it. */
	turned?: (orientation: number) => Buffer[];
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const name = (head: string) => Buffer.concat([latin(head), telling]);

/** Exif of a camera: its name, a thumbnail's bytes, and how it was held. */
function exif(orientation: number): Buffer {
	const tiff = Buffer.alloc(38);
	tiff.set([...latin('II'), 42, 0, 8, 0, 0, 0, 2, 0]);
	tiff.set([0x0f, 0x01, 2, 0, telling.length, 0, 0, 0, 38, 0, 0, 0], 10);
	tiff.set([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], 22);
	return Buffer.concat([tiff, telling]);
}

function profile(): Buffer {
	const tags: [string, Buffer][] = [
		['desc', telling],
		['rXYZ', latin('rXYZsample of red...')],
		['mmod', telling],
		['rTRC', latin('rTRCsample of red...')],
	];
	const table = Buffer.alloc(128 + 4 + tags.length * 12);
	table.fill(0x41, 24, 36);
	table.fill(0x42, 48, 56);
	table.writeUInt32BE(tags.length, 128);
	let at = table.length;
	for (const [index, [tag, data]] of tags.entries()) {
		table.write(tag, 132 + index * 12);
		table.writeUInt32BE(at, 136 + index * 12);
		table.writeUInt32BE(data.length, 140 + index * 12);
		at += data.length;
	}
	return Buffer.concat([table, ...tags.map(([, data]) => data)]);
}

const segment = (marker: number, body: Buffer) => {
	const length = Buffer.alloc(2);
	length.writeUInt16BE(body.length + 2);
	return Buffer.concat([Buffer.of(0xff, marker), length, body]);
};
const jpeg: Format = {
	mediaType: 'image/jpeg',
	drawing: [
		Buffer.of(0xff, 0xd8),
		segment(0xe0, Buffer.concat([latin('JFIF\0'), Buffer.of(1, 2, 0, 0, 1, 0, 1, 0, 0)])),
		segment(0xdb, Buffer.alloc(65, 1)),
		segment(0xc0, Buffer.of(8, 0, 30, 0, 40, 1, 1, 0x11, 0)),
		segment(0xdd, Buffer.of(0, 2)),
		Buffer.concat([segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)), Buffer.of(1, 0xff, 0, 2, 0xff, 0xd0, 3)]),
		Buffer.concat([segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)), Buffer.of(4)]),
		Buffer.of(0xff, 0xd9),
	],
	telling: [
		segment(0xe1, name('http://ns.adobe.com/xap/1.0/\0')),
		segment(0xed, name('Photoshop 3.0\0')),
		segment(0xe2, name('MPF\0')),
		segment(0xeb, name('JP')),
		segment(0xe0, name('JFXX\0')),
		segment(0xfe, telling),
	],
	join: (parts) => Buffer.concat([...parts, telling]),
	turned: (orientation) => [segment(0xe1, Buffer.concat([latin('Exif\0\0'), exif(orientation)]))],
};

const [pngHead, pngData, pngEnd] = (() => {
	const whole = pngOf(40, 30);
	return [whole.subarray(0, 33), whole.subarray(33, -12), whole.subarray(-12)] as const;
})();
const chunk = (type: string, data: Buffer) => Buffer.from(pngChunk(type, data));
const png: Format = {
	mediaType: 'image/png',
	drawing: [pngHead, chunk('gAMA', Buffer.of(0, 0, 0xb1, 0x8f)), pngData, pngEnd],
	telling: [
		chunk('tEXt', name('Author\0')),
		chunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(telling)])),
		chunk('iTXt', name('XML:com.adobe.xmp\0\0\0\0\0')),
		chunk('tIME', Buffer.of(7, 0xe8, 1, 2, 3, 4, 5)),
		chunk('caBX', telling),
		chunk('prVW', telling),
	],
	join: (parts) => Buffer.concat([...parts, telling]),
	turned: (orientation) => [chunk('eXIf', exif(orientation))],
};

const riff = (type: string, data: Buffer) => {
	const head = Buffer.alloc(8);
	head.write(type);
	head.writeUInt32LE(data.length, 4);
	return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};
const webp: Format = {
	mediaType: 'image/webp',
	drawing: [
		Buffer.concat([latin('WEBP'), riff('VP8X', Buffer.of(0x0c, 0, 0, 0, 39, 0, 0, 29, 0, 0))]),
		riff('VP8 ', Buffer.of(0, 0, 0, 0x9d, 0x01, 0x2a, 40, 0, 30, 0, 7)),
	],
	telling: [riff('XMP ', telling), riff('C2PA', telling)],
	join: (parts) => Buffer.concat([riff('RIFF', Buffer.concat(parts)), telling]),
	turned: (orientation) => [riff('EXIF', exif(orientation))],
};

const [gifHead, gifFrame] = (() => {
	const whole = gifOf(40, 30);
	return [whole.subarray(0, 25), whole.subarray(25, -1)] as const;
})();
const blocks = (label: number, head: string) =>
	Buffer.concat([
		Buffer.of(0x21, label, ...(head ? [head.length] : [])),
		latin(head),
		Buffer.of(telling.length),
		telling,
		Buffer.of(0),
	]);
const gif: Format = {
	mediaType: 'image/gif',
	drawing: [
		gifHead,
		Buffer.concat([Buffer.of(0x21, 0xff, 11), latin('NETSCAPE2.0'), Buffer.of(3, 1, 0, 0, 0)]),
		Buffer.of(0x21, 0xf9, 4, 0, 10, 0, 0, 0),
		gifFrame,
		gifFrame,
		Buffer.of(0x3b),
	],
	telling: [blocks(0xfe, ''), blocks(0xff, 'XMP DataXMP'), blocks(0x01, 'sample text!')],
	join: (parts) => Buffer.concat([...parts, telling]),
};

function bmp(): Buffer {
	const bytes = Buffer.alloc(14 + 124 + 40 * 30 * 4);
	bytes.write('BM');
	bytes.writeUInt32LE(14 + 124, 10);
	bytes.writeUInt32LE(124, 14);
	bytes.writeInt32LE(40, 18);
	bytes.writeInt32LE(-30, 22);
	bytes.writeUInt16LE(32, 28);
	bytes.writeUInt32LE(0x4c494e4b, 14 + 56);
	bytes.writeUInt32LE(bytes.length, 14 + 112);
	bytes.writeUInt32LE(telling.length, 14 + 116);
	return Buffer.concat([bytes, telling]);
}

const formats = [jpeg, png, webp, gif];

/** The picture with parts that tell, before whichever of its parts, and with `turn` where its format wants it. */
const withParts = (format: Format, turn: Buffer[] = []) =>
	fc
		.array(fc.tuple(fc.integer({ min: 1, max: format.drawing.length - 1 }), fc.constantFrom(...format.telling)))
		.map((told) => {
			const turnAt = format === webp ? format.drawing.length : 2;
			const parts = [...format.drawing, Buffer.alloc(0)].flatMap((drawing, at) => [
				...told.filter(([before]) => before === at).map(([, part]) => part),
				...(at === turnAt ? turn : []),
				drawing,
			]);
			return format.join(parts);
		});

const bare = (bytes: Buffer, { mediaType }: Format) => {
	const found = barePicture(bytes, mediaType);
	return found && Buffer.from(found);
};

test.each(formats)('of $mediaType nothing is left but what it is drawn from', (format) => {
	const plain = bare(format.join(format.drawing), format);
	if (!plain) throw new Error('no picture');
	for (const part of format.drawing.slice(1)) expect(plain.includes(part)).toBe(true);
	fc.assert(
		fc.property(withParts(format), (bytes) => {
			const found = bare(bytes, format);
			expect(found).toEqual(plain);
			expect(bare(found as Buffer, format)).toEqual(plain);
		}),
	);
	expect(plain.includes('ample')).toBe(false);
});

describe.each([jpeg, png, webp])('of $mediaType what a camera wrote goes,', (format) => {
	test('and it stays upright', () => {
		const place = { start: 0, length: 1, coding: 'stored' as const };
		for (let orientation = 1; orientation <= 8; orientation += 1) {
			const [sample] = fc.sample(withParts(format, format.turned?.(orientation)), 1) as [Buffer];
			const found = bare(sample, format) as Buffer;
			expect(found.includes('ample')).toBe(false);
			const own = { sha256: expect.any(String) };
			const before = describePicture(sample, place);
			expect(describePicture(found, place)).toEqual({ ...(before as object), ...own });
			const says = found.indexOf(writeOrientation(orientation));
			expect(says >= 0).toBe(orientation !== 1);
		}
	});
});

test('colours stay, and whose screen they were made for does not', () => {
	const whole = profile();
	const found = bareProfile(whole) as Buffer;
	expect(found).toHaveLength(whole.length);
	expect(found.includes('sample of red')).toBe(true);
	for (const told of ['ample camera', 'mmod', 'desc', 'AAAA', 'BBBB']) expect(found.includes(told)).toBe(false);
	expect(bareProfile(found)).toEqual(found);
	expect(bareProfile(whole.subarray(0, -1))).toBeNull();
	const inJpeg = jpeg.drawing.toSpliced(
		2,
		0,
		segment(0xe2, Buffer.concat([latin('ICC_PROFILE\0'), Buffer.of(2, 2), whole.subarray(100)])),
		segment(0xe2, Buffer.concat([latin('ICC_PROFILE\0'), Buffer.of(1, 2), whole.subarray(0, 100)])),
	);
	expect(bare(jpeg.join(inJpeg), jpeg)?.includes(found)).toBe(true);
	const inPng = png.drawing.toSpliced(
		1,
		0,
		chunk('iCCP', Buffer.concat([name(''), latin('\0\0'), deflateSync(whole)])),
	);
	expect(bare(png.join(inPng), png)?.includes(deflateSync(found))).toBe(true);
	expect(bare(png.join(inPng), png)?.includes('ample')).toBe(false);
	const inWebp = webp.drawing.toSpliced(2, 0, riff('ICCP', whole));
	const inside = bare(webp.join(inWebp), webp);
	expect(inside?.includes(found)).toBe(true);
	// Colours and no more: neither Exif nor XMP is announced.
	expect(inside?.[20]).toBe(0x20);
});

test('a bitmap names no file of a profile, and ends with its pixels', () => {
	const found = Buffer.from(barePicture(bmp(), 'image/bmp') as Uint8Array);
	expect(found).toHaveLength(bmp().length - telling.length);
	expect(found.toString('latin1', 14 + 56, 14 + 60)).toBe('BGRs');
	expect(found.includes('ample')).toBe(false);
});

test('of a picture that was cut off what came of it stays', () => {
	for (const format of formats) {
		const whole = format.join(format.drawing);
		const cut = bare(whole.subarray(0, whole.lastIndexOf(format === jpeg ? 4 : 0xff, -telling.length - 3)), format);
		expect(cut?.length).toBeGreaterThan(0);
	}
});

test('whatever the bytes are, it is a picture or none, and no part of what lies behind', () => {
	const samples = [...formats.map((format) => format.join(format.drawing)), bmp()];
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: samples.length - 1 }),
			fc.nat(),
			fc.uint8Array({ maxLength: 6 }),
			fc.nat(),
			(which, at, noise, cut) => {
				const bytes = Buffer.from(samples[which] as Buffer);
				bytes.set(noise.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
				const given = bytes.subarray(0, bytes.length - (cut % 40));
				const mediaType = [...formats.map((each) => each.mediaType), 'image/bmp' as const][which] as ShownPictureType;
				const found = barePicture(given, mediaType);
				expect(found === null || found.length <= given.length + 100).toBe(true);
				expect(orientationOf(given.subarray(at % bytes.length))).toBeGreaterThan(0);
			},
		),
		{ numRuns: 2000 },
	);
});

describe('of a profile', () => {
	/** Of tags that all have the bytes behind the table. */
	function tagsOf(
		names: readonly string[],
		rangeOf: (index: number, dataAt: number) => [start: number, length: number],
	) {
		const table = Buffer.alloc(132 + names.length * 12);
		table.writeUInt32BE(names.length, 128);
		for (const [index, tag] of names.entries()) {
			const [start, length] = rangeOf(index, table.length);
			table.write(tag, 132 + index * 12);
			table.writeUInt32BE(start, 136 + index * 12);
			table.writeUInt32BE(length, 140 + index * 12);
		}
		return Buffer.concat([table, Buffer.alloc(1000, 7)]);
	}

	test('one curve for three colours stays one', () => {
		const shared = tagsOf(['rTRC', 'gTRC', 'bTRC'], (_, at) => [at, 1000]);
		expect(bareProfile(shared)).toEqual(shared);
	});

	test('the first of a name stays', () => {
		const found = bareProfile(tagsOf(['rTRC', 'rTRC'], (index, at) => [at + index * 500, 500])) as Buffer;
		expect(found.readUInt32BE(128)).toBe(1);
		expect(found.subarray(-500)).toEqual(Buffer.alloc(500));
		expect(found.subarray(-1000, -500)).toEqual(Buffer.alloc(500, 7));
	});

	test.each([
		['more tags than profiles have', tagsOf(Array(101).fill('desc'), (_, at) => [at, 1000])],
		['tags that lie over one another', tagsOf(['rTRC', 'gTRC'], (index, at) => [at + index, 999])],
	])('with %s nothing is copied', (_, given) => {
		expect(bareProfile(given)).toBeNull();
	});
});

test('of parts that are there once in a PNG picture the first counts', () => {
	const [first, second] = [profile(), Buffer.concat([profile(), Buffer.alloc(8)])];
	const coloured = (data: Buffer) => chunk('iCCP', Buffer.concat([latin('sample\0\0'), deflateSync(data)]));
	const given = [coloured(first), chunk('eXIf', exif(6)), coloured(second), chunk('eXIf', exif(3))];
	const once = bare(png.join(png.drawing.toSpliced(1, 0, ...given.slice(0, 2))), png);
	expect(once?.includes(writeOrientation(6))).toBe(true);
	expect(bare(png.join(png.drawing.toSpliced(1, 0, ...given)), png)).toEqual(once);
});

test.each([
	[jpeg, segment(0xdd, Buffer.alloc(0)), 20_000],
	[jpeg, Buffer.of(0xff, 0x01), 20_000],
	[png, chunk('gAMA', Buffer.alloc(0)), 20_000],
	[webp, riff('ALPH', Buffer.alloc(0)), 20_000],
	[webp, riff('ANMF', Buffer.concat([Buffer.alloc(16), ...Array(8000).fill(riff('none', Buffer.alloc(0)))])), 3],
	[gif, Buffer.of(0x21, 0xf9, 0), 20_000],
])('a file of a great many parts is no picture ($mediaType)', (format, part, tooMany) => {
	const many = (count: number) => bare(format.join(format.drawing.toSpliced(2, 0, ...Array(count).fill(part))), format);
	expect(many(2)).not.toBeNull();
	expect(many(tooMany)).toBeNull();
});

test('which way is up is said before a picture is drawn, and by the first part that says it', () => {
	const more = Buffer.concat([latin('Exif\0\0'), telling]);
	const turn = segment(0xe1, Buffer.concat([latin('Exif\0\0'), exif(6)]));
	const withMore = bare(jpeg.join(jpeg.drawing.toSpliced(2, 0, turn, segment(0xe1, more))), jpeg);
	expect(withMore?.includes(writeOrientation(6))).toBe(true);
	const late = jpeg.drawing.toSpliced(-1, 0, turn);
	expect(bare(jpeg.join(late), jpeg)).toEqual(bare(jpeg.join(jpeg.drawing), jpeg));
});

test('of what a moving picture asks of those who draw it nothing stays but that', () => {
	const behind = Buffer.concat([Buffer.of(telling.length), telling]);
	const loop = Buffer.concat([Buffer.of(0x21, 0xff, 11), latin('NETSCAPE2.0'), behind]);
	const control = Buffer.of(0x21, 0xf9, 4, 0, 10, 0, 0);
	const parts = gif.drawing.toSpliced(
		1,
		2,
		Buffer.concat([loop, Buffer.of(3, 1, 0, 0, 0)]),
		Buffer.concat([control, behind, Buffer.of(0)]),
	);
	expect(bare(gif.join(parts), gif)).toEqual(bare(gif.join(gif.drawing), gif));
	const without = Buffer.concat([loop, Buffer.of(0)]);
	expect(bare(gif.join(gif.drawing.toSpliced(1, 1, without)), gif)).toEqual(
		bare(gif.join(gif.drawing.toSpliced(1, 1)), gif),
	);
});

test('of a moving picture that was cut off in the head of a frame those before it stay', () => {
	const [first, ...others] = gif.drawing.slice(0, 4);
	const whole = Buffer.concat([first as Buffer, ...others]);
	for (let length = 1; length <= 11; length += 1)
		expect(bare(Buffer.concat([whole, gifFrame.subarray(0, length)]), gif)).toEqual(
			Buffer.concat([whole, Buffer.of(0x3b)]),
		);
});

test('a PNG picture that was cut off ends where its last part does, whatever length that states', () => {
	const lying = Buffer.from(pngData);
	lying.writeUInt32BE(0x7fffffff);
	const told = [chunk('tEXt', name('Author\0')), chunk('prVw', telling)];
	const expected = Buffer.concat([pngHead, lying]);
	for (const behind of [[...told, pngEnd], told, [pngEnd, telling], [...told, pngEnd.subarray(0, 9)], []])
		expect(bare(Buffer.concat([pngHead, lying, ...behind]), png)).toEqual(expected);
});

describe('a bitmap', () => {
	const palette = Buffer.from(Array.from({ length: 8 }, (_, at) => at + 1));
	const pixels = Buffer.alloc(4 * 30, 0x80);
	/** Of two colours, with so much between palette and pixels. */
	function twoColours(between: Buffer, pixelsAt = 14 + 40 + palette.length + between.length) {
		const head = Buffer.alloc(14 + 40);
		head.write('BM');
		head.writeUInt32LE(pixelsAt, 10);
		head.writeUInt32LE(40, 14);
		head.writeInt32LE(8, 18);
		head.writeInt32LE(30, 22);
		head.writeUInt16LE(1, 26);
		head.writeUInt16LE(1, 28);
		return Buffer.concat([head, palette, between, pixels]);
	}
	const bareOf = (bytes: Buffer) => Buffer.from(barePicture(bytes, 'image/bmp') as Uint8Array);

	test('has nothing between its palette and its pixels', () => {
		const given = twoColours(telling);
		const found = bareOf(Buffer.concat([given, telling]));
		expect(found).toHaveLength(given.length);
		expect(found.includes('ample')).toBe(false);
		expect(found.subarray(14, 62)).toEqual(given.subarray(14, 62));
		expect(found.subarray(-pixels.length)).toEqual(pixels);
	});

	test('that does not say where its pixels are has them behind its palette', () => {
		const found = bareOf(Buffer.concat([twoColours(Buffer.alloc(0), 0), telling]));
		expect(found.readUInt32LE(10)).toBe(62);
		expect(found.subarray(54)).toEqual(Buffer.concat([palette, pixels]));
	});

	test('keeps the masks of its colours', () => {
		const given = twoColours(Buffer.alloc(4, 9));
		given.writeUInt16LE(16, 28);
		given.writeUInt32LE(3, 30);
		expect(bareOf(given).subarray(54, 66)).toEqual(given.subarray(54, 66));
	});
});
