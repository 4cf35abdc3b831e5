import { type PointerEvent, useRef } from 'react';
import { boxBetween, type PagePoint, type Turns } from '#shared/domain/page-box.ts';
import { pointOnPage } from './page-geometry.ts';
import { usePageView } from './page-view-store.ts';

/** Smaller than this in either direction it was a click, in units of the page. */
const smallest = 40;

/** Draws a frame on a page with the pointer, while regions are being marked. */
export function useFrameDrawing(page: number, turns: Turns) {
	const start = useRef<PagePoint | null>(null);
	const pointOf = (event: PointerEvent<HTMLElement>) =>
		pointOnPage(event.currentTarget.getBoundingClientRect(), { x: event.clientX, y: event.clientY }, turns);
	return {
		onPointerDown(event: PointerEvent<HTMLElement>) {
			if (!usePageView.getState().isMarking || event.button !== 0) return;
			// What can be done with the frame is pressed, not drawn over.
			if ((event.target as Element).closest('[data-frame]')) return;
			event.preventDefault();
			event.currentTarget.setPointerCapture(event.pointerId);
			start.current = pointOf(event);
		},
		onPointerMove(event: PointerEvent<HTMLElement>) {
			if (start.current) usePageView.setState({ frame: { page, box: boxBetween(start.current, pointOf(event)) } });
		},
		onPointerUp(event: PointerEvent<HTMLElement>) {
			const from = start.current;
			start.current = null;
			if (!from) return;
			const box = boxBetween(from, pointOf(event));
			if (box.width < smallest || box.height < smallest) usePageView.setState({ frame: null });
		},
		onPointerCancel() {
			start.current = null;
		},
	};
}
