import { boxAround, boxBetween, boxHolds, type PageBox, type PagePoint, type Turns } from './page-box.ts';

/** Which way text runs on the upright page: in quarter turns to the right from left-to-right. */
export type Advance = Turns;

/** A stretch of one block's text, in UTF-16 units, where it stands on a page: as much as the file placed at once. */
export interface PlacedRun {
	ordinal: number;
	start: number;
	end: number;
	box: PageBox;
	advance: Advance;
}

/** Where the text of an edition stands on a page of its original. Runs are in the order of the text. */
export interface PageLayout {
	/** From 1. */
	page: number;
	runs: PlacedRun[];
}

/** A stretch of one block, in UTF-16 units. */
export interface BlockPart {
	ordinal: number;
	start: number;
	end: number;
}

/** Lines of one text overlap by less of the lower one's height than parts of a line do. */
const lineOverlap = 0.5;
/** What separates words of a line, in parts of its height; a wider gap is not painted over. */
const widestGap = 1.2;
/** Between lines of one block, in parts of their height. */
const mostLeading = 1.5;

/**
 * Where a part of a text stands on a page: one box a line. Letters within a run are reckoned by how wide letters of their
 * kind commonly are, since files do not say; a box may be off by the width of a letter.
 */
export function boxesOf({ runs }: PageLayout, part: BlockPart, textOf: (ordinal: number) => string): PageBox[] {
	const boxes: PageBox[] = [];
	for (const run of runs) {
		if (run.ordinal !== part.ordinal) continue;
		const [start, end] = [Math.max(run.start, part.start), Math.min(run.end, part.end)];
		if (start >= end) continue;
		const box = boxWithin(run, textOf(run.ordinal), start, end);
		const last = boxes.at(-1);
		if (last && run.advance % 2 === 0 && areOnOneLine(last, box)) boxes[boxes.length - 1] = boxAround(last, box);
		else boxes.push(box);
	}
	return boxes;
}

/** The box of a whole block's text on a page; null where none of it is there. */
export function boxOfBlock({ runs }: PageLayout, ordinal: number): PageBox | null {
	const boxes = runs.filter((run) => run.ordinal === ordinal).map(({ box }) => box);
	return boxes.length === 0 ? null : boxes.reduce(boxAround);
}

/** Boxes around the lines of a block on a page: one for each column that it runs through. */
export function outlinesOf({ runs }: PageLayout, ordinal: number): PageBox[] {
	const outlines: { box: PageBox; lineHeight: number }[] = [];
	for (const { box } of runs.filter((run) => run.ordinal === ordinal)) {
		const last = outlines.at(-1);
		if (last && isBelowOrBeside(last.box, box, last.lineHeight)) {
			last.box = boxAround(last.box, box);
			last.lineHeight = box.height;
		} else outlines.push({ box, lineHeight: box.height });
	}
	return outlines.map(({ box }) => box);
}

function isBelowOrBeside(outline: PageBox, next: PageBox, lineHeight: number): boolean {
	const bottom = outline.y + outline.height;
	const isNear = next.y <= bottom + mostLeading * Math.max(lineHeight, next.height);
	return isNear && next.y + next.height >= bottom - mostLeading * lineHeight;
}

/** The block at a point: whose run is there, or else the smallest whose text surrounds it; null where there is none. */
export function blockAt(layout: PageLayout, point: PagePoint): number | null {
	const run = layout.runs.find(({ box }) => boxHolds(box, point));
	if (run) return run.ordinal;
	let best: { ordinal: number; area: number } | null = null;
	for (const ordinal of new Set(layout.runs.map((each) => each.ordinal))) {
		const box = boxOfBlock(layout, ordinal);
		if (!box || !boxHolds(box, point)) continue;
		const area = box.width * box.height;
		if (!best || area < best.area) best = { ordinal, area };
	}
	return best?.ordinal ?? null;
}

/** A part of a run: between two offsets into the block's text, both within the run. */
function boxWithin({ box, start, end, advance }: PlacedRun, text: string, from: number, to: number): PageBox {
	if (from === start && to === end) return box;
	const whole = widthOf(text.slice(start, end)) || 1;
	const first = widthOf(text.slice(start, from)) / whole;
	const last = first + widthOf(text.slice(from, to)) / whole;
	const isBackwards = advance >= 2;
	const [begin, stop] = isBackwards ? [1 - last, 1 - first] : [first, last];
	const isAcross = advance % 2 === 0;
	const { x, y, width, height } = box;
	return isAcross
		? boxBetween({ x: x + begin * width, y }, { x: x + stop * width, y: y + height })
		: boxBetween({ x, y: y + begin * height }, { x: x + width, y: y + stop * height });
}

function areOnOneLine(one: PageBox, other: PageBox): boolean {
	const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
	const [left, right] = one.x <= other.x ? [one, other] : [other, one];
	const height = Math.min(one.height, other.height);
	return shared > lineOverlap * height && right.x - (left.x + left.width) <= widestGap * height;
}

/** In parts of a common letter's width, as in the Latin, Cyrillic and Armenian fonts that books are set in. */
function widthOf(text: string): number {
	let width = 0;
	for (const letter of text) width += letterWidth(letter);
	return width;
}

function letterWidth(letter: string): number {
	if (/[\p{M}\u00ad\u200b-\u200f]/u.test(letter)) return 0;
	if (/[\siljtfrI.,:;!|'’()[\]-]/u.test(letter)) return 0.55;
	if (/[mwMWшщжюмфыШЩЖЮМФЫ@—]/u.test(letter)) return 1.5;
	if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter)) return 1.9;
	return /\p{Lu}/u.test(letter) ? 1.3 : 1;
}
