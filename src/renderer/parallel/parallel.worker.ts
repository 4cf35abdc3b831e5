import { alignTexts } from '#shared/text/parallel/align-texts.ts';
import type { ParallelTask } from './parallel-task.ts';

/** Long texts take seconds; here they hold up nobody. */
self.addEventListener('message', ({ data: { first, second, pairs } }: MessageEvent<ParallelTask>) => {
	self.postMessage(alignTexts(first, second, pairs));
});
