import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { message } from '#shared/messages/messages.ts';
import type { YearSpan } from '#shared/search/search-query.ts';
import styles from './DateHistogram.module.css';
import { HistogramBars, shareOfBar } from './HistogramBars.tsx';
import { type BarSpan, barsWithin, brushedBy, type SpanEnd, yearBars, yearsOfBars } from './year-bars.ts';

interface DateHistogramProps {
	years: readonly { year: number; count: number }[];
	/** What the bars count. */
	counted?: 'hits' | 'events';
	chosen: YearSpan | null;
	/** `isSameStep`: one more move of the same brush. */
	onChoose(span: YearSpan | null, isSameStep?: boolean): void;
}

const spanEnds = ['first', 'last'] as const;
const histogramNames = { hits: 'search.facet.histogram', events: 'map.years.histogram' } as const;

/**
 * Hits or events by year. Brushing over the bars chooses a span, a press on what is chosen lets go of it. The ends of the
 * span are sliders: arrow keys move them by a bar, Home and End to the first and the last, Escape lets go.
 */
export function DateHistogram({ years, counted = 'hits', chosen, onChoose }: DateHistogramProps) {
	const bars = yearBars(years);
	const [brush, setBrush] = useState<{ anchor: number; at: number } | null>(null);
	const frame = useRef<HTMLDivElement>(null);
	const isMoving = useRef(false);
	const [first, last] = [bars[0], bars.at(-1)];
	if (!first || !last) return null;
	const kept = chosen ? barsWithin(bars, chosen) : { first: 0, last: bars.length - 1 };
	const span = brush ? { first: Math.min(brush.anchor, brush.at), last: Math.max(brush.anchor, brush.at) } : kept;

	function barAt(event: PointerEvent): number {
		const box = frame.current?.getBoundingClientRect();
		if (!box) return 0;
		const share = (event.clientX - box.left) / box.width;
		return Math.max(0, Math.min(bars.length - 1, Math.floor(share / shareOfBar(bars.length))));
	}
	function begin(event: PointerEvent<HTMLElement>): void {
		const end = (event.target as HTMLElement).dataset.end;
		event.currentTarget.setPointerCapture(event.pointerId);
		const at = barAt(event);
		setBrush({ anchor: end === 'first' ? span.last : end === 'last' ? span.first : at, at });
	}
	function finish(): void {
		if (!brush) return;
		setBrush(null);
		const next = yearsOfBars(bars, span);
		const isSame = chosen && chosen.from === next?.from && chosen.to === next.to;
		onChoose(isSame ? null : next);
	}
	function press(event: KeyboardEvent, end: SpanEnd): void {
		const next = brushedBy(event.key, end, span, bars.length);
		if (!next && !(event.key === 'Escape' && chosen)) return;
		event.preventDefault();
		onChoose(next ? yearsOfBars(bars, next) : null, isMoving.current);
		isMoving.current = true;
	}
	return (
		<div
			ref={frame}
			className={styles.histogram}
			onPointerDown={begin}
			onPointerMove={(event) => brush && setBrush({ anchor: brush.anchor, at: barAt(event) })}
			onPointerUp={finish}
			onPointerCancel={() => setBrush(null)}
		>
			<HistogramBars
				bars={bars}
				span={chosen || brush ? span : null}
				label={message(histogramNames[counted], { from: String(first.from), to: String(last.to) })}
			/>
			{/* One bar leaves nothing to choose. */}
			{(bars.length > 1 ? spanEnds : []).map((end) => (
				<div
					key={end}
					role="slider"
					tabIndex={0}
					data-end={end}
					aria-label={message(`search.facet.${end}-year`)}
					aria-orientation="horizontal"
					aria-valuemin={0}
					aria-valuemax={bars.length - 1}
					aria-valuenow={span[end]}
					aria-valuetext={yearOfEnd(bars, span, end)}
					className={styles.end}
					/* Where it stands is data; the stylesheet cannot know it. */
					style={{ insetInlineStart: `${(span[end] + Number(end === 'last')) * shareOfBar(bars.length) * 100}%` }}
					onKeyDown={(event) => press(event, end)}
					onFocus={() => {
						isMoving.current = false;
					}}
				/>
			))}
		</div>
	);
}

function yearOfEnd(bars: ReturnType<typeof yearBars>, span: BarSpan, end: SpanEnd): string {
	const years = yearsOfBars(bars, span);
	return String(end === 'first' ? years?.from : years?.to);
}
