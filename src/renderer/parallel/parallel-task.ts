import type { HandPair, ParallelPassage } from '#shared/text/parallel/parallel-text.ts';

/** What the worker is told, once; it answers with `ParallelGroup[]`. */
export interface ParallelTask {
	first: readonly ParallelPassage[];
	second: readonly ParallelPassage[];
	pairs: readonly HandPair[];
}
