import { sizes } from '#shared/chronology/layout.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';
import { fitted, panned, type TimeScale, zoomed } from '#shared/chronology/time-scale.ts';
import type { Stretch } from '#shared/text/edtf/extent.ts';
import { useChronology } from '../chronology-store.ts';

/** How much one press of a key or button brings nearer. */
const zoomStep = 1.6;

/** The picture that is on the screen: its width, and what all of it would be. */
let shown: { widthPx: number; all: TimeScale } | null = null;

/** The scale at which all of these years is in sight, which the buttons of the head go back to. */
export function wholeScale(events: readonly PlacedEvent[], widthPx: number, years: Stretch): TimeScale {
	const all = fitted(
		events.flatMap(({ stretch }) => stretch ?? []),
		widthPx,
		sizes.cardPx,
		years,
	);
	shown = { widthPx, all };
	return all;
}

/** @param atPx what stays where it is; the middle of what is in sight unless given */
export function zoomPicture(how: 'in' | 'out' | 'all', atPx?: number): void {
	if (how === 'all' || !shown) {
		useChronology.setState({ scale: null });
		return;
	}
	const { widthPx } = shown;
	moveScale((scale) => zoomed(scale, how === 'in' ? zoomStep : 1 / zoomStep, atPx ?? widthPx / 2));
}

export function moveScale(change: (scale: TimeScale) => TimeScale): void {
	useChronology.setState(({ scale }) => {
		const from = scale ?? shown?.all;
		return from ? { scale: change(from) } : {};
	});
}

interface KeyScale {
	widthPx: number;
	/** Where what is chosen stands, if it is in sight: it stays there. */
	chosenPx: number | undefined;
}

/** Keys that zoom and, with Shift, pan; false for others. */
export function changeScale(key: string, isShifted: boolean, { widthPx, chosenPx }: KeyScale): boolean {
	if (key === '+' || key === '=') zoomPicture('in', chosenPx);
	else if (key === '-') zoomPicture('out', chosenPx);
	else if (key === '0') zoomPicture('all');
	else if (isShifted && key === 'ArrowRight') moveScale((scale) => panned(scale, widthPx / 4));
	else if (isShifted && key === 'ArrowLeft') moveScale((scale) => panned(scale, -widthPx / 4));
	else return false;
	return true;
}
