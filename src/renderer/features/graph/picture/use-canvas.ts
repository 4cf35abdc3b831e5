import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Sight } from '#renderer/lib/picture-sight.ts';
import { fittedLines } from '#shared/chronology/fitted-text.ts';
import { longestLabelPx } from '#shared/graph/labels.ts';
import type { SceneNode } from '#shared/graph/scene.ts';
import { type Drawing, drawGraph, shiftGraph } from './draw-graph.ts';
import { onPaletteChange, type Palette, readPalette } from './palette.ts';

/** After so long without a move what waits for the end of moving is drawn. */
const restMs = 140;
const labelSizePx = 12;

/**
 * Draws on the canvas in the next frame whenever what is drawn changes. What is only moved is shifted until it rests: two
 * thousand things take longer to draw than a frame has.
 */
export function useCanvas(
	canvas: RefObject<HTMLCanvasElement | null>,
	drawn: Omit<Drawing, 'palette' | 'isMoving' | 'labelOf'>,
): void {
	const { scene, sight, room, lit, chosenId, pointedId } = drawn;
	const [palette, setPalette] = useState<Palette | null>(null);
	const [isMoving, setMoving] = useState(false);
	const labels = useRef(new Map<string, { text: string; widthPx: number }>());

	useEffect(() => {
		const read = () => {
			labels.current.clear();
			if (canvas.current) setPalette(readPalette(canvas.current));
		};
		read();
		void document.fonts.ready.then(read);
		return onPaletteChange(read);
	}, [canvas]);

	/** What is on the canvas. */
	const drawnLast = useRef<{ of: readonly unknown[]; sight: Sight } | null>(null);
	const before = useRef(sight);
	useEffect(() => {
		const { x, y, scale } = before.current;
		before.current = sight;
		if (x === sight.x && y === sight.y && scale === sight.scale) return;
		setMoving(true);
		const rest = setTimeout(() => setMoving(false), restMs);
		return () => clearTimeout(rest);
	}, [sight]);

	useLayoutEffect(() => {
		const element = canvas.current;
		const context = element?.getContext('2d', { alpha: false });
		if (!element || !context || !palette) return;
		const frame = requestAnimationFrame(() => {
			const ratio = window.devicePixelRatio;
			const [width, height] = [Math.round(room.widthPx * ratio), Math.round(room.heightPx * ratio)];
			// All that makes a picture but the place of it. Taking another size, a canvas is blank.
			const of = [scene, room.widthPx, room.heightPx, lit, chosenId, pointedId, palette, ratio];
			const last = drawnLast.current;
			const isSame = last?.of.every((value, at) => value === of[at]) ?? false;
			if (element.width !== width || element.height !== height) Object.assign(element, { width, height });
			context.setTransform(ratio, 0, 0, ratio, 0, 0);
			const labelOf = ({ title }: SceneNode) => {
				const known = labels.current.get(title);
				if (known) return known;
				const text = fittedLines(title, longestLabelPx, labelSizePx, 1)[0] ?? '';
				const made = { text, widthPx: context.measureText(text).width };
				labels.current.set(title, made);
				return made;
			};
			const drawing = { scene, sight, room, lit, chosenId, pointedId, palette, isMoving, labelOf };
			const shifted = isMoving && isSame && last ? shiftGraph(context, drawing, last.sight, ratio) : null;
			if (!shifted) drawGraph(context, drawing);
			drawnLast.current = { of, sight: shifted ?? sight };
		});
		return () => cancelAnimationFrame(frame);
	}, [canvas, scene, sight, room, lit, chosenId, pointedId, palette, isMoving]);
}
