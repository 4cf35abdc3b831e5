import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toErrorData } from '../../domain/app-error.ts';
import { errorMessage } from '../../messages/messages.ts';
import { type ArtificialTile, tileFile, vectorTile } from '../testing/artificial-tiles.ts';
import { TileArchive } from './tile-archive.ts';

const world = { z: 0, x: 0, y: 0 } as const;
const line = vectorTile([
	{
		kind: 'line',
		paths: [
			[
				[0, 0],
				[4096, 4096],
			],
		],
	},
]);
const tile = (bytes: Uint8Array): ArtificialTile => ({ ...world, bytes });

function open(file: Uint8Array<ArrayBuffer>): Promise<TileArchive> {
	const read = async (offset: number, length: number) => file.slice(offset, offset + length).buffer;
	const unpack = async (packed: ArrayBuffer, mostBytes: number) =>
		new Uint8Array(gunzipSync(packed, { maxOutputLength: mostBytes })).buffer;
	return TileArchive.open({ file: 'sample.pmtiles', sizeBytes: file.length, read, unpack });
}

/** The sentence that a person is told. */
async function refusal(work: Promise<unknown>): Promise<string> {
	return work.then(
		() => 'taken',
		(error) => errorMessage(toErrorData(error)),
	);
}

test('gives the tiles of a file, packed or not, and nothing where there is none', async () => {
	for (const file of [tileFile([tile(line)], 1), tileFile([tile(gzipSync(line))], 1, 2)]) {
		const tiles = await open(file);
		expect(tiles.zooms).toEqual({ least: 0, most: 0 });
		expect(tiles.first).toEqual(world);
		expect(await tiles.tile(world)).toMatchObject({
			kind: 'shapes',
			bytes: new Uint8Array(line),
		});
	}
	const two = await open(
		tileFile(
			[
				{ z: 1, x: 1, y: 1, bytes: line },
				{ z: 1, x: 0, y: 1, bytes: line },
			],
			1,
		),
	);
	expect(await two.tile({ z: 1, x: 0, y: 1 })).toMatchObject({ kind: 'shapes' });
	expect(await two.tile({ z: 1, x: 1, y: 0 })).toBeNull();
	expect(await two.tile({ z: 9, x: 1, y: 0 })).toBeNull();
	const pictures = await open(tileFile([tile(Uint8Array.of(1, 2, 3))], 2));
	expect(await pictures.tile(world)).toMatchObject({
		kind: 'picture',
		bytes: Uint8Array.of(1, 2, 3),
		mediaType: 'image/png',
	});
});

test('what is no tile archive, or cannot be drawn, is refused with its reason', async () => {
	const whole = tileFile([tile(line)], 1);
	expect(await refusal(open(new Uint8Array()))).toContain('no PMTiles file');
	expect(await refusal(open(new TextEncoder().encode('PMTiles, it says')))).toContain('no PMTiles file');
	expect(await refusal(open(whole.slice(0, 90)))).toContain('no PMTiles file');
	expect(await refusal(open(whole.with(7, 2)))).toContain('PMTiles of version 2');
	expect(await refusal(open(whole.with(98, 3)))).toContain('cannot be unpacked');
	expect(await refusal(open(whole.with(99, 6)))).toContain('neither vector tiles');
	// Coarsest beyond finest; deeper than any map.
	expect(await refusal(open(whole.with(100, 5)))).toContain('head or directory is broken');
	expect(await refusal(open(whole.with(101, 99)))).toContain('head or directory is broken');
	// A directory that says it has 2^35 entries.
	const endless = whole.slice();
	endless.set([0xff, 0xff, 0xff, 0xff, 0x7f], 127);
	expect(await refusal(open(endless))).toContain('head or directory is broken');
});

test('a tile that is broken, cut off or unpacks to too much is refused, and the others stay', async () => {
	const bomb = gzipSync(new Uint8Array(20_000_000));
	const tiles = await open(
		tileFile(
			[
				{ z: 1, x: 0, y: 0, bytes: bomb },
				{ z: 1, x: 1, y: 0, bytes: gzipSync(line) },
			],
			1,
			2,
		),
	);
	expect(await refusal(tiles.tile({ z: 1, x: 0, y: 0 }))).toContain('tile 1/0/0 is broken');
	expect(await tiles.tile({ z: 1, x: 1, y: 0 })).toMatchObject({ kind: 'shapes' });
	const cut = tileFile([tile(line)], 1);
	const short = await open(cut.slice(0, cut.length - 3));
	expect(await refusal(short.tile(world))).toContain('tile 0/0/0 is broken');
	const gone = await open(cut.slice(0, cut.length - line.length));
	expect(await refusal(gone.tile(world))).toContain('tile 0/0/0 is broken');
});
