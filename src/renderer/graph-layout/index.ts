import { askWorker } from '#renderer/lib/worker-task.ts';
import type { GraphPlaces, LayoutTask } from '#shared/graph/lay-out-graph.ts';

/** Lays a graph out in a worker of its own, which the signal ends: then the promise stays open. Rejects where it failed. */
export function layOutInWorker(task: LayoutTask, signal: AbortSignal): Promise<GraphPlaces> {
	return askWorker('graph', task, signal);
}
