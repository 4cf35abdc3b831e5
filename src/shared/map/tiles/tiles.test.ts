import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planeOf } from '../plane.ts';
import { vectorTile } from '../testing/artificial-tiles.ts';
import { readVectorTile } from './read-vector-tile.ts';
import {
	tileBounds,
	tileLatitude,
	tileLongitude,
	tileStrips,
	tilesInSight,
	tileX,
	tileY,
	zoomFor,
} from './tile-grid.ts';

const world = { z: 0, x: 0, y: 0 };
const square = (from: number, to: number) =>
	[
		[from, from],
		[to, from],
		[to, to],
		[from, to],
	] as const;

test('a tile is read in degrees: points of the margin left out, areas with their holes, kinds that are not known passed over', () => {
	const features = readVectorTile(
		vectorTile([
			{ kind: 'point', paths: [[[2048, 2048]], [[-1, 5]], [[4096, 5]]] },
			{ kind: 'line', paths: [square(0, 4096), [[7, 7]]] },
			{ kind: 'area', paths: [square(0, 4000), [...square(100, 200)].reverse(), square(4001, 4096)] },
		]),
		world,
	);
	expect(features.map(({ geometry }) => geometry.type)).toEqual(['MultiPoint', 'MultiLineString', 'MultiPolygon']);
	const [points, lines, areas] = features.map(({ geometry }) => geometry.coordinates) as [
		number[][],
		number[][][],
		number[][][][],
	];
	expect(points).toEqual([[0, expect.closeTo(0, 9)]]);
	expect(lines).toHaveLength(1);
	expect(lines[0]?.[0]).toEqual([-180, expect.closeTo(85.0511, 4)]);
	expect(areas.map((rings) => rings.length)).toEqual([2, 1]);
	expect(readVectorTile(new Uint8Array(), world)).toEqual([]);
});

test('bytes of any kind are a tile or refused at once, never read beyond their end', () => {
	const whole = vectorTile([{ kind: 'area', paths: [square(0, 300)] }]);
	const broken = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => whole.with(at, byte));
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), broken), (bytes) => {
			try {
				for (const { geometry } of readVectorTile(bytes, world)) expect(geometry.coordinates.length).toBeGreaterThan(0);
			} catch (error) {
				expect(error).toBeInstanceOf(RangeError);
			}
		}),
	);
	for (let length = 1; length < whole.length; length += 1)
		expect(() => readVectorTile(whole.subarray(0, length), world)).toThrow(RangeError);
});

test('counts that promise more than there is are not believed', () => {
	// A command that closes the ring half a milliard times, and one that draws as many lines from nothing.
	const commands = (...bytes: number[]) =>
		Uint8Array.from([0x1a, bytes.length + 4, 0x12, bytes.length + 2, 0x22, bytes.length, ...bytes]);
	expect(readVectorTile(commands(9, 2, 2, 0xff, 0xff, 0xff, 0xff, 0x0f), world)).toEqual([]);
	expect(() => readVectorTile(commands(9, 2, 2, 0xfa, 0xff, 0xff, 0xff, 0x0f), world)).toThrow(RangeError);
});

test('the grid and degrees are each other’s inverse, and tiles meet at their edges', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 22 }), fc.double({ min: 0, max: 1, noNaN: true }), (z, share) => {
			const tile = share * 2 ** z;
			expect(tileX(tileLongitude(tile, z), z)).toBeCloseTo(tile, 4);
			expect(tileY(tileLatitude(tile, z), z)).toBeCloseTo(tile, 4);
		}),
	);
	const plane = planeOf([{ latitude: 40, longitude: 45 }]);
	const [upper, lower] = [tileBounds({ z: 5, x: 9, y: 11 }, plane), tileBounds({ z: 5, x: 9, y: 12 }, plane)];
	expect(upper.bottom).toBe(lower.top);
	const strips = tileStrips(5);
	expect(strips).toBe(4);
	expect(tileBounds({ z: 5, x: 9, y: 11 }, plane, { from: 1 / strips, to: 1 }).top).toBeGreaterThan(upper.top);
});

test('of a zoom the tiles in sight, within the grid, and none where they would be too many', () => {
	const sight = { west: -400, east: 400, south: -100, north: 100 };
	expect(tilesInSight(sight, 1, 4)).toHaveLength(4);
	expect(tilesInSight(sight, 2, 4)).toBeNull();
	expect(tilesInSight({ west: 1, east: 2, south: 1, north: 2 }, 1, 4)).toEqual([{ z: 1, x: 1, y: 0 }]);
	expect(tilesInSight({ west: 181, east: 182, south: 1, north: 2 }, 1, 4)).toEqual([]);
	const plane = planeOf([]);
	expect(zoomFor(plane, 1, { least: 0, most: 9 })).toBe(0);
	expect(zoomFor(plane, 256 / 360, { least: 0, most: 9 })).toBe(0);
	expect(zoomFor(plane, (4 * 256) / 360, { least: 0, most: 9 })).toBe(2);
	expect(zoomFor(plane, 1e9, { least: 3, most: 9 })).toBe(9);
	expect(zoomFor(plane, 1e-9, { least: 3, most: 9 })).toBe(3);
});
