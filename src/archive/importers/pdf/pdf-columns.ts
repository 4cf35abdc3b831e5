import type { PlacedText } from './pdf-placed-text.ts';

/** Text that stands together on one baseline. */
export interface Fragment extends PlacedText {
	x: number;
	right: number;
	/** Of the baseline, from the top. */
	y: number;
	size: number;
	isRightToLeft: boolean;
}

/** Fragments of one baseline, in the order of reading. */
export type Row = Fragment[];

/** Fewer rows side by side are a table, a letterhead or signatures, which are read across. */
const fewestRows = 5;
/** Mean width of a column's rows in letter heights, about two letters each: narrower ones are cells of a table. */
const narrowestColumn = 9;
/** Gutters that are tried on a page. */
const mostGutters = 40;

interface Run {
	/** First row of the run and the first after it. */
	from: number;
	to: number;
	gutter: number;
}

/** Cuts the rows of a page where text stands in columns beside each other: each is read down before the next. */
export function splitIntoColumns(rows: readonly Row[]): Row[][] {
	const run = longestRun(rows);
	if (!run) return rows.length > 0 ? [[...rows]] : [];
	const within = rows.slice(run.from, run.to);
	const left = within.map((row) => row.filter(({ right }) => right <= run.gutter));
	const right = within.map((row) => row.filter(({ x }) => x >= run.gutter));
	const [first, second] = isRightToLeft(within) ? [right, left] : [left, right];
	return [
		...splitIntoColumns(rows.slice(0, run.from)),
		...splitIntoColumns(first.filter((row) => row.length > 0)),
		...splitIntoColumns(second.filter((row) => row.length > 0)),
		...splitIntoColumns(rows.slice(run.to)),
	];
}

function longestRun(rows: readonly Row[]): Run | null {
	let best: Run | null = null;
	for (const gutter of guttersOf(rows)) {
		for (const run of runsAt(rows, gutter)) {
			const isLonger = !best || run.to - run.from > best.to - best.from;
			if (isLonger && areColumns(rows.slice(run.from, run.to), gutter)) best = run;
		}
	}
	return best;
}

/** The middles of wide gaps within rows, the frequent ones first. */
function guttersOf(rows: readonly Row[]): number[] {
	const counts = new Map<number, number>();
	for (const row of rows) {
		const sorted = [...row].sort((a, b) => a.x - b.x);
		sorted.slice(1).forEach((fragment, at) => {
			const before = sorted[at] as Fragment;
			const middle = Math.round((before.right + fragment.x) / 2);
			counts.set(middle, (counts.get(middle) ?? 0) + 1);
		});
	}
	const byCount = [...counts].sort((a, b) => b[1] - a[1]);
	return byCount.slice(0, mostGutters).map(([middle]) => middle);
}

/** Runs of rows through which nothing crosses the gutter. */
function runsAt(rows: readonly Row[], gutter: number): Run[] {
	const runs: Run[] = [];
	let from = 0;
	for (let at = 0; at <= rows.length; at += 1) {
		const isCrossed = rows[at]?.some(({ x, right }) => x < gutter && right > gutter) ?? true;
		if (!isCrossed) continue;
		if (at - from >= fewestRows) runs.push({ from, to: at, gutter });
		from = at + 1;
	}
	return runs;
}

function areColumns(rows: readonly Row[], gutter: number): boolean {
	const left = rows.flat().filter(({ right }) => right <= gutter);
	const right = rows.flat().filter(({ x }) => x >= gutter);
	return [left, right].every((side) => side.length >= fewestRows && meanWidth(side) >= narrowestColumn);
}

function meanWidth(side: readonly Fragment[]): number {
	return side.reduce((sum, { x, right, size }) => sum + (right - x) / size, 0) / side.length;
}

function isRightToLeft(rows: readonly Row[]): boolean {
	const fragments = rows.flat();
	return fragments.filter((fragment) => fragment.isRightToLeft).length > fragments.length / 2;
}
