import { create } from 'zustand';
import type { PageBox, Turns } from '#shared/domain/page-box.ts';

/** Fitted to the pane, or CSS pixels for each point of a PDF or pixel of an image. */
export type Zoom = 'width' | 'page' | number;

/** A rectangle that is being drawn, to be marked. */
export interface Frame {
	/** From 1. */
	page: number;
	box: PageBox;
}

interface PageViewState {
	/** 0 until the file is open. */
	pageCount: number;
	/** In sight, from 1. */
	page: number;
	zoom: Zoom;
	/** What `zoom` comes to in the pane as it is. */
	scale: number;
	turns: Turns;
	/** Whether the pointer draws frames. */
	isMarking: boolean;
	frame: Frame | null;
	/** The passage whose place on the page is outlined. */
	ordinal: number | null;
	/** Where the pages are to be scrolled; a new object each time. */
	wanted: { page: number; box: PageBox | null } | null;
}

const nothing: PageViewState = {
	pageCount: 0,
	page: 1,
	zoom: 'width',
	scale: 1,
	turns: 0,
	isMarking: false,
	frame: null,
	ordinal: null,
	wanted: null,
};

/** What this window is doing with the pages of the open record. */
export const usePageView = create<PageViewState>(() => nothing);

/** For when another file is shown. */
export function forgetPages(): void {
	usePageView.setState(nothing);
}

export function goToPage(page: number, box: PageBox | null = null): void {
	const { pageCount } = usePageView.getState();
	if (pageCount === 0) usePageView.setState({ page, wanted: { page, box } });
	else usePageView.setState({ wanted: { page: Math.max(1, Math.min(page, pageCount)), box } });
}

const zoomStep = 1.25;
const [smallest, largest] = [0.1, 8];

export function zoomBy(steps: 1 | -1): void {
	usePageView.setState(({ scale }) => ({ zoom: Math.min(largest, Math.max(smallest, scale * zoomStep ** steps)) }));
}

export function turnRight(): void {
	usePageView.setState(({ turns }) => ({ turns: ((turns + 1) % 4) as Turns }));
}

/** Begins to mark a region: a frame in the middle of the page in sight, which the keys and the pointer change. */
export function startMarking(): void {
	usePageView.setState(({ page }) => ({
		isMarking: true,
		frame: { page, box: { x: 2500, y: 4000, width: 5000, height: 1500 } },
	}));
}

export function stopMarking(): void {
	usePageView.setState({ isMarking: false, frame: null });
}
