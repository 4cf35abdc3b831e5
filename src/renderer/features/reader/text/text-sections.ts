import type { StoredBlock } from '#shared/domain/block.ts';

export interface TableRow {
	row: number;
	cells: StoredBlock[];
}

/** What the reader draws as one thing: a block, a run of list items, or the cells of one table in rows. */
export type TextUnit =
	| { type: 'block'; block: StoredBlock }
	| { type: 'list'; items: StoredBlock[] }
	| { type: 'table'; rows: TableRow[] };

export function blocksOf(unit: TextUnit): StoredBlock[] {
	if (unit.type === 'block') return [unit.block];
	return unit.type === 'list' ? unit.items : unit.rows.flatMap((row) => row.cells);
}

/** Blocks in order, grouped for drawing. */
export function groupBlocks(blocks: readonly StoredBlock[]): TextUnit[] {
	const units: TextUnit[] = [];
	for (const block of blocks) {
		const last = units.at(-1);
		if (block.kind === 'item') {
			if (last?.type === 'list') last.items.push(block);
			else units.push({ type: 'list', items: [block] });
		} else if (block.cell) {
			if (last?.type === 'table' && tableOf(last) === block.cell.table) addCell(last.rows, block, block.cell.row);
			else units.push({ type: 'table', rows: [{ row: block.cell.row, cells: [block] }] });
		} else {
			units.push({ type: 'block', block });
		}
	}
	return units;
}

function tableOf(unit: TextUnit & { type: 'table' }): number | undefined {
	return unit.rows[0]?.cells[0]?.cell?.table;
}

function addCell(rows: TableRow[], block: StoredBlock, row: number): void {
	const last = rows.at(-1);
	if (last?.row === row) last.cells.push(block);
	else rows.push({ row, cells: [block] });
}
