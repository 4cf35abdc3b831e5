import { textWidth } from '#shared/chronology/fitted-text.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { columnOf } from '../text/table-columns.ts';
import type { TableRow } from '../text/text-sections.ts';

/** UTF-16 units of a word that a column has room for; longer ones are broken. */
const longestUnbroken = 16;

/** Widths in millimetres, as the style of a cell has them, rather more than less: of what stands around its words, … */
const aroundCellMm = 4.5;
/** … of a word or picture that is broken or made smaller where there is no more room, … */
const brokenMm = 32;
/** … and of the type (9.5 pt): in the bundled faces words are up to 1.23 times, in bold 1.3 times as wide as reckoned. */
const typeMm = { words: 3.35 * 1.25, heading: 3.35 * 1.3 };

/** Where a line may end: not at the spaces that keep a number whole. */
const breakingSpaces = /[^\S\u00a0\u2007\u202f\ufeff]+/u;

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

/** A row as far as it stands in a band. */
export interface BandRow {
	row: number;
	/** Its ¶ number, wherever the cell is that has it. */
	number: number | null;
	cells: StoredBlock[];
}

/**
 * For each band its rows: in the first all, in the others those that have something there, with their first column where
 * that is said again. In a wide sheet with little in it most of what was printed would be empty otherwise.
 */
export function rowsOfBands(rows: readonly TableRow[], bands: readonly (readonly number[])[]): BandRow[][] {
	const first = bands[0]?.[0];
	const bandOf = new Map<number, number>();
	for (const [at, band] of bands.entries()) for (const column of band) if (!bandOf.has(column)) bandOf.set(column, at);
	const laid = bands.map((): BandRow[] => []);
	for (const { row, cells } of rows) {
		const number = cells.find((cell) => cell.number !== null)?.number ?? null;
		const repeated = cells.filter((cell) => columnOf(cell) === first);
		const inBands = new Map<number, StoredBlock[]>([[0, []]]);
		for (const cell of cells) {
			const at = bandOf.get(columnOf(cell)) ?? 0;
			const own = inBands.get(at);
			if (own) own.push(cell);
			else inBands.set(at, bands[at]?.[0] === first ? [...repeated, cell] : [cell]);
		}
		for (const [at, own] of inBands) laid[at]?.push({ row, number, cells: own });
	}
	return laid;
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
		const before = widths.get(columnOf(block)) ?? 0;
		widths.set(columnOf(block), Math.max(before, wordsMm(block) + aroundCellMm));
	}
	return widths;
}

function wordsMm({ figure, text, cell }: StoredBlock): number {
	if (figure || hasLongWord(text)) return brokenMm;
	const sizeMm = cell?.header ? typeMm.heading : typeMm.words;
	return text.split(breakingSpaces).reduce((widest, word) => Math.max(widest, textWidth(word, sizeMm)), 0);
}

function longestWord(text: string): number {
	return text.split(breakingSpaces).reduce((longest, word) => Math.max(longest, word.length), 0);
}
