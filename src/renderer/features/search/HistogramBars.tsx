import styles from './DateHistogram.module.css';
import type { BarSpan, YearBar } from './year-bars.ts';

interface HistogramBarsProps {
	bars: readonly YearBar[];
	/** The bars that are chosen; null where all are. */
	span: BarSpan | null;
	label: string;
}

const width = 160;
const height = 40;
const gap = 1;
/** A bar is never wider than an eighth: one year alone must not look like a wall. */
const fewestSteps = 8;

/** How much of the whole width one bar takes, its gap included. */
export function shareOfBar(count: number): number {
	return 1 / Math.max(fewestSteps, count);
}

export function HistogramBars({ bars, span, label }: HistogramBarsProps) {
	const highest = Math.max(1, ...bars.map(({ count }) => count));
	const step = width * shareOfBar(bars.length);
	return (
		<svg
			viewBox={`0 0 ${width} ${height}`}
			preserveAspectRatio="none"
			role="img"
			aria-label={label}
			className={styles.bars}
		>
			{bars.map((bar, at) => {
				const barHeight = bar.count === 0 ? 0 : Math.max(2, (bar.count / highest) * height);
				const isChosen = !span || (at >= span.first && at <= span.last);
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
