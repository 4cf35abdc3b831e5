import { type MouseEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { whenIdle } from '#renderer/lib/when-idle.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { placeHeights, sectionBoxes } from './mark-positions.ts';
import styles from './ScrollMarks.module.css';

/** A place in the text that is shown along the scrollbar, and what it is a place of. */
export interface ScrollMark extends TextPoint {
	kind: 'match' | Purpose;
}

interface ScrollMarksProps {
	text: Pick<AnnotatedText, 'root' | 'blocks'>;
	marks: readonly ScrollMark[];
	onGoTo(place: TextPoint): void;
}

interface PlacedMark {
	mark: ScrollMark;
	yPx: number;
}

/** How far from a mark, in CSS pixels, a press still means it. */
const reachPx = 8;
/** A text that is being drawn lies otherwise in every frame: it is not asked more often how it lies. */
const askEveryMs = 250;

/**
 * Along the scrollbar: where in the whole text the marks stand. It shows what the count, the keys from match to match and
 * the list of notes say too, so screen readers pass over it.
 */
export function ScrollMarks(props: ScrollMarksProps) {
	// Without marks nobody has to know how the text lies.
	return props.marks.length > 0 ? <Strip {...props} /> : null;
}

function Strip({ text: { root, blocks }, marks: newest, onGoTo }: ScrollMarksProps) {
	const strip = useRef<SVGSVGElement>(null);
	const layout = useTextLayout(root);
	// A mark is seen on the text first.
	const marks = useDeferredValue(newest);
	const placed = useMemo(() => {
		if (!layout) return [];
		const heightOf = placeHeights(layout.boxes, blocks);
		return marks.map((mark): PlacedMark => ({ mark, yPx: (heightOf(mark) / layout.textPx) * layout.shownPx }));
	}, [layout, blocks, marks]);
	const lines = useMemo(() => linesByKind(placed), [placed]);
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
			{[...lines].map(([kind, line]) => (
				<path key={kind} data-kind={kind} d={line} />
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

/** How the text lies: read again when it comes to lie otherwise, in idle moments. */
function useTextLayout(root: HTMLElement): TextLayout | null {
	const [layout, setLayout] = useState<TextLayout | null>(null);
	useEffect(() => {
		let readAt = Number.NEGATIVE_INFINITY;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let callOff: (() => void) | undefined;
		const read = () => {
			timer = undefined;
			readAt = performance.now();
			setLayout({
				boxes: sectionBoxes(root),
				textPx: Math.max(1, root.scrollHeight),
				shownPx: root.clientHeight,
				scrollbarPx: root.offsetWidth - root.clientWidth,
			});
		};
		const soon = () => {
			timer ??= setTimeout(
				() => {
					callOff = whenIdle(read, askEveryMs);
				},
				Math.max(0, readAt + askEveryMs - performance.now()),
			);
		};
		const resized = new ResizeObserver(soon);
		resized.observe(root);
		for (const child of root.children) resized.observe(child);
		return () => {
			clearTimeout(timer);
			callOff?.();
			resized.disconnect();
		};
	}, [root]);
	return layout;
}

/** What draws the marks of each kind: one line a pixel, however many fall on it. */
function linesByKind(placed: readonly PlacedMark[]): Map<ScrollMark['kind'], string> {
	const rows = new Map<ScrollMark['kind'], Set<number>>();
	for (const { mark, yPx } of placed) {
		const ofKind = rows.get(mark.kind) ?? new Set();
		rows.set(mark.kind, ofKind.add(Math.round(yPx)));
	}
	return new Map([...rows].map(([kind, ofKind]) => [kind, Array.from(ofKind, (row) => `M0 ${row}h10`).join('')]));
}
