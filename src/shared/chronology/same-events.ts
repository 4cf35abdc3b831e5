import { type LaidLane, type Mark, sizes } from './layout.ts';

/** An SVG path between two accounts of one event that give it different dates: joined, and two. */
export interface SameEventJoin {
	id: string;
	path: string;
}

/**
 * The joins of a lane of which an end is among `marks`, each once.
 *
 * @param originPx where x is 0, in pixels from day 0
 * @param marks those that are drawn
 */
export function sameEventJoins({ marks: all }: LaidLane, marks: readonly Mark[], originPx: number): SameEventJoin[] {
	if (marks.every(({ placed }) => placed.event.sameEventIds.length === 0)) return [];
	const byEvent = new Map(all.map((mark) => [mark.placed.event.id, mark]));
	return marks.flatMap((mark) =>
		mark.placed.event.sameEventIds.flatMap((id) => {
			const other = byEvent.get(id);
			if (!other || (mark.id > other.id && marks.includes(other))) return [];
			const [x1, x2] = [mark.fromPx - originPx + 2, other.fromPx - originPx + 2].map(rounded);
			const [y1, y2] = [mark.topPx + sizes.bandPx / 2, other.topPx + sizes.bandPx / 2].map(rounded);
			return [{ id: `${mark.id} ${id}`, path: `M${x1} ${y1}C${x1} ${y2} ${x1} ${y2} ${x2} ${y2}` }];
		}),
	);
}

function rounded(px: number): number {
	return Math.round(px * 100) / 100;
}
