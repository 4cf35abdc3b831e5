import type { RecordId } from '../domain/ids.ts';
import { type DrawnShape, drawArea, drawLine } from './base-map.ts';
import { type Plane, type PlanePoint, toPlane } from './plane.ts';
import type { LayerFeature } from './read-geojson.ts';

/** A user's file as the picture draws it. */
export interface DrawnLayer {
	recordId: RecordId;
	areas: DrawnShape[];
	lines: DrawnShape[];
	points: PlanePoint[];
}

/** @param recordId the record that holds the file */
export function drawLayer(recordId: RecordId, features: readonly LayerFeature[], plane: Plane): DrawnLayer {
	const layer: DrawnLayer = { recordId, areas: [], lines: [], points: [] };
	for (const { geometry } of features) {
		const { type, coordinates } = geometry;
		if (type === 'Polygon') layer.areas.push(drawArea(coordinates, plane));
		else if (type === 'MultiPolygon') layer.areas.push(...coordinates.map((rings) => drawArea(rings, plane)));
		else if (type === 'LineString') layer.lines.push(drawLine(coordinates, plane));
		else if (type === 'MultiLineString') layer.lines.push(...coordinates.map((line) => drawLine(line, plane)));
		else {
			const positions = type === 'Point' ? [coordinates] : coordinates;
			for (const [longitude = 0, latitude = 0] of positions) layer.points.push(toPlane(plane, { latitude, longitude }));
		}
	}
	return layer;
}
