import type { GeoJsonFault } from '#shared/map/read-geojson.ts';
import type { ReadShapes } from '#shared/map/read-shapes.ts';
import type { TilePlace } from '#shared/map/tiles/tile-grid.ts';

/** What the worker is to read. Its bytes go over to it. */
export type LayerTask =
	| { kind: 'shapes'; bytes: Uint8Array<ArrayBuffer> }
	| { kind: 'tile'; bytes: Uint8Array<ArrayBuffer>; place: TilePlace };

/** `fault`: where a file of shapes is broken; null for a tile, of which it is not said. */
export type FromLayersWorker = { isRead: true; read: ReadShapes } | { isRead: false; fault: GeoJsonFault | null };
