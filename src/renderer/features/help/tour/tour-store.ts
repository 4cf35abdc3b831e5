import { create } from 'zustand';
import { setProfile } from '#renderer/lib/profile.ts';
import { type TourStep, targetOf, tourSteps } from './tour-steps.ts';

/** On this device: the tour was taken, or left; it is not offered again by itself. */
export const tourClosedKey = 'tour-closed';

interface TourView {
	/** The steps that have something to point at; empty while no tour is taken. */
	steps: readonly TourStep[];
	at: number;
}

export const useTour = create<TourView>(() => ({ steps: [], at: 0 }));

/** Begins on the page that is shown. */
export function startTour(): void {
	useTour.setState({ steps: tourSteps.filter((step) => targetOf(step) !== null), at: 0 });
}

/** To another step; past the last one it is over. */
export function stepTour(by: 1 | -1): void {
	const { steps, at } = useTour.getState();
	if (at + by >= steps.length) endTour();
	else useTour.setState({ at: Math.max(0, at + by) });
}

export function endTour(): void {
	useTour.setState({ steps: [], at: 0 });
	setProfile(tourClosedKey, true);
}
