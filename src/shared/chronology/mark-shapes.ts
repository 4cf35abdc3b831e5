import type { ExtentPart } from '../text/edtf/extent.ts';
import { sizes } from './layout.ts';
import type { PlacedEvent } from './placed-events.ts';

/**
 * How a shape is filled: `point` a day, `span` some time within, `sure` what lasted, `tail-…` a fade to an end that is
 * open or not known, `join` a line between parts, `bound` the edge of a known order.
 */
export type ShapeRole = 'point' | 'span' | 'sure' | 'tail-start' | 'tail-end' | 'arrow' | 'join' | 'bound';

/** An SVG path and what it means; x in pixels from day 0, y from the top of the mark. */
export interface Shape {
	role: ShapeRole;
	path: string;
}

const { bandPx, tailPx } = sizes;
const middle = bandPx / 2;
const leastSpanPx = 4;
const pointRadius = 4.5;
/** A day is a point until it is wider than that. */
const widestPoint = 2 * pointRadius;

/** Where a day is, in pixels from where the shapes are drawn. */
type Place = (day: number) => number;

/**
 * Draws the time of an event as it is said: nothing is moved to a day that nobody named.
 * @param originPx pixels from day 0 to where x is 0: far from it, a screen's numbers are too coarse for a day
 */
export function markShapes({ extent, placing }: PlacedEvent, pxPerDay: number, originPx = 0): Shape[] {
	if (!extent) return [];
	const place: Place = (day) => day * pxPerDay - originPx;
	const draw = placing === 'ordered' ? orderShapes : partShapes;
	return [...joins(extent.parts, place), ...extent.parts.flatMap((part) => draw(part, place))];
}

function partShapes({ from, to, meaning, start, end, sure }: ExtentPart, place: Place): Shape[] {
	const [isOpenStart, isOpenEnd] = [!Number.isFinite(from), !Number.isFinite(to)];
	if (isOpenStart && isOpenEnd) return [];
	if (isOpenStart || isOpenEnd) {
		const at = place(isOpenStart ? to : from);
		return [
			...tails(at, isOpenStart ? start : end, isOpenStart),
			...(meaning === 'within' ? [edge(at)] : []),
			...(sure ? [sureBar(place(sure.from), place(sure.to))] : []),
		];
	}
	const [left, right] = [place(from), place(to)];
	if (to - from <= 1 && right - left <= widestPoint) return [circle((left + right) / 2)];
	const span = bar('span', left, Math.max(right, left + leastSpanPx), 2);
	return sure ? [span, sureBar(place(sure.from), place(sure.to))] : [span];
}

/** Where it goes on, only its beginning is drawn: the tail says the rest. */
function sureBar(left: number, right: number): Shape {
	if (!Number.isFinite(right)) return bar('sure', left, left + tailPx / 2, 3);
	if (!Number.isFinite(left)) return bar('sure', right - tailPx / 2, right, 3);
	return bar('sure', left, Math.max(right, left + leastSpanPx), 3);
}

/** A fade that ends in an arrow where the time goes on, and in nothing where nobody knows. */
function tails(at: number, kind: ExtentPart['start'], isStart: boolean): Shape[] {
	const [far, tip] = isStart ? [at - tailPx, at - tailPx - 5] : [at + tailPx, at + tailPx + 5];
	const tail = bar(isStart ? 'tail-start' : 'tail-end', Math.min(at, far), Math.max(at, far), 3);
	if (kind !== 'open') return [tail];
	return [
		tail,
		{ role: 'arrow', path: `M${n(far)} ${n(middle - 4)}L${n(tip)} ${n(middle)}L${n(far)} ${n(middle + 4)}` },
	];
}

/** Between what an event must lie: a broken line to the edges that are known, without a mark at any time. */
function orderShapes({ from, to }: ExtentPart, place: Place): Shape[] {
	const left = Number.isFinite(from) ? place(from) : place(to) - tailPx;
	const right = Number.isFinite(to) ? place(to) : place(from) + tailPx;
	return [
		{ role: 'join', path: `M${n(left)} ${n(middle)}H${n(Math.max(right, left + leastSpanPx))}` },
		...(Number.isFinite(from) ? [edge(left)] : []),
		...(Number.isFinite(to) ? [edge(right)] : []),
	];
}

function joins(parts: readonly ExtentPart[], place: Place): Shape[] {
	return parts.slice(1).flatMap((part, at): Shape[] => {
		const before = parts[at];
		if (!before || !Number.isFinite(before.to) || !Number.isFinite(part.from)) return [];
		return [{ role: 'join', path: `M${n(place(before.to))} ${n(middle)}H${n(place(part.from))}` }];
	});
}

function circle(x: number): Shape {
	const [left, r] = [n(x - pointRadius), pointRadius];
	return { role: 'point', path: `M${left} ${n(middle)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z` };
}

function bar(role: ShapeRole, left: number, right: number, inset: number): Shape {
	return { role, path: `M${n(left)} ${inset}H${n(right)}V${bandPx - inset}H${n(left)}Z` };
}

function edge(x: number): Shape {
	return { role: 'bound', path: `M${n(x)} 1V${bandPx - 1}` };
}

/** Hundredths of a pixel are as fine as a screen shows. */
function n(value: number): string {
	return String(Math.round(value * 100) / 100);
}
