import type { LaidLane, Mark } from '#shared/chronology/layout.ts';

/** Where the keys are: an event may stand in several lanes. */
export interface MarkPlace {
	laneKey: string;
	mark: Mark;
}

/** The mark that a key leads to: along a lane, or to the nearest in the next one that has any; null for other keys. */
export function nextMark(key: string, lanes: readonly LaidLane[], current: MarkPlace | null): MarkPlace | null {
	const filled = lanes.filter(({ marks }) => marks.length > 0);
	const first = filled[0];
	if (!current) return first ? placeAt(first, 0) : null;
	const laneAt = filled.findIndex(({ lane }) => lane.key === current.laneKey);
	const lane = filled[laneAt];
	if (!lane) return first ? placeAt(first, 0) : null;
	const at = lane.marks.findIndex(({ id }) => id === current.mark.id);
	switch (key) {
		case 'ArrowRight':
			return placeAt(lane, Math.min(lane.marks.length - 1, at + 1));
		case 'ArrowLeft':
			return placeAt(lane, Math.max(0, at - 1));
		case 'Home':
			return placeAt(lane, 0);
		case 'End':
			return placeAt(lane, lane.marks.length - 1);
		case 'ArrowDown':
			return nearest(filled[laneAt + 1], current.mark.fromPx);
		case 'ArrowUp':
			return nearest(filled[laneAt - 1], current.mark.fromPx);
		default:
			return null;
	}
}

function nearest(lane: LaidLane | undefined, fromPx: number): MarkPlace | null {
	if (!lane) return null;
	let best = 0;
	for (const [at, mark] of lane.marks.entries()) {
		const known = lane.marks[best];
		if (known && Math.abs(mark.fromPx - fromPx) < Math.abs(known.fromPx - fromPx)) best = at;
	}
	return placeAt(lane, best);
}

function placeAt(lane: LaidLane, at: number): MarkPlace | null {
	const mark = lane.marks[at];
	return mark ? { laneKey: lane.lane.key, mark } : null;
}
