import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawLayer } from './draw-layer.ts';
import { meets, planeOf } from './plane.ts';
import type { LayerFeature } from './read-geojson.ts';

const plane = planeOf([]);
const line = (longitude: number, latitude: number): LayerFeature => ({
	...{
		geometry: {
			type: 'LineString',
			coordinates: [
				[longitude, latitude],
				[longitude + 1, latitude],
			],
		},
		names: [],
	},
});

test('a layer is a few paths, which hold every shape once and reach as far as it does', () => {
	const places = fc.array(fc.tuple(fc.integer({ min: -179, max: 178 }), fc.integer({ min: -89, max: 89 })), {
		minLength: 1,
		maxLength: 300,
	});
	fc.assert(
		fc.property(places, (list) => {
			const { lines } = drawLayer(
				list.map(([longitude, latitude]) => line(longitude, latitude)),
				plane,
			);
			expect(lines.length).toBeLessThanOrEqual(36);
			const drawn = lines.flatMap(({ path }) => path.split('M').slice(1));
			const asked = list.map(
				([longitude, latitude]) => `${longitude} ${0 - latitude}L${longitude + 1} ${0 - latitude}`,
			);
			expect(drawn.toSorted()).toEqual(asked.toSorted());
			for (const [longitude, latitude] of list) {
				const at = { left: longitude, right: longitude + 1, top: -latitude, bottom: -latitude };
				expect(lines.some(({ bounds }) => meets(bounds, at))).toBe(true);
			}
		}),
	);
	expect(drawLayer([], plane)).toEqual({ areas: [], lines: [], points: [] });
});

test('rings run one way and holes the other, whichever way the file has them: areas that overlap cut no holes', () => {
	const outer = [
		[0, 0],
		[9, 0],
		[9, 9],
		[0, 9],
		[0, 0],
	];
	const hole = [
		[1, 1],
		[2, 1],
		[2, 2],
		[1, 2],
		[1, 1],
	];
	const drawn = [
		[outer, hole],
		[outer.toReversed(), hole.toReversed()],
		[outer, hole.toReversed()],
	].map((coordinates) => drawLayer([{ geometry: { type: 'Polygon', coordinates }, names: [] }], plane).areas[0]?.path);
	expect(new Set(drawn).size).toBe(1);
});
