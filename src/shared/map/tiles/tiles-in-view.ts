import type { GeoBounds } from '../../domain/map.ts';
import { degreesInSight, type MapView } from '../map-scene.ts';
import { commonBounds, type TilePlace, tilesInSight, zoomFor } from './tile-grid.ts';

/** What a screen of four thousand pixels across takes, and one tile more on each side. */
const mostTiles = 200;

/** The tiles that a view takes; null where there are none so coarse. */
export function tilesInView(
	{ zooms, bounds }: { zooms: { least: number; most: number }; bounds: GeoBounds },
	{ plane, sight, room }: MapView,
): TilePlace[] | null {
	const common = commonBounds(degreesInSight(sight, room, plane), bounds);
	return common ? tilesInSight(common, zoomFor(plane, sight.scale, zooms), mostTiles) : [];
}
