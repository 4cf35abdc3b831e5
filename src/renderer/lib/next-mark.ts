interface Mark {
	x: number;
	y: number;
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1],
};
/** How much farther away something may seem for each unit that it lies aside. */
const asideCost = 2;

/**
 * The mark of a picture that an arrow leads to: the nearest that way, the same one where there is none, the first where
 * none is chosen. Null for other keys.
 *
 * @param at where a mark is
 */
export function nextMark<M>(key: string, marks: readonly M[], chosen: M | undefined, at: (mark: M) => Mark): M | null {
	const direction = directions[key];
	if (!direction) return null;
	if (chosen === undefined) return marks[0] ?? null;
	const [dx, dy] = direction;
	const from = at(chosen);
	let best: M | null = null;
	let least = Infinity;
	for (const mark of marks) {
		const to = at(mark);
		const [x, y] = [to.x - from.x, to.y - from.y];
		const along = x * dx + y * dy;
		const aside = Math.abs(x * dy) + Math.abs(y * dx);
		// Within a right angle of the arrow: then each mark can be reached by some way, and the way back is the same.
		if (mark === chosen || along <= 0 || aside > along) continue;
		const cost = along + asideCost * aside;
		if (cost >= least) continue;
		least = cost;
		best = mark;
	}
	return best ?? chosen;
}
