import { useEffect } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { annotationAt } from './annotation-order.ts';
import { activate, hover, isInspectorOpen, showCard } from './annotations-store.ts';
import type { AnnotationHighlights } from './highlights.ts';

const doubleClickMs = 350;

/** Lights the mark under the pointer, and goes to its card on a click. Highlights are no elements, so places are compared. */
export function useMarksUnderPointer(
	{ root, dom, blocks, editionId }: AnnotatedText,
	annotations: readonly Annotation[],
	highlights: AnnotationHighlights | null,
): void {
	useEffect(() => {
		let frame = 0;
		let opening: ReturnType<typeof setTimeout> | undefined;

		function find({ clientX, clientY }: MouseEvent): Annotation | null {
			const caret = document.caretPositionFromPoint(clientX, clientY);
			const point = caret && dom.pointAt(caret.offsetNode, caret.offset);
			if (!point) return null;
			// The caret stands at the nearest seam between two characters, so the pointer may be over either.
			const candidates = [point, { ...point, offset: point.offset - 1 }];
			for (const candidate of candidates) {
				const found = annotationAt(annotations, candidate, { blocks, editionId });
				if (found && highlights?.rangesOf(found.id).some((range) => covers(range, clientX, clientY))) return found;
			}
			return null;
		}
		const move = (event: PointerEvent) => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(() => hover(event.buttons === 0 ? (find(event)?.id ?? null) : null));
		};
		const leave = () => {
			cancelAnimationFrame(frame);
			hover(null);
		};
		const click = (event: MouseEvent) => {
			clearTimeout(opening);
			if (event.detail > 1 || document.getSelection()?.isCollapsed === false) return;
			const found = find(event);
			if (!found) activate(null);
			else if (isInspectorOpen()) showCard(found.id);
			// A pane that opens over the text must not come between the two clicks that select a word.
			else opening = setTimeout(() => showCard(found.id), doubleClickMs);
		};
		root.addEventListener('pointermove', move);
		root.addEventListener('pointerleave', leave);
		root.addEventListener('click', click);
		return () => {
			leave();
			clearTimeout(opening);
			root.removeEventListener('pointermove', move);
			root.removeEventListener('pointerleave', leave);
			root.removeEventListener('click', click);
		};
	}, [root, dom, blocks, editionId, annotations, highlights]);
}

function covers(range: Range, x: number, y: number): boolean {
	return [...range.getClientRects()].some(
		({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
	);
}
