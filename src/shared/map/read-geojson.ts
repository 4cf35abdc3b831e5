import { type ParseErrorCode, visit } from 'jsonc-parser';
import type { MessageKey, MessageValues } from '../messages/messages.ts';
import type { Position } from './base-map.ts';

/** What is drawn of the geometries of RFC 7946; collections of them are taken apart. */
export type LayerGeometry = {
	[T in keyof Coordinates]: { type: T; coordinates: Coordinates[T] };
}[keyof Coordinates];

interface Coordinates {
	Point: Position;
	MultiPoint: readonly Position[];
	LineString: readonly Position[];
	MultiLineString: readonly (readonly Position[])[];
	Polygon: readonly (readonly Position[])[];
	MultiPolygon: readonly (readonly (readonly Position[])[])[];
}

/** A feature of a file: where it lies, and what it is called there. */
export interface LayerFeature {
	geometry: LayerGeometry;
	/** Each once, in the order of the file's properties. */
	names: string[];
}

/** What is wrong with a file of shapes, where it is. Whoever has a catalogue puts it in words: a worker has none. */
export interface GeoJsonFault {
	key: MessageKey & `map.geojson.${string}`;
	values: MessageValues;
}

export class BrokenGeoJson extends Error {
	override name = 'BrokenGeoJson';
	readonly fault: GeoJsonFault;

	constructor(key: GeoJsonFault['key'], values: MessageValues = {}) {
		super(key);
		this.fault = { key, values };
	}
}

/** Of shapes as of features: each line and each area is drawn by itself. */
const [mostFeatures, mostPositions] = [20_000, 100_000];
/** `name`, and what OpenStreetMap, Natural Earth and GeoNames call names in other languages and earlier ones. */
const nameProperty = /^(?:(?:alt|old|official|int|short|local|reg|loc)_)?name(?:[:_].*)?$|^(?:title|label|toponym)$/i;

/** How deep positions lie in the coordinates of each kind of geometry. */
const depths: Readonly<Record<LayerGeometry['type'], number>> = {
	Point: 0,
	MultiPoint: 1,
	LineString: 1,
	MultiLineString: 2,
	Polygon: 2,
	MultiPolygon: 3,
};

type Plain = Readonly<Record<string, unknown>>;

/**
 * The features of a GeoJSON file (RFC 7946: UTF-8, WGS 84, longitude first); those that lie nowhere are left out. Nothing
 * is mended: throws BrokenGeoJson with the line, or the number of the feature, at the first fault, and for more than a
 * picture can hold.
 */
export function readGeoJson(bytes: Uint8Array): LayerFeature[] {
	const root = parse(textOf(bytes));
	const found: LayerFeature[] = [];
	let [positionCount, shapeCount] = [0, 0];

	function take(feature: unknown, number: number): void {
		const fault = (key: 'feature' | 'geometry' | 'degrees') => new BrokenGeoJson(`map.geojson.${key}`, { number });
		if (!isPlain(feature) || feature.type !== 'Feature') throw fault('feature');
		const names = namesIn(feature.properties);
		for (const geometry of geometriesOf(feature.geometry)) {
			if (!isDrawn(geometry)) throw fault('geometry');
			const checked = checkGeometry(geometry);
			if (checked === 'broken') throw fault('geometry');
			if (checked === 'off-earth') throw fault('degrees');
			shapeCount += shapesIn(geometry);
			positionCount += checked;
			if (shapeCount > mostFeatures) throw new BrokenGeoJson('map.geojson.too-many-shapes', { count: mostFeatures });
			if (positionCount > mostPositions)
				throw new BrokenGeoJson('map.geojson.too-many-points', { count: mostPositions });
			found.push({ geometry, names });
		}
	}
	const features = featuresOf(root);
	if (!features) throw new BrokenGeoJson('map.geojson.not-geojson');
	if (features.length > mostFeatures) throw new BrokenGeoJson('map.geojson.too-many', { count: mostFeatures });
	for (const [index, feature] of features.entries()) take(feature, index + 1);
	return found;
}

/** A byte order mark is no part of JSON, and files have it: decoding leaves it out. */
function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new BrokenGeoJson('map.geojson.encoding');
	}
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		const fault = faultIn(json);
		throw fault ? new BrokenGeoJson('map.geojson.line', { ...fault }) : new BrokenGeoJson('map.geojson.not-geojson');
	}
}

/** Both from 1. */
type TextPlace = { line: number; column: number };

/** The engine says what is wrong and not always where. Null where that is too deep to be found. */
function faultIn(json: string): TextPlace | null {
	const faults: TextPlace[] = [];
	const onError = (_error: ParseErrorCode, _offset: number, _length: number, line: number, column: number) =>
		void (faults.length > 0 || faults.push({ line: line + 1, column: column + 1 }));
	try {
		visit(json, { onError }, { disallowComments: true });
	} catch (error) {
		// Nested more deeply than a stack goes: no map is.
		if (!(error instanceof RangeError)) throw error;
	}
	return faults[0] ?? null;
}

/** Null for what is none of the kinds of GeoJSON. */
function featuresOf(root: unknown): readonly unknown[] | null {
	if (!isPlain(root)) return null;
	if (root.type === 'FeatureCollection') return Array.isArray(root.features) ? root.features : null;
	if (root.type === 'Feature') return [root];
	const isGeometry = root.type === 'GeometryCollection' || isDrawn(root);
	return isGeometry ? [{ type: 'Feature', geometry: root, properties: null }] : null;
}

/** Those of a collection one by one; a collection within one is no drawn geometry. */
function geometriesOf(geometry: unknown): readonly unknown[] {
	if (geometry === null) return [];
	const isCollection =
		isPlain(geometry) && geometry.type === 'GeometryCollection' && Array.isArray(geometry.geometries);
	return isCollection ? (geometry.geometries as unknown[]) : [geometry];
}

function isDrawn(geometry: unknown): geometry is LayerGeometry {
	return isPlain(geometry) && typeof geometry.type === 'string' && Object.hasOwn(depths, geometry.type);
}

/** The points of one geometry are drawn together. */
function shapesIn({ type, coordinates }: LayerGeometry): number {
	return type === 'MultiLineString' || type === 'MultiPolygon' ? coordinates.length : 1;
}

/** How many positions it has, or what is wrong with it. */
function checkGeometry(geometry: LayerGeometry): number | 'broken' | 'off-earth' {
	const checked = checkPositions(geometry.coordinates, depths[geometry.type]);
	return checked !== 'broken' && !isWhole(geometry) ? 'broken' : checked;
}

/** A line has two positions or more, a ring four (RFC 7946, 3.1.4 and 3.1.6), and an area a ring. */
function isWhole({ type, coordinates }: LayerGeometry): boolean {
	const isLine = (line: readonly Position[]) => line.length >= 2;
	const isArea = (rings: readonly (readonly Position[])[]) =>
		rings.length > 0 && rings.every((ring) => ring.length >= 4);
	if (type === 'LineString') return isLine(coordinates);
	if (type === 'MultiLineString') return coordinates.every(isLine);
	if (type === 'Polygon') return isArea(coordinates);
	return type !== 'MultiPolygon' || coordinates.every(isArea);
}

function checkPositions(coordinates: unknown, depth: number): number | 'broken' | 'off-earth' {
	if (!Array.isArray(coordinates)) return 'broken';
	if (depth === 0) return checkPosition(coordinates);
	let count = 0;
	for (const inner of coordinates) {
		const checked = checkPositions(inner, depth - 1);
		if (typeof checked === 'string') return checked;
		count += checked;
	}
	return count;
}

function checkPosition([longitude, latitude]: readonly unknown[]): 1 | 'broken' | 'off-earth' {
	if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'broken';
	return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? 1 : 'off-earth';
}

const [mostNames, longestName] = [50, 300];

function namesIn(properties: unknown): string[] {
	if (!isPlain(properties)) return [];
	const names = Object.entries(properties).flatMap(([key, value]) =>
		nameProperty.test(key) && typeof value === 'string' ? value.trim().slice(0, longestName) : [],
	);
	return [...new Set(names)].filter((name) => name !== '').slice(0, mostNames);
}

function isPlain(value: unknown): value is Plain {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
