import { type MapView, toPicture } from '../map-scene.ts';
import { toPlane } from '../plane.ts';
import type { ScanPlacing } from './world-file.ts';

/** From a picture to the map, as `matrix()` of SVG and `setTransform` of a canvas have it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Where the pixels of a scan come to lie: turned, stretched or slanted by its world file. */
export function scanMatrix({ origin, perColumn, perRow }: ScanPlacing, { plane, sight, room }: MapView): Matrix {
	const begin = toPicture(toPlane(plane, origin), sight, room);
	const { scale } = sight;
	return [
		...([perColumn.longitude * plane.perLongitude * scale, -perColumn.latitude * scale] as const),
		...([perRow.longitude * plane.perLongitude * scale, -perRow.latitude * scale] as const),
		...([begin.x, begin.y] as const),
	];
}
