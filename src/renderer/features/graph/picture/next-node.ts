import type { Scene, SceneNode } from '#shared/graph/scene.ts';

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1],
};
/** How much farther away something may seem for each unit that it lies aside. */
const asideCost = 2;

/** The mark that an arrow leads to: the nearest that way; the most important one where none is chosen. Null for other keys. */
export function nextNode(key: string, { nodes, byId }: Scene, chosenId: string): SceneNode | null {
	const direction = directions[key];
	if (!direction) return null;
	const from = byId.get(chosenId);
	if (!from) return nodes[0] ?? null;
	const [dx, dy] = direction;
	let best: SceneNode | null = null;
	let least = Infinity;
	for (const node of nodes) {
		const [x, y] = [node.x - from.x, node.y - from.y];
		const along = x * dx + y * dy;
		const aside = Math.abs(x * dy) + Math.abs(y * dx);
		// Within a right angle of the arrow: then each mark can be reached by some way, and the way back is the same.
		if (node === from || along <= 0 || aside > along) continue;
		const cost = along + asideCost * aside;
		if (cost >= least) continue;
		least = cost;
		best = node;
	}
	return best ?? from;
}
