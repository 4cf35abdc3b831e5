import type { StoredBlock } from '#shared/domain/block.ts';
import type { TableRow } from './text-sections.ts';

/**
 * What stands in a row from the left on: the blocks of a cell (its words and the pictures in it), or places without any.
 * `at` is the place of the first, from 0.
 */
export type RowPart = { at: number; blocks: StoredBlock[] } | { at: number; emptyCount: number };

/** The columns of a table, or of a part of it, each with the place at which it is drawn, from 0. */
export type ColumnPlaces = Pick<ReadonlyMap<number, number>, 'get' | 'size'>;

/** The columns of a table in which something stands, in order: what is empty in every row takes no room. */
export function columnsOf(rows: readonly TableRow[]): number[] {
	const columns = new Set(rows.flatMap(({ cells }) => cells.map(columnOf)));
	return [...columns].sort((a, b) => a - b);
}

/** Made once for all rows. */
export function placesOf(columns: readonly number[]): ColumnPlaces {
	return new Map(columns.map((column, at) => [column, at]));
}

/**
 * A row over these columns. An empty cell, or the rest of one that fills several, is no block of the text: without a place
 * of its own here, what follows it would stand below another heading than in the document. Takes as long as the row has
 * cells, however many columns there are: a sheet may have 16,384 of them, and tens of thousands of rows.
 */
export function rowOver(cells: readonly StoredBlock[], places: ColumnPlaces): RowPart[] {
	const parts: RowPart[] = [];
	let next = 0;
	for (const [at, blocks] of byPlace(cells, places)) {
		parts.push(...emptyParts(next, at), { at, blocks });
		next = at + 1;
	}
	return [...parts, ...emptyParts(next, places.size)];
}

function byPlace(cells: readonly StoredBlock[], places: ColumnPlaces): [number, StoredBlock[]][] {
	const blocksAt = new Map<number, StoredBlock[]>();
	for (const cell of cells) {
		const at = places.get(columnOf(cell));
		if (at === undefined) continue;
		const same = blocksAt.get(at);
		if (same) same.push(cell);
		else blocksAt.set(at, [cell]);
	}
	return [...blocksAt].sort(([one], [other]) => one - other);
}

/** HTML knows no wider one. */
const widestSpan = 1000;

function emptyParts(from: number, to: number): RowPart[] {
	const parts: RowPart[] = [];
	for (let at = from; at < to; at += widestSpan) parts.push({ at, emptyCount: Math.min(widestSpan, to - at) });
	return parts;
}

/** Of a cell, from 0, as it stands in the document. */
export function columnOf({ cell }: StoredBlock): number {
	return cell?.column ?? 0;
}
