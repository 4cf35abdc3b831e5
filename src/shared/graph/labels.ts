/** A mark on the screen that wants its title beside it; lengths in pixels. */
export interface LabelWish {
	id: string;
	x: number;
	y: number;
	radius: number;
	text: string;
	widthPx: number;
}

/** Where a title stands: its box, in pixels. */
export interface Label {
	id: string;
	text: string;
	left: number;
	top: number;
	widthPx: number;
}

export const labelHeightPx = 16;
export const longestLabelPx = 180;
/** Of a graph: what these are is told even in a crowd. */
export const mostNeededLabels = 3;
const gapPx = 3;
const cellPx = 64;

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/**
 * Titles that do not overlap, given to marks in their order: below, above, or at a side, wherever is room first; without
 * room none.
 * @param obstacles marks that no other mark's title may cover
 * @param roomPx the width that titles are kept within, where they fit into it
 * @param needed how many of the first marks have a title even where it covers other marks: what most is joined to stands
 * in the middle of them
 */
export function placeLabels(
	wishes: readonly LabelWish[],
	obstacles: readonly Omit<LabelWish, 'text' | 'widthPx'>[] = [],
	roomPx = Infinity,
	needed = 0,
): Label[] {
	const taken = new Grid();
	const marks = new Grid();
	for (const { id, x, y, radius } of obstacles)
		marks.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }, id);
	return wishes.flatMap(({ id, x, y, radius, text, widthPx }, rank): Label[] => {
		const middle = x - widthPx / 2;
		const kept = roomPx === Infinity ? middle : Math.max(0, Math.min(middle, roomPx - widthPx));
		const boxes = (
			[
				[kept, y + radius + gapPx],
				[kept, y - radius - gapPx - labelHeightPx],
				[x + radius + gapPx, y - labelHeightPx / 2],
				[x - radius - gapPx - widthPx, y - labelHeightPx / 2],
			] as const
		)
			.map(([left, top]): Box => ({ left, top, right: left + widthPx, bottom: top + labelHeightPx }))
			.filter((box) => !taken.meets(box));
		const box = boxes.find((each) => !marks.meets(each, id)) ?? (rank < needed ? boxes[0] : undefined);
		if (!box) return [];
		taken.add(box, id);
		return [{ id, text, left: box.left, top: box.top, widthPx }];
	});
}

/** Boxes by the cells of a grid that they touch: each is compared with what is near it only. */
class Grid {
	readonly #cells = new Map<number, { box: Box; id: string }[]>();

	add(box: Box, id: string): void {
		for (const cell of cellsOf(box)) {
			const known = this.#cells.get(cell);
			if (known) known.push({ box, id });
			else this.#cells.set(cell, [{ box, id }]);
		}
	}

	/** @param ownId what a title may cover: its own mark */
	meets(box: Box, ownId?: string): boolean {
		return cellsOf(box).some((cell) =>
			this.#cells.get(cell)?.some((other) => other.id !== ownId && overlap(box, other.box)),
		);
	}
}

/** Cells of one row have neighbouring numbers; those of a far away column may share one, which costs a comparison. */
function cellsOf({ left, top, right, bottom }: Box): number[] {
	const cells: number[] = [];
	for (let row = Math.floor(top / cellPx); row <= Math.floor(bottom / cellPx); row += 1)
		for (let column = Math.floor(left / cellPx); column <= Math.floor(right / cellPx); column += 1)
			cells.push(row * 4096 + column);
	return cells;
}

function overlap(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
