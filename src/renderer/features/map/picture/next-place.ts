import type { MapScene } from '#shared/map/map-scene.ts';

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1],
};

/** The place that an arrow leads to: the nearest that way; the first where none is chosen. Null for other keys. */
export function nextPlace(key: string, { marks }: MapScene, chosenId: string): string | null {
	const direction = directions[key];
	if (!direction) return null;
	const from = marks.find(({ place }) => place.id === chosenId);
	if (!from) return marks[0]?.place.id ?? null;
	const [dx, dy] = direction;
	let best: string | null = null;
	let least = Infinity;
	for (const { place, at } of marks) {
		const [x, y] = [at.x - from.at.x, at.y - from.at.y];
		const along = x * dx + y * dy;
		const aside = Math.abs(x * dy) + Math.abs(y * dx);
		// Within a right angle of the arrow: then each mark can be reached by some way, and the way back is the same.
		if (place.id === chosenId || along <= 0 || aside > along || along + 2 * aside >= least) continue;
		best = place.id;
		least = along + 2 * aside;
	}
	return best ?? chosenId;
}
