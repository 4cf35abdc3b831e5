import { type DrawnLayer, drawLayer } from './draw-layer.ts';
import { degreePlane } from './plane.ts';
import { type LayerFeature, readGeoJson } from './read-geojson.ts';
import { readVectorTile } from './tiles/read-vector-tile.ts';
import type { TilePlace } from './tiles/tile-grid.ts';

/** A file or tile of shapes as it is drawn, in a plane whose units are degrees both ways. */
export interface ReadShapes {
	drawn: DrawnLayer;
	/** Points that have names, which may be where places lie; none of tiles. */
	named: LayerFeature[];
}

/** Throws BrokenGeoJson, and RangeError for what is too much. */
export function readShapesFile(bytes: Uint8Array): ReadShapes {
	const features = readGeoJson(bytes);
	return { drawn: drawLayer(features, degreePlane), named: features.filter(isNamedPoint) };
}

/** Throws RangeError for a tile that cannot be read. */
export function readTileShapes(bytes: Uint8Array, place: TilePlace): ReadShapes {
	return { drawn: drawLayer(readVectorTile(bytes, place), degreePlane), named: [] };
}

function isNamedPoint({ geometry, names }: LayerFeature): boolean {
	return geometry.type === 'Point' && names.length > 0;
}
