import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { placeHeights, sectionBoxes } from './mark-positions.ts';
import styles from './ScrollMarks.module.css';

/** A place in the text that is shown along the scrollbar, and what it is a place of. */
export interface ScrollMark extends TextPoint {
	kind: 'match' | Purpose;
}

interface ScrollMarksProps {
	text: Pick<AnnotatedText, 'root' | 'blocks' | 'drawnCount'>;
	marks: readonly ScrollMark[];
	onGoTo(place: TextPoint): void;
}

/** How far from a mark, in CSS pixels, a press still means it. */
const reachPx = 8;

/**
 * Along the scrollbar: where in the whole text the marks stand. It shows what the count, the keys from match to match and
 * the list of notes say too, so screen readers pass over it.
 */
export function ScrollMarks({ text: { root, blocks, drawnCount }, marks, onGoTo }: ScrollMarksProps) {
	const strip = useRef<SVGSVGElement>(null);
	const layout = useTextLayout(root, drawnCount);
	const placed = useMemo(() => {
		if (!layout) return [];
		const heightOf = placeHeights(layout.boxes, blocks);
		return marks.map((mark) => ({ mark, yPx: (heightOf(mark) / layout.textPx) * layout.shownPx }));
	}, [layout, blocks, marks]);
	if (!layout || placed.length === 0) return null;

	function press(event: MouseEvent): void {
		const top = strip.current?.getBoundingClientRect().top ?? 0;
		const distance = (yPx: number) => Math.abs(event.clientY - top - yPx);
		const nearest = placed.reduce((best, each) => (distance(each.yPx) < distance(best.yPx) ? each : best));
		if (distance(nearest.yPx) <= reachPx) onGoTo(nearest.mark);
	}
	return (
		<svg
			ref={strip}
			aria-hidden
			className={styles.strip}
			style={{ insetInlineEnd: layout.scrollbarPx }}
			data-scroll-marks={placed.length}
			onClick={press}
		>
			{kindsOf(marks).map((kind) => (
				<path key={kind} data-kind={kind} d={linesOf(placed, kind)} />
			))}
		</svg>
	);
}

interface TextLayout {
	boxes: ReturnType<typeof sectionBoxes>;
	/** Of the whole text, of what is seen of it, and of the scrollbar across, in CSS pixels. */
	textPx: number;
	shownPx: number;
	scrollbarPx: number;
}

/** How the text lies now: read again whenever it comes to lie otherwise. */
function useTextLayout(root: HTMLElement, drawnCount: number): TextLayout | null {
	const [layout, setLayout] = useState<TextLayout | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that sections came to have their height
	useEffect(() => {
		let frame = 0;
		const read = () =>
			setLayout({
				boxes: sectionBoxes(root),
				textPx: Math.max(1, root.scrollHeight),
				shownPx: root.clientHeight,
				scrollbarPx: root.offsetWidth - root.clientWidth,
			});
		const soon = () => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(read);
		};
		const resized = new ResizeObserver(soon);
		resized.observe(root);
		for (const child of root.children) resized.observe(child);
		return () => {
			cancelAnimationFrame(frame);
			resized.disconnect();
		};
	}, [root, drawnCount]);
	return layout;
}

function kindsOf(marks: readonly ScrollMark[]): ScrollMark['kind'][] {
	return [...new Set(marks.map(({ kind }) => kind))];
}

/** One line a pixel, however many marks fall on it. */
function linesOf(placed: readonly { mark: ScrollMark; yPx: number }[], kind: ScrollMark['kind']): string {
	const rows = new Set(placed.flatMap(({ mark, yPx }) => (mark.kind === kind ? Math.round(yPx) : [])));
	return [...rows].map((row) => `M0 ${row}h10`).join('');
}
