import type { YearSpan } from '#shared/search/search-query.ts';

/** A stretch of years, both included, and the hits that fall in it. */
export interface YearBar {
	from: number;
	to: number;
	count: number;
}

const mostBars = 24;
const widths = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];

/** Years in bars of equal, round width, without gaps; as narrow as two dozen bars allow. */
export function yearBars(years: readonly { year: number; count: number }[]): YearBar[] {
	const [first, last] = [years[0]?.year, years.at(-1)?.year];
	if (first === undefined || last === undefined) return [];
	const start = (width: number) => Math.floor(first / width) * width;
	const width = widths.find((each) => (last - start(each) + 1) / each <= mostBars) ?? last - first + 1;
	const from = start(width);
	const bars = Array.from({ length: Math.floor((last - from) / width) + 1 }, (_, at) => ({
		from: from + at * width,
		to: from + (at + 1) * width - 1,
		count: 0,
	}));
	for (const { year, count } of years) {
		const bar = bars[Math.floor((year - from) / width)];
		if (bar) bar.count += count;
	}
	return bars;
}

/** Positions of bars, both included. */
export interface BarSpan {
	first: number;
	last: number;
}
export type SpanEnd = keyof BarSpan;

/** The bars that a span of years touches; where it lies outside, the bar nearest to it. */
export function barsWithin(bars: readonly YearBar[], { from, to }: YearSpan): BarSpan {
	const end = bars.length - 1;
	const after = bars.findIndex((bar) => bar.to >= from);
	const before = bars.findLastIndex((bar) => bar.from <= to);
	const first = after < 0 ? end : after;
	return { first, last: Math.max(first, before) };
}

export function yearsOfBars(bars: readonly YearBar[], { first, last }: BarSpan): YearSpan | null {
	const [from, to] = [bars[first]?.from, bars[last]?.to];
	return from === undefined || to === undefined ? null : { from, to };
}

/** The span after a key was pressed on one of its ends; null for keys that do not move it. The ends never cross. */
export function brushedBy(key: string, end: SpanEnd, span: BarSpan, barCount: number): BarSpan | null {
	const steps: Readonly<Record<string, number>> = {
		...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 },
		...{ PageDown: -5, PageUp: 5, Home: -barCount, End: barCount },
	};
	const step = steps[key];
	if (step === undefined) return null;
	const [least, most] = end === 'first' ? [0, span.last] : [span.first, barCount - 1];
	return { ...span, [end]: Math.max(least, Math.min(most, span[end] + step)) };
}
