import fc from 'fast-check';
import { expect, test } from 'vitest';
import { message } from '../messages/messages.ts';
import { BrokenGeoJson, readGeoJson } from './read-geojson.ts';

const point = (longitude: unknown, latitude: unknown, properties: object | null = null) => ({
	...{ type: 'Feature', geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties },
});
const corners = (length: number) => Array.from({ length }, () => [1, 2]);
const shape = (type: string, coordinates: unknown) => ({
	...{ type: 'Feature', geometry: { type, coordinates }, properties: null },
});
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The sentence that a person is told. */
function refusal(text: string): string {
	try {
		readGeoJson(bytesOf(text));
	} catch (error) {
		if (error instanceof BrokenGeoJson) return message(error.fault.key, error.fault.values);
		throw error;
	}
	return '';
}

test('reads places, lines and areas with all their names', () => {
	const text = collection(
		point(20.5, 10, { name: ' Alpha ', 'name:ru': 'Альфа', alt_name: 'Alpha', population: 12, note: 'Beta' }),
		{ type: 'Feature', geometry: null, properties: { name: 'Nowhere' } },
		{
			type: 'Feature',
			geometry: {
				type: 'GeometryCollection',
				geometries: [
					{
						type: 'LineString',
						coordinates: [
							[0, 0],
							[1, 1, 300],
						],
					},
				],
			},
			properties: null,
		},
	);
	expect(readGeoJson(bytesOf(`\ufeff${text}`))).toEqual([
		{ geometry: { type: 'Point', coordinates: [20.5, 10] }, names: ['Alpha', 'Альфа'] },
		{
			geometry: {
				type: 'LineString',
				coordinates: [
					[0, 0],
					[1, 1, 300],
				],
			},
			names: [],
		},
	]);
});

test.each([
	['{"type": "FeatureCollection",\n"features": [oops]}', 'line 2, character 14'],
	['', 'line 1'],
	['[]', 'no GeoJSON'],
	['{"type":"Topology","objects":{}}', 'no GeoJSON'],
	[collection(point(1, 1), point(500_000, 4_400_000)), 'feature 2 lies nowhere'],
	[collection(point(1, 1), point('1', 1)), 'geometry of feature 2'],
	[collection(point(1, 1), point(1, 1), 'three'), 'feature 3 is no feature'],
	[collection({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [[1, 2]] } }), 'geometry of feature 1'],
	[collection(shape('LineString', [])), 'geometry of feature 1'],
	[collection(point(1, 1), shape('MultiLineString', [[[1, 2]]])), 'geometry of feature 2'],
	[collection(shape('Polygon', [])), 'geometry of feature 1'],
	[collection(shape('Polygon', [corners(3)])), 'geometry of feature 1'],
	[collection(shape('MultiPolygon', [[corners(4)], [[]]])), 'geometry of feature 1'],
	[collection(shape('MultiPoint', corners(100_001))), 'more than 100,000 points'],
	[
		collection(
			shape(
				'MultiLineString',
				Array.from({ length: 20_001 }, () => corners(2)),
			),
		),
		'20,000 geometries',
	],
	[collection(...Array.from({ length: 20_001 }, () => point(1, 1))), 'more than 20,000 features'],
])('refuses what is broken or too much, and says where (%#)', (text, place) => {
	expect(refusal(text)).toContain(place);
});

test('nothing that is JSON or text makes it fail in another way', () => {
	fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => typeof refusal(text) === 'string'));
	const nested = '['.repeat(100_000);
	expect(refusal(nested)).not.toBe('');
});
