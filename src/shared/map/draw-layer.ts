import { type DrawnShape, drawArea, drawLine, type Position } from './base-map.ts';
import { joinShapes } from './join-shapes.ts';
import { type Plane, type PlanePoint, toPlane } from './plane.ts';
import type { LayerFeature, LayerGeometry } from './read-geojson.ts';

/**
 * A user's file as the picture draws it: a few paths of SVG, however many features there are, each of what lies near each
 * other, so that what is out of sight can be left out.
 */
export interface DrawnLayer {
	areas: DrawnShape[];
	lines: DrawnShape[];
	/** Each a line of no length: its caps are what is seen. */
	points: DrawnShape[];
}

export function drawLayer(features: readonly LayerFeature[], plane: Plane): DrawnLayer {
	const [areas, lines, points]: [DrawnShape[], DrawnShape[], DrawnShape[]] = [[], [], []];
	for (const { geometry } of features) {
		for (const rings of areasOf(geometry)) areas.push(drawArea(asNonzero(rings), plane));
		for (const line of linesOf(geometry)) lines.push(drawLine(line, plane));
		for (const [longitude = 0, latitude = 0] of pointsOf(geometry))
			points.push(drawPoint(toPlane(plane, { latitude, longitude })));
	}
	return { areas: joinShapes(areas), lines: joinShapes(lines), points: joinShapes(points) };
}

/**
 * The outer ring runs one way and holes the other. Files often do as they like; areas of one path that overlap would cut
 * holes into each other.
 */
function asNonzero(rings: readonly (readonly Position[])[]): readonly (readonly Position[])[] {
	return rings.map((ring, index) => (isCounterclockwise(ring) === (index === 0) ? ring : ring.toReversed()));
}

function isCounterclockwise(ring: readonly Position[]): boolean {
	let sum = 0;
	let [lastX = 0, lastY = 0] = ring.at(-1) ?? [];
	for (const [x = 0, y = 0] of ring) {
		sum += lastX * y - x * lastY;
		[lastX, lastY] = [x, y];
	}
	return sum > 0;
}

function areasOf({ type, coordinates }: LayerGeometry): readonly (readonly (readonly Position[])[])[] {
	return type === 'MultiPolygon' ? coordinates : type === 'Polygon' ? [coordinates] : [];
}

function linesOf({ type, coordinates }: LayerGeometry): readonly (readonly Position[])[] {
	return type === 'MultiLineString' ? coordinates : type === 'LineString' ? [coordinates] : [];
}

function pointsOf({ type, coordinates }: LayerGeometry): readonly Position[] {
	return type === 'MultiPoint' ? coordinates : type === 'Point' ? [coordinates] : [];
}

/** To some ten centimetres. */
function drawPoint({ x, y }: PlanePoint): DrawnShape {
	const path = `M${Math.round(x * 1e6) / 1e6} ${Math.round(y * 1e6) / 1e6}h0`;
	return { path, bounds: { left: x, right: x, top: y, bottom: y } };
}
