import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { panned, type TimeScale, zoomed } from '#shared/chronology/time-scale.ts';
import { moveScale } from './picture-view.ts';

/** A wheel notch of 100 pixels zooms by about a quarter. */
const zoomPerWheelPx = 0.0022;
/** Of a touchpad's pinch, which comes as small wheel steps with Ctrl. */
const zoomPerPinchPx = 0.01;
const pxPerWheelLine = 16;
/** A press that moves less is a press. */
const leastDragPx = 4;

/**
 * Wheel and pinch zoom around the pointer; dragging, and the wheel sideways or with Shift, pan. Lanes scroll with the drag,
 * over their titles, and by the scroll bar. Many moves within a frame are one.
 */
export function useGestures(area: RefObject<HTMLElement | null>, scroll: RefObject<HTMLElement | null>) {
	const pointers = useRef(new Map<number, { x: number; y: number }>());
	const dragged = useRef(0);
	const queue = useFrameQueue();

	useEffect(() => {
		const element = area.current;
		if (!element) return;
		function turn(event: WheelEvent): void {
			event.preventDefault();
			const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? pxPerWheelLine : 1;
			const [dx, dy] = [event.deltaX * lines, event.deltaY * lines];
			const atPx = event.clientX - (element as HTMLElement).getBoundingClientRect().left;
			if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) queue((scale) => panned(scale, dx || dy));
			else queue((scale) => zoomed(scale, Math.exp(-dy * (event.ctrlKey ? zoomPerPinchPx : zoomPerWheelPx)), atPx));
		}
		// React listens passively, and the page would scroll or zoom too.
		element.addEventListener('wheel', turn, { passive: false });
		return () => element.removeEventListener('wheel', turn);
	}, [area, queue]);

	function down(event: PointerEvent): void {
		if (event.button !== 0) return;
		pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
		dragged.current = 0;
	}

	function move(event: PointerEvent): void {
		const before = pointers.current.get(event.pointerId);
		if (!before) return;
		const now = { x: event.clientX, y: event.clientY };
		const [dx, dy] = [now.x - before.x, now.y - before.y];
		const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
		dragged.current += Math.abs(dx) + Math.abs(dy);
		pointers.current.set(event.pointerId, now);
		if (other) {
			const factor = Math.abs(now.x - other.x) / Math.max(1, Math.abs(before.x - other.x));
			const atPx = (now.x + other.x) / 2 - event.currentTarget.getBoundingClientRect().left;
			queue((scale) => zoomed(scale, Math.min(4, Math.max(0.25, factor)), atPx));
			return;
		}
		if (dragged.current < leastDragPx) return;
		if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId);
		queue((scale) => panned(scale, -dx));
		if (scroll.current) scroll.current.scrollTop -= dy;
	}

	function up(event: PointerEvent): void {
		pointers.current.delete(event.pointerId);
	}

	return {
		handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up },
		/** Whether what has just ended was a drag: then the click that follows it chooses nothing. */
		wasDragged: () => dragged.current >= leastDragPx,
	};
}

/** Changes of the scale, done together before the next frame. */
function useFrameQueue(): (change: (scale: TimeScale) => TimeScale) => void {
	const waiting = useRef<((scale: TimeScale) => TimeScale)[]>([]);
	const frame = useRef(0);
	useEffect(() => () => cancelAnimationFrame(frame.current), []);
	return useRef((change: (scale: TimeScale) => TimeScale) => {
		waiting.current.push(change);
		if (waiting.current.length > 1) return;
		frame.current = requestAnimationFrame(() => {
			const changes = waiting.current;
			waiting.current = [];
			moveScale((scale) => changes.reduce((moved, each) => each(moved), scale));
		});
	}).current;
}
