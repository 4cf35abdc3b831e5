import { FirstFit } from './first-fit.ts';
import type { Lane } from './lanes.ts';
import { anchorOf, type PlacedEvent } from './placed-events.ts';

/** Sizes of the picture, in CSS pixels. */
export const sizes = {
	/** Words of an event: its date, its title on two lines, and what stands beside them. */
	cardPx: 152,
	rowPx: 80,
	/** Of the row, the drawing of its time; the words are below it. */
	bandPx: 12,
	/** An arrow to where a time is open. */
	tailPx: 40,
	gapPx: 8,
	lanePaddingPx: 10,
	stackPx: 64,
	stackRowPx: 30,
} as const;

/** A lane shows so many rows until it is unfolded; what does not fit stands in stacks. */
export const foldedRows = 4;

/** Where an event stands; x in pixels from day 0, y from the top of the picture. */
export interface Mark {
	id: string;
	placed: PlacedEvent;
	topPx: number;
	/** What it takes up: its time, and its words beside or under that. */
	fromPx: number;
	toPx: number;
}

/** Several events for which there is no row: how many, and where. */
export interface Stack {
	id: string;
	laneKey: string;
	count: number;
	topPx: number;
	fromPx: number;
}

export interface LaidLane {
	lane: Lane;
	topPx: number;
	heightPx: number;
	/** In the order of the lane. */
	marks: Mark[];
	stacks: Stack[];
	/** Whether there are more rows than a folded lane shows. */
	isFoldable: boolean;
	isUnfolded: boolean;
}

export interface LayoutOptions {
	pxPerDay: number;
	/** Keys of lanes that show all their rows. */
	unfolded: ReadonlySet<string>;
	/** Room above the rows of a lane for its title, where that has no column of its own. */
	titlePx: number;
}

/** Lanes under each other. The same events at the same zoom are always in the same places, wherever one looks. */
export function layOut(lanes: readonly Lane[], options: LayoutOptions): { lanes: LaidLane[]; heightPx: number } {
	let topPx = 0;
	const laid = lanes.map((lane) => {
		const own = layOutLane(lane, topPx, options);
		topPx += own.heightPx;
		return own;
	});
	return { lanes: laid, heightPx: topPx };
}

function layOutLane(lane: Lane, laneTopPx: number, { pxPerDay, unfolded, titlePx }: LayoutOptions): LaidLane {
	const isUnfolded = unfolded.has(lane.key);
	const rows = new FirstFit(isUnfolded ? Infinity : foldedRows);
	const firstRowPx = laneTopPx + titlePx + sizes.lanePaddingPx;
	const marks: Mark[] = [];
	const stacks = new Map<number, Stack>();
	let rowCount = 0;
	for (const placed of asOnScreen(lane.events, pxPerDay)) {
		const { fromPx, toPx } = boxOf(placed, pxPerDay);
		const row = rows.place(fromPx, toPx + sizes.gapPx);
		if (row === null) {
			addToStack(stacks, lane.key, fromPx);
			continue;
		}
		rowCount = Math.max(rowCount, row + 1);
		const id = `${lane.key} ${placed.event.id}`;
		marks.push({ id, placed, topPx: firstRowPx + row * sizes.rowPx, fromPx, toPx });
	}
	const stackTopPx = firstRowPx + rowCount * sizes.rowPx;
	for (const stack of stacks.values()) stack.topPx = stackTopPx;
	const contentPx = rowCount * sizes.rowPx + (stacks.size > 0 ? sizes.stackRowPx : 0);
	return {
		lane,
		topPx: laneTopPx,
		heightPx: titlePx + 2 * sizes.lanePaddingPx + Math.max(contentPx, sizes.rowPx / 2),
		marks,
		stacks: [...stacks.values()],
		isFoldable: stacks.size > 0 || (isUnfolded && rowCount > foldedRows),
		isUnfolded,
	};
}

/**
 * Those that have a place, by where they begin on the screen: words that stand before an open time come earlier than the
 * time does. Only these are out of order, so that two lists are merged: sorting all in every frame of a zoom takes longer.
 */
function asOnScreen(events: readonly PlacedEvent[], pxPerDay: number): readonly PlacedEvent[] {
	const fromPx = (placed: PlacedEvent) => boxOf(placed, pxPerDay).fromPx;
	const placed = events.filter(({ stretch }) => stretch !== null);
	const open = placed.filter((each) => !hasBeginning(each)).sort((one, other) => fromPx(one) - fromPx(other));
	if (open.length === 0) return placed;
	const merged: PlacedEvent[] = [];
	let at = 0;
	for (const begun of placed.filter(hasBeginning)) {
		for (let next = open[at]; next && fromPx(next) < fromPx(begun); next = open[at]) {
			merged.push(next);
			at += 1;
		}
		merged.push(begun);
	}
	return [...merged, ...open.slice(at)];
}

function hasBeginning({ stretch }: PlacedEvent): boolean {
	return stretch !== null && Number.isFinite(stretch.from);
}

/** An open end takes the room of an arrow, however far it reaches. */
export function boxOf({ stretch }: Pick<PlacedEvent, 'stretch'>, pxPerDay: number): { fromPx: number; toPx: number } {
	if (!stretch) return { fromPx: 0, toPx: 0 };
	const anchorPx = anchorOf(stretch) * pxPerDay;
	if (!Number.isFinite(stretch.from) && !Number.isFinite(stretch.to)) return { fromPx: 0, toPx: sizes.cardPx };
	if (!Number.isFinite(stretch.from)) return { fromPx: anchorPx - sizes.cardPx, toPx: anchorPx };
	const endPx = Number.isFinite(stretch.to) ? stretch.to * pxPerDay : anchorPx + sizes.tailPx;
	return { fromPx: anchorPx, toPx: Math.max(anchorPx + sizes.cardPx, endPx) };
}

function addToStack(stacks: Map<number, Stack>, laneKey: string, fromPx: number): void {
	const place = Math.floor(fromPx / sizes.stackPx);
	const known = stacks.get(place);
	if (known) known.count++;
	else stacks.set(place, { id: `${laneKey} +${place}`, laneKey, count: 1, topPx: 0, fromPx: place * sizes.stackPx });
}

/** What lies in sight, with a little around it. */
export interface Sight {
	fromPx: number;
	toPx: number;
	topPx: number;
	bottomPx: number;
}

/** Only what can be seen is drawn: of ten thousand events some hundred at most. */
export function inSight<T extends { fromPx: number; toPx?: number; topPx: number }>(
	things: readonly T[],
	{ fromPx, toPx, topPx, bottomPx }: Sight,
): T[] {
	return things.filter(
		(thing) =>
			thing.topPx < bottomPx &&
			thing.topPx + sizes.rowPx > topPx &&
			thing.fromPx < toPx &&
			(thing.toPx ?? thing.fromPx + sizes.stackPx) > fromPx,
	);
}
