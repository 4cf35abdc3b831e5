import { expect, it } from 'vitest';
import { type Block, numberBlocks, type StoredBlock } from '#shared/domain/block.ts';
import { blocksOf, groupBlocks } from './text-sections.ts';

function stored(blocks: Block[]): StoredBlock[] {
	const numbers = numberBlocks(blocks);
	return blocks.map((block, ordinal) => ({ ...block, ordinal, number: numbers[ordinal] ?? null }));
}
const cell = (table: number, row: number, column: number): Block => ({
	kind: 'cell',
	text: `cell ${row} ${column}`,
	cell: { table, row, column },
});

it('gathers items into a list and cells into the rows of their own table', () => {
	const blocks = stored([
		{ kind: 'paragraph', text: 'Alpha' },
		{ kind: 'item', text: 'one', level: 1 },
		{ kind: 'item', text: 'two', level: 2 },
		cell(0, 0, 0),
		cell(0, 0, 1),
		cell(0, 1, 0),
		cell(1, 0, 0),
	]);
	const units = groupBlocks(blocks);
	expect(units.map((unit) => unit.type)).toEqual(['block', 'list', 'table', 'table']);
	expect(units[2]).toMatchObject({
		rows: [{ cells: [{ ordinal: 3 }, { ordinal: 4 }] }, { cells: [{ ordinal: 5 }] }],
	});
	expect(units.flatMap(blocksOf)).toEqual(blocks);
});
