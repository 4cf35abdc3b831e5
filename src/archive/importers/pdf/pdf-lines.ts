import { type Fragment, type Row, splitIntoColumns } from './pdf-columns.ts';
import type { PagePieces, Piece } from './pdf-pieces.ts';
import { PlacedTextWriter, trimmed } from './pdf-placed-text.ts';

/** One line of a column. */
export interface Line extends Fragment {
	/** True where there is a wide gap in it: a row of a table, a number set apart. */
	hasGaps: boolean;
}

/** The lines of a column, from the top down. */
export type Column = Line[];

/** In parts of the letters' height: what separates words, and what separates more than words. */
const wordGap = 0.17;
const wideGap = 1.5;
/** How far a note's raised number may stand off the baseline. */
const baselineShift = 0.45;

/** The columns of a page in the order of reading; text in another direction comes last. */
export function linesOfPage({ upright, turned }: PagePieces): Column[] {
	const columns = splitIntoColumns(rowsOf(joinPieces(upright))).map((rows) => rows.map(toLine));
	const aside = joinPieces(turned.filter(({ text }) => text.trim() !== ''));
	return [...columns, ...aside.map((fragment) => [toLine([fragment])])];
}

/** Joins what follows one another in the file and on the page. */
function joinPieces(pieces: readonly Piece[]): Fragment[] {
	const fragments: OpenFragment[] = [];
	let hasSpace = false;
	for (const piece of pieces) {
		if (piece.text.trim() === '') {
			hasSpace = true;
			continue;
		}
		const next = fragmentOf(piece);
		const last = fragments.at(-1);
		if (last && isOneLine(last.shape, next) && !isWide(last.shape, next)) join(last, next, hasSpace);
		else fragments.push(open(next));
		hasSpace = false;
	}
	return fragments.map(close);
}

function fragmentOf({ text, x, y, width, size, isRightToLeft, spot }: Piece): Fragment {
	const runs = [{ start: 0, end: text.length, spot }];
	return { text, runs, x, right: x + width, y, size, isRightToLeft };
}

/** A fragment that others are still being joined to. */
interface OpenFragment {
	shape: Omit<Fragment, 'text' | 'runs'>;
	writer: PlacedTextWriter;
}

function open(fragment: Fragment): OpenFragment {
	const { text: _, runs: __, ...shape } = fragment;
	return { shape, writer: new PlacedTextWriter(fragment) };
}

function close({ shape, writer }: OpenFragment): Fragment {
	return { ...shape, ...writer.finish() };
}

type Shape = OpenFragment['shape'];

function isOneLine(first: Shape, second: Shape): boolean {
	return Math.abs(first.y - second.y) <= baselineShift * Math.max(first.size, second.size);
}

/** From the end of one to the beginning of the next, in the direction of reading; negative where they overlap. */
function gapBetween(first: Shape, second: Shape): number {
	return first.isRightToLeft && second.isRightToLeft ? first.x - second.right : second.x - first.right;
}

function isWide(first: Shape, second: Shape): boolean {
	const gap = gapBetween(first, second);
	const size = Math.max(first.size, second.size);
	return gap > wideGap * size || gap < -size;
}

function join(whole: OpenFragment, second: Fragment, hasSpace = false): void {
	const { shape: first, writer } = whole;
	const isApart = hasSpace || gapBetween(first, second) > wordGap * Math.max(first.size, second.size);
	const isSpaced = /\s$/.test(writer.text) || /^\s/.test(second.text);
	writer.append(isApart && !isSpaced ? ' ' : '', second);
	whole.shape = shapeAround(first, second);
}

function shapeAround(first: Shape, second: Shape): Shape {
	// A raised number does not move the baseline of its line.
	const { y, size } = first.size >= second.size ? first : second;
	return {
		x: Math.min(first.x, second.x),
		right: Math.max(first.right, second.right),
		y,
		size,
		isRightToLeft: first.isRightToLeft && second.isRightToLeft,
	};
}

/** Gathers what the file gives in any order into rows, from the top down. */
function rowsOf(fragments: readonly Fragment[]): Row[] {
	const rows: Row[] = [];
	for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
		const row = rows.at(-1);
		if (row?.[0] && isOneLine(row[0], fragment)) row.push(fragment);
		else rows.push([fragment]);
	}
	return rows.map(orderRow);
}

function orderRow(row: Row): Row {
	const isRightToLeft = row.every((fragment) => fragment.isRightToLeft);
	const sorted = row.sort((a, b) => (isRightToLeft ? b.right - a.right : a.x - b.x));
	const ordered: OpenFragment[] = [];
	for (const fragment of sorted) {
		const last = ordered.at(-1);
		// Bold letters are printed twice, a hair apart, by some programs.
		const isTwice = last && Math.abs(last.shape.x - fragment.x) < last.shape.size * 0.3;
		if (isTwice && last.writer.text === fragment.text) continue;
		if (last && !isWide(last.shape, fragment)) join(last, fragment);
		else ordered.push(open(fragment));
	}
	return ordered.map(close);
}

function toLine(row: Row): Line {
	const [first, ...rest] = row as [Fragment, ...Fragment[]];
	const writer = new PlacedTextWriter(trimmed(first));
	for (const next of rest) writer.append('    ', trimmed(next));
	return { ...rest.reduce<Shape>(shapeAround, first), ...trimmed(writer.finish()), hasGaps: rest.length > 0 };
}
