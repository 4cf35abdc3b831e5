import { askWorker } from '#renderer/lib/worker-task.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { parallelPassages } from '#shared/domain/parallel-passages.ts';
import type { HandPair, ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import type { ParallelTask } from './parallel-task.ts';

/**
 * Lays two texts beside each other in a worker of its own, which the signal ends whatever it is at: then the promise stays
 * open. Rejects where the worker failed.
 */
export function alignEditions(
	first: readonly StoredBlock[],
	second: readonly StoredBlock[],
	{ pairs, signal }: { pairs: readonly HandPair[]; signal: AbortSignal },
): Promise<ParallelGroup[]> {
	const task: ParallelTask = { first: parallelPassages(first), second: parallelPassages(second), pairs };
	return askWorker('parallel', task, signal);
}
