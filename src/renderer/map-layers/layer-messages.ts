import type { DrawnLayer } from '#shared/map/draw-layer.ts';
import type { GeoJsonFault, LayerFeature } from '#shared/map/read-geojson.ts';
import type { TilePlace } from '#shared/map/tiles/tile-grid.ts';

/** What the worker is to read. Its bytes go over to it. */
export type LayerTask =
	| { kind: 'shapes'; bytes: Uint8Array<ArrayBuffer> }
	| { kind: 'tile'; bytes: Uint8Array<ArrayBuffer>; place: TilePlace };

/** A file or tile of shapes as it is drawn, in a plane whose units are degrees both ways. */
export interface ReadShapes {
	drawn: DrawnLayer;
	/** Points that have names, which may be where places lie; none of tiles. */
	named: LayerFeature[];
}

/** `fault`: where a file of shapes is broken; null for a tile, of which it is not said. */
export type FromLayersWorker = { isRead: true; read: ReadShapes } | { isRead: false; fault: GeoJsonFault | null };
