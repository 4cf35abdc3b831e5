import { type PointerEvent, useRef, useState } from 'react';
import { message } from '#shared/messages/messages.ts';
import type { YearSpan } from '#shared/search/search-query.ts';
import styles from './DateHistogram.module.css';
import { type YearBar, yearBars } from './year-bars.ts';

interface DateHistogramProps {
	years: readonly { year: number; count: number }[];
	chosen: YearSpan | null;
	onChoose(span: YearSpan | null): void;
}

const width = 160;
const height = 40;
const gap = 1;
/** A bar is never wider than an eighth: one year alone must not look like a wall. */
const fewestSteps = 8;

/** Hits by year. Brushing chooses a span, a press on what is chosen lets go of it; the fields below do the same by keyboard. */
export function DateHistogram({ years, chosen, onChoose }: DateHistogramProps) {
	const bars = yearBars(years);
	const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
	const svg = useRef<SVGSVGElement>(null);
	const highest = Math.max(1, ...bars.map(({ count }) => count));
	const step = width / Math.max(fewestSteps, bars.length);
	const shown = brush ? spanOf(bars, brush.from, brush.to) : chosen;

	function barAt(event: PointerEvent): number {
		const box = svg.current?.getBoundingClientRect();
		if (!box) return 0;
		const share = (event.clientX - box.left) / box.width;
		return Math.max(0, Math.min(bars.length - 1, Math.floor((share * width) / step)));
	}
	function finish(): void {
		const span = brush && spanOf(bars, brush.from, brush.to);
		setBrush(null);
		if (!span) return;
		const isSame = chosen && chosen.from === span.from && chosen.to === span.to;
		onChoose(isSame ? null : span);
	}
	const [first, last] = [bars[0], bars.at(-1)];
	if (!first || !last) return null;
	return (
		<svg
			ref={svg}
			viewBox={`0 0 ${width} ${height}`}
			preserveAspectRatio="none"
			role="img"
			aria-label={message('search.facet.histogram', { from: String(first.from), to: String(last.to) })}
			className={styles.histogram}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
				setBrush({ from: barAt(event), to: barAt(event) });
			}}
			onPointerMove={(event) => brush && setBrush({ from: brush.from, to: barAt(event) })}
			onPointerUp={finish}
			onPointerCancel={() => setBrush(null)}
		>
			{bars.map((bar, at) => {
				const barHeight = bar.count === 0 ? 0 : Math.max(2, (bar.count / highest) * height);
				const isChosen = !shown || (bar.from <= shown.to && bar.to >= shown.from);
				return (
					<rect
						key={bar.from}
						x={at * step}
						y={height - barHeight}
						width={Math.max(1, step - gap)}
						height={barHeight}
						className={isChosen ? styles.chosen : styles.bar}
					>
						<title>{`${bar.from === bar.to ? bar.from : `${bar.from}–${bar.to}`}: ${bar.count}`}</title>
					</rect>
				);
			})}
		</svg>
	);
}

function spanOf(bars: readonly YearBar[], one: number, other: number): YearSpan | null {
	const [first, last] = [bars[Math.min(one, other)], bars[Math.max(one, other)]];
	return first && last ? { from: first.from, to: last.to } : null;
}
