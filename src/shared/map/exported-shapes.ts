import type { ExportedLayer, ExportedShapes } from '../domain/map.ts';
import type { DrawnLayer } from './draw-layer.ts';
import { degreePlane } from './plane.ts';
import { type TilePlace, tileBounds } from './tiles/tile-grid.ts';

/** Shapes as the exported picture has them. @param place of the tile that they are of, at whose edges they are cut off */
export function exportedShapes({ areas, lines, points }: DrawnLayer, place: TilePlace | null): ExportedShapes {
	const paths = (shapes: DrawnLayer['areas']) => shapes.map(({ path }) => path);
	return { frame: place && frameOf(place), areas: paths(areas), lines: paths(lines), points: paths(points) };
}

/** About how many characters a layer takes in a message. */
export function drawnLength({ shapes, pictures }: Pick<ExportedLayer, 'shapes' | 'pictures'>): number {
	return JSON.stringify(shapes).length + pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function frameOf(place: TilePlace): ExportedShapes['frame'] {
	const { left, right, top, bottom } = tileBounds(place, degreePlane);
	return { west: left, east: right, north: -top, south: -bottom };
}
