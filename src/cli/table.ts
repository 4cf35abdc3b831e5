import { cutToWidth, textWidth, withoutControls } from './text-width.ts';

export interface Column {
	title: string;
	/** Gives way first, and last to nothing below this width, when the table is wider than the terminal. */
	isElastic?: true;
	align?: 'end';
}

const gap = '  ';
const leastElasticWidth = 16;

/**
 * Lines of a table whose columns are as wide as their widest cell. Where that is wider than `width` columns, the
 * elastic ones are cut; without a width (output to a file) nothing is.
 */
export function formatTable(columns: readonly Column[], rows: readonly string[][], width: number | null): string[] {
	const all = [columns.map(({ title }) => title), ...rows.map((row) => row.map(withoutControls))];
	const widths = fitTo(columns, widestCells(columns, all), width);
	return all.map((row) =>
		row
			.map((cell, at) => pad(cutToWidth(cell, widths[at] ?? 0), widths[at] ?? 0, columns[at]?.align))
			.join(gap)
			.trimEnd(),
	);
}

function widestCells(columns: readonly Column[], rows: readonly string[][]): number[] {
	return columns.map((_, at) => rows.reduce((widest, row) => Math.max(widest, textWidth(row[at] ?? '')), 0));
}

function fitTo(columns: readonly Column[], widths: number[], width: number | null): number[] {
	if (width === null) return widths;
	const total = widths.reduce((sum, each) => sum + each, 0) + gap.length * (widths.length - 1);
	let excess = total - width;
	return widths.map((each, at) => {
		if (!columns[at]?.isElastic || excess <= 0) return each;
		const cut = Math.min(excess, Math.max(0, each - leastElasticWidth));
		excess -= cut;
		return each - cut;
	});
}

function pad(cell: string, width: number, align: Column['align']): string {
	const space = ' '.repeat(Math.max(0, width - textWidth(cell)));
	return align === 'end' ? space + cell : cell + space;
}
