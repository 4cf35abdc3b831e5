import type { StoredBlock } from '#shared/domain/block.ts';
import type { TableRow } from './text-sections.ts';

/** What stands in a row from the left on: the blocks of a cell (its words and the pictures in it), or places without any. */
export type RowPart = { column: number; blocks: StoredBlock[] } | { column: number; emptyCount: number };

/** The columns of a table in which something stands, in order: what is empty in every row takes no room. */
export function columnsOf(rows: readonly TableRow[]): number[] {
	const columns = new Set(rows.flatMap(({ cells }) => cells.map(columnOf)));
	return [...columns].sort((a, b) => a - b);
}

/**
 * A row over these columns. An empty cell, or the rest of one that fills several, is no block of the text: without a place
 * of its own here, what follows it would stand below another heading than in the document.
 */
export function rowOver(cells: readonly StoredBlock[], columns: readonly number[]): RowPart[] {
	const byColumn = new Map<number, StoredBlock[]>();
	for (const cell of cells) byColumn.set(columnOf(cell), [...(byColumn.get(columnOf(cell)) ?? []), cell]);
	const parts: RowPart[] = [];
	for (const column of columns) {
		const blocks = byColumn.get(column);
		const last = parts.at(-1);
		if (blocks) parts.push({ column, blocks });
		else if (last && 'emptyCount' in last && last.emptyCount < widestSpan) last.emptyCount += 1;
		else parts.push({ column, emptyCount: 1 });
	}
	return parts;
}

/** HTML knows no wider one. */
const widestSpan = 1000;

/** Of a cell, from 0, as it stands in the document. */
export function columnOf({ cell }: StoredBlock): number {
	return cell?.column ?? 0;
}
