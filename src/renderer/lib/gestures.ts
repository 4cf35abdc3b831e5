import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';

/** A wheel notch of 100 pixels zooms by about a quarter. */
const zoomPerWheelPx = 0.0022;
/** Of a touchpad's pinch, which comes as small wheel steps with Ctrl. */
const zoomPerPinchPx = 0.01;
const pxPerWheelLine = 16;
/** A press that moves less is a press. */
const leastDragPx = 4;

/** What a picture does when it is moved; lengths in pixels, places from the element's upper left corner. */
export interface GestureActions {
	/** By how much what is seen moves to the left and up. */
	pan(dx: number, dy: number): void;
	zoom(factor: number, at: { x: number; y: number }): void;
}

/**
 * Wheel and pinch zoom around the pointer; dragging, and the wheel sideways or with Shift, pan. What comes within a frame
 * is done together, before the next.
 */
export function useGestures(area: RefObject<HTMLElement | null>, actions: GestureActions) {
	const pointers = useRef(new Map<number, { x: number; y: number }>());
	const dragged = useRef(0);
	const latest = useRef(actions);
	latest.current = actions;
	const queue = useFrameQueue();

	useEffect(() => {
		const element = area.current;
		if (!element) return;
		function turn(event: WheelEvent): void {
			event.preventDefault();
			const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? pxPerWheelLine : 1;
			const [dx, dy] = [event.deltaX * lines, event.deltaY * lines];
			const at = placeIn(element as HTMLElement, event.clientX, event.clientY);
			if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) queue(() => latest.current.pan(dx || dy, 0));
			else queue(() => latest.current.zoom(Math.exp(-dy * (event.ctrlKey ? zoomPerPinchPx : zoomPerWheelPx)), at));
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
		// Let go of outside, where nobody tells.
		if (event.buttons === 0) up(event);
		const before = pointers.current.get(event.pointerId);
		if (!before) return;
		const now = { x: event.clientX, y: event.clientY };
		const [dx, dy] = [now.x - before.x, now.y - before.y];
		const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
		dragged.current += Math.abs(dx) + Math.abs(dy);
		pointers.current.set(event.pointerId, now);
		if (other) {
			const factor = distance(now, other) / Math.max(1, distance(before, other));
			const at = placeIn(event.currentTarget, (now.x + other.x) / 2, (now.y + other.y) / 2);
			queue(() => latest.current.zoom(Math.min(4, Math.max(0.25, factor)), at));
			return;
		}
		if (dragged.current < leastDragPx) return;
		if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId);
		queue(() => latest.current.pan(-dx, -dy));
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

function placeIn(element: Element, clientX: number, clientY: number): { x: number; y: number } {
	const { left, top } = element.getBoundingClientRect();
	return { x: clientX - left, y: clientY - top };
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
	return Math.hypot(one.x - other.x, one.y - other.y);
}

function useFrameQueue(): (action: () => void) => void {
	const waiting = useRef<(() => void)[]>([]);
	const frame = useRef(0);
	useEffect(() => () => cancelAnimationFrame(frame.current), []);
	return useRef((action: () => void) => {
		waiting.current.push(action);
		if (waiting.current.length > 1) return;
		frame.current = requestAnimationFrame(() => {
			const actions = waiting.current;
			waiting.current = [];
			for (const act of actions) act();
		});
	}).current;
}
