import { type LayoutTask, layOutGraph } from '#shared/graph/lay-out-graph.ts';

/** Two thousand things take a second or two; here they hold up nobody. */
self.addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
	self.postMessage(layOutGraph(data));
});
