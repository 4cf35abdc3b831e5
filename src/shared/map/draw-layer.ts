import { type DrawnShape, drawArea, drawLine, type Position } from './base-map.ts';
import { type Plane, type PlanePoint, toPlane } from './plane.ts';
import type { LayerFeature, LayerGeometry } from './read-geojson.ts';

/** A user's file as the picture draws it. */
export interface DrawnLayer {
	areas: DrawnShape[];
	lines: DrawnShape[];
	/** All as one path of SVG, each a line of no length: its caps are what is seen. '' where there are none. */
	points: string;
}

export function drawLayer(features: readonly LayerFeature[], plane: Plane): DrawnLayer {
	const [areas, lines, points]: [DrawnShape[], DrawnShape[], string[]] = [[], [], []];
	for (const { geometry } of features) {
		for (const rings of areasOf(geometry)) areas.push(drawArea(rings, plane));
		for (const line of linesOf(geometry)) lines.push(drawLine(line, plane));
		for (const [longitude = 0, latitude = 0] of pointsOf(geometry))
			points.push(pointPath(toPlane(plane, { latitude, longitude })));
	}
	return { areas, lines, points: points.join('') };
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
function pointPath({ x, y }: PlanePoint): string {
	return `M${Math.round(x * 1e6) / 1e6} ${Math.round(y * 1e6) / 1e6}h0`;
}
