import { startWorker } from '#renderer/lib/trusted-scripts.ts';
import type { GeoJsonFault } from '#shared/map/read-geojson.ts';
import type { FromLayersWorker, LayerTask, ReadShapes, ToLayersWorker } from './layer-messages.ts';

/** What a worker could not read. `fault`: where the file is broken; null where that is not said. */
export class UnreadShapes extends Error {
	override name = 'UnreadShapes';
	readonly fault: GeoJsonFault | null;

	constructor(fault: GeoJsonFault | null) {
		super(fault?.key ?? 'unread');
		this.fault = fault;
	}
}

interface Waiting {
	resolve(read: ReadShapes): void;
	reject(error: UnreadShapes): void;
}

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Reads shapes in the worker, one after the other; their bytes go over to it. Rejects with UnreadShapes. */
export function readInWorker(task: LayerTask): Promise<ReadShapes> {
	lastId += 1;
	const id = lastId;
	worker ??= start();
	worker.postMessage({ ...task, id } satisfies ToLayersWorker, [task.bytes.buffer]);
	return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

function start(): Worker {
	const started = startWorker('layers');
	started.addEventListener('message', ({ data }: MessageEvent<FromLayersWorker>) => {
		const asked = waiting.get(data.id);
		waiting.delete(data.id);
		if (data.isRead) asked?.resolve(data.read);
		else asked?.reject(new UnreadShapes(data.fault));
	});
	// It ran out of memory, or there is a fault in it: the next file is another one's.
	started.addEventListener('error', () => {
		started.terminate();
		worker = null;
		for (const { reject } of waiting.values()) reject(new UnreadShapes(null));
		waiting.clear();
	});
	return started;
}
