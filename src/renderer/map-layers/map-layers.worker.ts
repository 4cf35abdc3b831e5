import { drawLayer } from '#shared/map/draw-layer.ts';
import { degreePlane } from '#shared/map/plane.ts';
import { BrokenGeoJson, type LayerFeature, readGeoJson } from '#shared/map/read-geojson.ts';
import { readVectorTile } from '#shared/map/tiles/read-vector-tile.ts';
import type { FromLayersWorker, LayerTask, ReadShapes } from './layer-messages.ts';

/** Twelve megabytes of shapes take a second to read and to draw; here they hold up nobody. */
self.addEventListener('message', ({ data }: MessageEvent<LayerTask>) => {
	self.postMessage(answer(data));
});

function answer(task: LayerTask): FromLayersWorker {
	try {
		return { isRead: true, read: read(task) };
	} catch (error) {
		if (error instanceof BrokenGeoJson) return { isRead: false, fault: error.fault };
		if (error instanceof RangeError) return { isRead: false, fault: null };
		throw error;
	}
}

function read(task: LayerTask): ReadShapes {
	if (task.kind === 'tile') return { drawn: drawLayer(readVectorTile(task.bytes, task.place), degreePlane), named: [] };
	const features = readGeoJson(task.bytes);
	return { drawn: drawLayer(features, degreePlane), named: features.filter(isNamedPoint) };
}

function isNamedPoint({ geometry, names }: LayerFeature): boolean {
	return geometry.type === 'Point' && names.length > 0;
}
