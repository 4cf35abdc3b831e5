import { expect, it } from 'vitest';
import type { Block, StoredBlock } from '#shared/domain/block.ts';
import { type ColumnPlaces, columnsOf, placesOf, rowOver } from './table-columns.ts';
import { groupBlocks } from './text-sections.ts';

function rowsOf(blocks: Block[]) {
	const stored = blocks.map((block, ordinal): StoredBlock => ({ ...block, ordinal, number: null }));
	const [unit] = groupBlocks(stored);
	return unit?.type === 'table' ? unit.rows : [];
}
const cell = (row: number, column: number, text = 'words'): Block => ({
	...{ kind: 'cell', text },
	cell: { table: 0, row, column },
});
const figure = (row: number, column: number): Block => ({
	...{ kind: 'figure', text: '', figure: {} },
	cell: { table: 0, row, column },
});

/** What stands in each row: ordinals of a cell's blocks, or how many places are empty. */
function drawn(blocks: Block[]) {
	const rows = rowsOf(blocks);
	const places = placesOf(columnsOf(rows));
	return rows.map(({ cells }) =>
		rowOver(cells, places).map((part) =>
			'blocks' in part ? part.blocks.map(({ ordinal }) => ordinal) : part.emptyCount,
		),
	);
}

it('keeps a picture of a table in its row, and with the words of its cell', () => {
	expect(drawn([cell(0, 0), figure(0, 0), figure(0, 1), cell(1, 0), figure(1, 1)])).toEqual([
		[[0, 1], [2]],
		[[3], [4]],
	]);
});

it('keeps every cell below its heading where others are empty', () => {
	expect(drawn([cell(0, 0), cell(0, 1), cell(0, 2), cell(0, 3), cell(1, 3), cell(2, 0), cell(2, 2)])).toEqual([
		[[0], [1], [2], [3]],
		[3, [4]],
		[[5], 1, [6], 1],
	]);
});

it('leaves out columns in which nothing stands', () => {
	expect(drawn([cell(0, 2), cell(0, 16_000), cell(1, 16_000)])).toEqual([
		[[0], [1]],
		[1, [2]],
	]);
});

it('looks at the cells of a row, and not at every column that there is', () => {
	const asked: number[] = [];
	const places: ColumnPlaces = { size: 16_384, get: (column) => asked.push(column) && column };
	const [row] = rowsOf([cell(0, 1), cell(0, 16_000)]);
	const drawnParts = rowOver(row?.cells ?? [], places).map((part) =>
		'blocks' in part ? part.blocks.length : -part.emptyCount,
	);
	expect(asked).toEqual([1, 16_000]);
	expect(drawnParts).toEqual([-1, 1, ...Array(15).fill(-1000), -998, 1, -383]);
});
