import type { Position } from '../base-map.ts';
import type { LayerFeature, LayerGeometry } from '../read-geojson.ts';
import { protobufFields, VarintReader } from './protobuf-reader.ts';
import { type TilePlace, tileLatitude, tileLongitude } from './tile-grid.ts';

/** A vertex in the units of its tile. */
type Vertex = readonly [x: number, y: number];

/** More than a tile that was made to be drawn has. */
const mostVertices = 200_000;
/** Numbers of fields in the messages of Mapbox's Vector Tile Specification 2.1. */
const tileLayers = 3;
const [layerFeatures, layerExtent] = [2, 5];
const [featureType, featureGeometry] = [3, 4];
const [pointType, lineType, areaType] = [1, 2, 3];
const [moveTo, lineTo, closePath] = [1, 2, 7];

/**
 * What a vector tile (Mapbox's Vector Tile Specification 2.1) draws, in degrees and without its names. Points of the
 * margin belong to the tile beside it and are left out. Throws RangeError for what is no such tile, is cut off, or holds
 * more than a picture can.
 */
export function readVectorTile(bytes: Uint8Array, place: TilePlace): LayerFeature[] {
	const features: LayerFeature[] = [];
	let vertexCount = 0;
	for (const { number, bytes: layer } of protobufFields(bytes)) {
		if (number !== tileLayers) continue;
		const extent = extentOf(layer);
		const toDegrees = ([x, y]: Vertex): Position => [
			tileLongitude(place.x + x / extent, place.z),
			tileLatitude(place.y + y / extent, place.z),
		];
		for (const { number: field, bytes: feature } of protobufFields(layer)) {
			if (field !== layerFeatures) continue;
			const { type, paths } = readFeature(feature, mostVertices - vertexCount);
			vertexCount += paths.reduce((sum, path) => sum + path.length, 0);
			const geometry = geometryOf(type, paths, extent, toDegrees);
			if (geometry) features.push({ geometry, names: [] });
		}
	}
	return features;
}

function extentOf(layer: Uint8Array): number {
	let extent = 4096;
	for (const { number, value } of protobufFields(layer)) if (number === layerExtent && value > 0) extent = value;
	return extent;
}

function readFeature(feature: Uint8Array, mostLeft: number): { type: number; paths: Vertex[][] } {
	let type = 0;
	let paths: Vertex[][] = [];
	for (const { number, value, bytes } of protobufFields(feature)) {
		if (number === featureType) type = value;
		else if (number === featureGeometry) paths = readPaths(bytes, mostLeft);
	}
	return { type, paths };
}

/** Commands of drawing, each with how often it is repeated: a count is worth no more than the numbers that follow it. */
function readPaths(commands: Uint8Array, mostLeft: number): Vertex[][] {
	const reader = new VarintReader(commands);
	const paths: Vertex[][] = [];
	let [x, y, vertexCount] = [0, 0, 0];
	while (!reader.isAtEnd) {
		const command = reader.read();
		const [kind, repeats] = [command % 8, Math.floor(command / 8)];
		// Closing needs no numbers, so that its count could be anything: once is all that it can be.
		if (kind === closePath) continue;
		if (kind !== moveTo && kind !== lineTo) throw new RangeError(`command ${kind}`);
		for (let at = 0; at < repeats; at += 1) {
			x += reader.readSigned();
			y += reader.readSigned();
			vertexCount += 1;
			if (vertexCount > mostLeft) throw new RangeError('too many vertices');
			if (kind === moveTo) paths.push([]);
			const path = paths.at(-1);
			if (!path) throw new RangeError('a line from nowhere');
			path.push([x, y]);
		}
	}
	return paths;
}

/** Null for what draws nothing: kinds that are not known, and lines and rings that are too short. */
function geometryOf(
	type: number,
	paths: readonly Vertex[][],
	extent: number,
	toDegrees: (vertex: Vertex) => Position,
): LayerGeometry | null {
	if (type === pointType) {
		const isWithin = ([x, y]: Vertex) => x >= 0 && y >= 0 && x < extent && y < extent;
		const points = paths.flat().filter(isWithin).map(toDegrees);
		return points.length > 0 ? { type: 'MultiPoint', coordinates: points } : null;
	}
	if (type === lineType) {
		const lines = paths.filter((path) => path.length >= 2).map((path) => path.map(toDegrees));
		return lines.length > 0 ? { type: 'MultiLineString', coordinates: lines } : null;
	}
	if (type !== areaType) return null;
	const areas: Position[][][] = [];
	for (const ring of paths) {
		const area = ring.length >= 3 ? signedArea(ring) : 0;
		if (area === 0) continue;
		// Rings are said to be outer ones or holes by the way they run; the first is an outer one whatever it says.
		if (area > 0 || areas.length === 0) areas.push([]);
		areas.at(-1)?.push(ring.map(toDegrees));
	}
	return areas.length > 0 ? { type: 'MultiPolygon', coordinates: areas } : null;
}

/** Twice the area of a ring, positive where it runs clockwise as it is seen: y goes down. */
function signedArea(ring: readonly Vertex[]): number {
	let sum = 0;
	let [lastX, lastY] = ring.at(-1) ?? [0, 0];
	for (const [x, y] of ring) {
		sum += lastX * y - x * lastY;
		[lastX, lastY] = [x, y];
	}
	return sum;
}
