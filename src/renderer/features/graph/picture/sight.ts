import { createPictureSight, type Sight } from '#renderer/lib/picture-sight.ts';
import type { Room } from '#renderer/lib/use-room.ts';
import type { Scene } from '#shared/graph/scene.ts';
import { useGraph } from '../graph-store.ts';

const marginPx = 44;
const [leastScale, mostScale, mostFittedScale] = [0.02, 12, 1.6];

/** What is seen of the graph. */
export const graphSight = createPictureSight({
	zoomStep: 1.5,
	marginPx,
	limitScale,
	get: () => useGraph.getState().sight,
	set: (sight) => useGraph.setState({ sight }),
});

/** All of it, no nearer than can be read well. */
export function wholeSight({ bounds: { left, top, right, bottom } }: Scene, { widthPx, heightPx }: Room): Sight {
	const across = Math.max(20, widthPx - 2 * marginPx) / Math.max(1, right - left);
	const down = Math.max(20, heightPx - 2 * marginPx) / Math.max(1, bottom - top);
	return { x: (left + right) / 2, y: (top + bottom) / 2, scale: limitScale(Math.min(across, down, mostFittedScale)) };
}

function limitScale(scale: number): number {
	return Math.min(mostScale, Math.max(leastScale, scale));
}
