import { BrokenGeoJson } from '#shared/map/read-geojson.ts';
import { type ReadShapes, readShapesFile, readTileShapes } from '#shared/map/read-shapes.ts';
import type { FromLayersWorker, LayerTask } from './layer-messages.ts';

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
	return task.kind === 'tile' ? readTileShapes(task.bytes, task.place) : readShapesFile(task.bytes);
}
