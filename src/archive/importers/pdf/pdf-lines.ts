import { type Fragment, type Row, splitIntoColumns } from './pdf-columns.ts';
import type { PagePieces, Piece } from './pdf-pieces.ts';

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
	const fragments: Fragment[] = [];
	let hasSpace = false;
	for (const piece of pieces) {
		if (piece.text.trim() === '') {
			hasSpace = true;
			continue;
		}
		const next = fragmentOf(piece);
		const last = fragments.at(-1);
		if (last && isOneLine(last, next) && !isWide(last, next))
			fragments[fragments.length - 1] = join(last, next, hasSpace);
		else fragments.push(next);
		hasSpace = false;
	}
	return fragments;
}

function fragmentOf({ text, x, y, width, size, isRightToLeft }: Piece): Fragment {
	return { text, x, right: x + width, y, size, isRightToLeft };
}

function isOneLine(first: Fragment, second: Fragment): boolean {
	return Math.abs(first.y - second.y) <= baselineShift * Math.max(first.size, second.size);
}

/** From the end of one to the beginning of the next, in the direction of reading; negative where they overlap. */
function gapBetween(first: Fragment, second: Fragment): number {
	return first.isRightToLeft && second.isRightToLeft ? first.x - second.right : second.x - first.right;
}

function isWide(first: Fragment, second: Fragment): boolean {
	const gap = gapBetween(first, second);
	const size = Math.max(first.size, second.size);
	return gap > wideGap * size || gap < -size;
}

function join(first: Fragment, second: Fragment, hasSpace = false): Fragment {
	const isApart = hasSpace || gapBetween(first, second) > wordGap * Math.max(first.size, second.size);
	const isSpaced = /\s$/.test(first.text) || /^\s/.test(second.text);
	// A raised number does not move the baseline of its line.
	const { y, size } = first.size >= second.size ? first : second;
	return {
		text: `${first.text}${isApart && !isSpaced ? ' ' : ''}${second.text}`,
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
	const ordered: Row = [];
	for (const fragment of sorted) {
		const last = ordered.at(-1);
		// Bold letters are printed twice, a hair apart, by some programs.
		if (last && last.text === fragment.text && Math.abs(last.x - fragment.x) < last.size * 0.3) continue;
		if (last && !isWide(last, fragment)) ordered[ordered.length - 1] = join(last, fragment);
		else ordered.push(fragment);
	}
	return ordered;
}

function toLine(row: Row): Line {
	const [first, ...rest] = row as [Fragment, ...Fragment[]];
	const line = rest.reduce((whole, next) => {
		const joined = join(whole, next);
		return { ...joined, text: `${whole.text.trimEnd()}    ${next.text.trimStart()}` };
	}, first);
	return { ...line, text: line.text.trim(), hasGaps: rest.length > 0 };
}
