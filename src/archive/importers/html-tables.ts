import type { Element } from 'hast';
import type { Block } from '#shared/domain/block.ts';
import { findElement, isElement, numberOf } from './html-elements.ts';

export interface PlacedCell {
	element: Element;
	place: NonNullable<Block['cell']>;
}

/** Widest span that is believed: `colspan="1000000000"` must not cost a thousand million cells. */
const widestSpan = 1000;

const structured = ['table', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'];

/**
 * The cells of a table in reading order, each with its place in the grid; null for a table that only lays out a page: it
 * has one column, or a cell holds more than one paragraph's worth of structure.
 *
 * @param isSheet it stands in a file for translators, where a cell has what was written in it: only a table lays out another
 */
export function placeCells(table: Element, number: number, isSheet: boolean): PlacedCell[] | null {
	const rows = rowsOf(table);
	const cells: PlacedCell[] = [];
	/** For each column, how many of the coming rows a cell from above still fills. */
	const filled: number[] = [];
	rows.forEach((row, rowIndex) => {
		let column = 0;
		for (const element of row.children) {
			if (!isElement(element, 'td', 'th')) continue;
			while ((filled[column] ?? 0) > 0) column += 1;
			const header = element.tagName === 'th';
			cells.push({ element, place: { table: number, row: rowIndex, column, ...(header && { header }) } });
			const height = Math.min(numberOf(element, 'rowSpan', 1), widestSpan);
			const next = column + Math.max(1, Math.min(numberOf(element, 'colSpan', 1), widestSpan));
			for (; column < next; column += 1) filled[column] = Math.max(1, height);
		}
		for (let at = 0; at < filled.length; at += 1) filled[at] = Math.max(0, (filled[at] ?? 0) - 1);
	});
	const isGrid =
		cells.some(({ place }) => place.column > 0) &&
		!cells.some(({ element }) => (isSheet ? findElement(element, 'table') : isLayout(element)));
	return isGrid ? cells : null;
}

function rowsOf(table: Element): Element[] {
	const rows: Element[] = [];
	for (const child of table.children) {
		if (isElement(child, 'tr')) rows.push(child);
		if (isElement(child, 'thead', 'tbody', 'tfoot')) {
			for (const row of child.children) if (isElement(row, 'tr')) rows.push(row);
		}
	}
	return rows;
}

function isLayout(cell: Element): boolean {
	let paragraphs = 0;
	const waiting = [...cell.children];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!isElement(node)) continue;
		if (structured.includes(node.tagName)) return true;
		if (node.tagName === 'p') paragraphs += 1;
		if (paragraphs > 1) return true;
		for (const child of node.children) waiting.push(child);
	}
	return false;
}
