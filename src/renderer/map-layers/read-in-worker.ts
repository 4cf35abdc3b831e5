import { startWorker } from '#renderer/lib/trusted-scripts.ts';
import type { GeoJsonFault } from '#shared/map/read-geojson.ts';
import type { ReadShapes } from '#shared/map/read-shapes.ts';
import type { FromLayersWorker, LayerTask } from './layer-messages.ts';

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
	task: LayerTask;
	resolve(read: ReadShapes): void;
	reject(error: UnreadShapes): void;
}

let worker: Worker | null = null;
let current: Waiting | null = null;
const waiting: Waiting[] = [];

/** Reads shapes in the worker, one after the other; their bytes go over to it. Rejects with UnreadShapes. */
export function readInWorker(task: LayerTask): Promise<ReadShapes> {
	return new Promise((resolve, reject) => {
		waiting.push({ task, resolve, reject });
		if (!current) goOn();
	});
}

function goOn(): void {
	current = waiting.shift() ?? null;
	if (!current) return;
	worker ??= start();
	worker.postMessage(current.task, [current.task.bytes.buffer]);
}

function start(): Worker {
	const started = startWorker('layers');
	started.addEventListener('message', ({ data }: MessageEvent<FromLayersWorker>) => {
		if (data.isRead) current?.resolve(data.read);
		else current?.reject(new UnreadShapes(data.fault));
		goOn();
	});
	// It ran out of memory, or there is a fault in it: that is the file it had, and those that wait get another worker.
	started.addEventListener('error', () => {
		started.terminate();
		worker = null;
		current?.reject(new UnreadShapes(null));
		goOn();
	});
	return started;
}
