import { civilDate, dayNumber } from '../text/edtf/civil-days.ts';
import type { Stretch } from '../text/edtf/extent.ts';

/** Which days are in sight, and how wide each is. */
export interface TimeScale {
	/** Days since 1970 at the left edge. */
	startDay: number;
	pxPerDay: number;
}

/** A day as wide as a card; a century as wide as a thumb, where all of it does not take more than that to be in sight. */
export const widestDayPx = 240;
export const narrowestDayPx = 60 / 36_525;

/** @param narrowestPx of a scale that is narrower already */
export function clampedZoom(pxPerDay: number, narrowestPx = narrowestDayPx): number {
	return Math.min(widestDayPx, Math.max(Math.min(narrowestDayPx, narrowestPx), pxPerDay));
}

/** Zooms by a factor; the day at `atPx` stays where it is. */
export function zoomed({ startDay, pxPerDay }: TimeScale, factor: number, atPx: number): TimeScale {
	const next = clampedZoom(pxPerDay * factor, pxPerDay);
	return { startDay: startDay + atPx / pxPerDay - atPx / next, pxPerDay: next };
}

export function panned({ startDay, pxPerDay }: TimeScale, byPx: number): TimeScale {
	return { startDay: startDay + byPx / pxPerDay, pxPerDay };
}

/**
 * All of the stretches in sight, with room at the right for the words of the last.
 *
 * @param within what is looked at of them: what may have been at any time before a day is no reason to show that day
 */
export function fitted(
	stretches: readonly Stretch[],
	widthPx: number,
	wordsPx: number,
	within: Stretch = { from: -Infinity, to: Infinity },
): TimeScale {
	let [from, to] = [Infinity, -Infinity];
	for (const stretch of stretches)
		for (const edge of [Math.max(stretch.from, within.from), Math.min(stretch.to, within.to)]) {
			if (!Number.isFinite(edge)) continue;
			from = Math.min(from, edge);
			to = Math.max(to, edge);
		}
	if (from > to) return { startDay: dayNumber(1970, 1, 1), pxPerDay: 1 };
	const margin = Math.min(wordsPx, widthPx / 3);
	const pxPerDay = Math.min(widestDayPx, (widthPx - 1.2 * margin) / Math.max(1, to - from));
	return { startDay: from - (0.1 * margin) / pxPerDay, pxPerDay };
}

export type TickUnit = 'day' | 'month' | 'year';
/** A boundary of the calendar on the axis. */
export interface Tick {
	day: number;
	unit: TickUnit;
	year: number;
	/** From 1. */
	month: number;
	dayOfMonth: number;
}

interface Step {
	unit: TickUnit;
	count: number;
	/** Of an average one, in days. */
	days: number;
}

const steps: readonly Step[] = [
	...[1, 2, 7, 14].map((count) => ({ unit: 'day' as const, count, days: count })),
	...[1, 3, 6].map((count) => ({ unit: 'month' as const, count, days: count * 30.44 })),
	...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000].map((count) => ({
		...{ unit: 'year' as const, count, days: count * 365.25 },
	})),
];
const closestTicksPx = 76;
const mostTicks = 400;

/** Days, months or years, as many as there is room for the words of. */
export function ticksOf({ startDay, pxPerDay }: TimeScale, widthPx: number): Tick[] {
	const step = steps.find(({ days }) => days * pxPerDay >= closestTicksPx) ?? steps.at(-1);
	if (!step) return [];
	const ticks: Tick[] = [];
	const endDay = startDay + widthPx / pxPerDay;
	let at = firstTick(startDay, step);
	while (at.day <= endDay && ticks.length < mostTicks) {
		ticks.push(at);
		at = nextTick(at, step);
	}
	return ticks;
}

function firstTick(startDay: number, { unit, count }: Step): Tick {
	const { year, month } = civilDate(startDay);
	if (unit === 'year') return tick(unit, Math.floor(year / count) * count, 1, 1);
	if (unit === 'month') return tick(unit, year, Math.floor((month - 1) / count) * count + 1, 1);
	// Weeks are counted from a Monday, so that they stay where they are as one moves along.
	const monday = -3;
	const day = Math.floor((Math.floor(startDay) - monday) / count) * count + monday;
	return tickOfDay(day);
}

function nextTick({ day, year, month }: Tick, { unit, count }: Step): Tick {
	if (unit === 'year') return tick(unit, year + count, 1, 1);
	if (unit === 'day') return tickOfDay(day + count);
	const next = month - 1 + count;
	return tick(unit, year + Math.floor(next / 12), (next % 12) + 1, 1);
}

function tick(unit: TickUnit, year: number, month: number, dayOfMonth: number): Tick {
	return { unit, year, month, dayOfMonth, day: dayNumber(year, month, dayOfMonth) };
}

function tickOfDay(day: number): Tick {
	const { year, month, day: dayOfMonth } = civilDate(day);
	return { unit: 'day', day, year, month, dayOfMonth };
}
