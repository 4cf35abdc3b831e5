import { columnOf } from '../text/table-columns.ts';
import type { TableRow } from '../text/text-sections.ts';

/** UTF-16 units of a word that a column has room for; longer ones are broken. */
export const longestUnbroken = 16;

/** Width of a sign, and of what stands around a cell's words, in millimetres: as its style has them, rather more than less. */
const signMm = 2;
const aroundCellMm = 4.5;

/**
 * The columns of a table cut into bands, each of which has room on a sheet with its words unbroken. Every band but the first
 * begins with the table's first column, which mostly tells what a row is about, where that leaves room for others.
 *
 * @param columns in which something stands, in order
 */
export function bandsOf(rows: readonly TableRow[], columns: readonly number[], roomMm: number): number[][] {
	const widths = columnWidths(rows);
	const widthOf = (column: number) => widths.get(column) ?? aroundCellMm;
	const [first = 0] = columns;
	const isRepeated = widthOf(first) <= roomMm / 3;
	const bands: number[][] = [];
	let leftMm = 0;
	for (const column of columns) {
		const band = bands.at(-1);
		if (band && widthOf(column) <= leftMm) {
			band.push(column);
			leftMm -= widthOf(column);
		} else {
			const repeated = band && isRepeated ? [first] : [];
			bands.push([...repeated, column]);
			leftMm = roomMm - [...repeated, column].reduce((sum, each) => sum + widthOf(each), 0);
		}
	}
	return bands;
}

/** Rows at the beginning that are all headings: they stand again on every sheet. @returns how many */
export function headRowCount(rows: readonly TableRow[]): number {
	const count = rows.findIndex(({ cells }) => !cells.every(({ cell }) => cell?.header));
	return count === -1 ? 0 : count;
}

/** Whether a word of it is longer than a column has room for. */
export function hasLongWord(text: string): boolean {
	return longestWord(text) > longestUnbroken;
}

/** How wide each column is with its longest word in one line. */
function columnWidths(rows: readonly TableRow[]): ReadonlyMap<number, number> {
	const widths = new Map<number, number>();
	for (const block of rows.flatMap(({ cells }) => cells)) {
		const signs = block.figure ? longestUnbroken : Math.min(longestWord(block.text), longestUnbroken);
		const before = widths.get(columnOf(block)) ?? 0;
		widths.set(columnOf(block), Math.max(before, signs * signMm + aroundCellMm));
	}
	return widths;
}

function longestWord(text: string): number {
	return text.split(/\s+/u).reduce((longest, word) => Math.max(longest, word.length), 0);
}
