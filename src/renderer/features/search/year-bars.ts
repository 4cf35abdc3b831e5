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
