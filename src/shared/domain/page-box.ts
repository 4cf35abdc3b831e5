import type { Sha256 } from './ids.ts';

/** Parts of a page's width, and of its height, that boxes are measured in: hundredths of a percent. */
export const pageUnits = 10_000;

/** A place on a page as it is shown upright, in whole `pageUnits` from its upper left corner. */
export interface PagePoint {
	x: number;
	y: number;
}

/** A rectangle on a page, at least one unit wide and high and never beyond the page. */
export interface PageBox extends PagePoint {
	width: number;
	height: number;
}

/** A rectangle on a page of an original. */
export interface PageRegion extends PageBox {
	originalSha256: Sha256;
	/** From 1; 1 for an image. */
	page: number;
}

/** Quarter turns to the right. */
export type Turns = 0 | 1 | 2 | 3;

/** Where a point of a page stands once the page is turned, in units of the page as it lies then. */
export function turnPoint({ x, y }: PagePoint, turns: Turns): PagePoint {
	switch (turns) {
		case 0:
			return { x, y };
		case 1:
			return { x: pageUnits - y, y: x };
		case 2:
			return { x: pageUnits - x, y: pageUnits - y };
		case 3:
			return { x: y, y: pageUnits - x };
	}
}

/** The same for a box. */
export function turnBox(box: PageBox, turns: Turns): PageBox {
	const far = { x: box.x + box.width, y: box.y + box.height };
	return boxBetween(turnPoint(box, turns), turnPoint(far, turns));
}

/** What brings a turned page upright again. */
export function turnsBack(turns: Turns): Turns {
	return ((4 - turns) % 4) as Turns;
}

/** The box between two corners, in whatever order and wherever they are; what lies beyond the page is cut off. */
export function boxBetween(one: PagePoint, other: PagePoint): PageBox {
	const [left, right] = sideBetween(one.x, other.x);
	const [top, bottom] = sideBetween(one.y, other.y);
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same box elsewhere, as far as the page goes. */
export function moveBox(box: PageBox, byX: number, byY: number): PageBox {
	return {
		...box,
		x: clamp(Math.round(box.x + byX), 0, pageUnits - box.width),
		y: clamp(Math.round(box.y + byY), 0, pageUnits - box.height),
	};
}

/** The same box with its lower right corner elsewhere, as far as the page goes and the box has any size. */
export function resizeBox(box: PageBox, byX: number, byY: number): PageBox {
	return {
		...box,
		width: clamp(Math.round(box.width + byX), 1, pageUnits - box.x),
		height: clamp(Math.round(box.height + byY), 1, pageUnits - box.y),
	};
}

export function boxHolds({ x, y, width, height }: PageBox, point: PagePoint): boolean {
	return x <= point.x && point.x < x + width && y <= point.y && point.y < y + height;
}

/** Order on the pages of a record's originals: by page, then from the top down. */
export function compareRegions(one: PageRegion, other: PageRegion): number {
	const byFile = one.originalSha256 < other.originalSha256 ? -1 : Number(one.originalSha256 > other.originalSha256);
	return byFile || one.page - other.page || one.y - other.y || one.x - other.x;
}

/** The smallest box around both. */
export function boxAround(one: PageBox, other: PageBox): PageBox {
	const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
	return {
		x,
		y,
		width: Math.max(one.x + one.width, other.x + other.width) - x,
		height: Math.max(one.y + one.height, other.y + other.height) - y,
	};
}

/** Whether these are the numbers of a box on a page. */
export function isPageBox({ x, y, width, height }: PageBox): boolean {
	return (
		[x, y, width, height].every(Number.isInteger) &&
		x >= 0 &&
		y >= 0 &&
		width >= 1 &&
		height >= 1 &&
		x + width <= pageUnits &&
		y + height <= pageUnits
	);
}

function sideBetween(one: number, other: number): [number, number] {
	const from = clamp(Math.round(Math.min(one, other)), 0, pageUnits - 1);
	return [from, clamp(Math.round(Math.max(one, other)), from + 1, pageUnits)];
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
