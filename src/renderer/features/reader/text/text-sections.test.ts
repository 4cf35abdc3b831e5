import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, numberBlocks, type StoredBlock } from '#shared/domain/block.ts';
import { blocksOf, sectionBlocks, sectionIndexOf } from './text-sections.ts';

function stored(blocks: Block[]): StoredBlock[] {
	const numbers = numberBlocks(blocks);
	return blocks.map((block, ordinal) => ({ ...block, ordinal, number: numbers[ordinal] ?? null }));
}
const cell = (table: number, row: number, column: number): Block => ({
	kind: 'cell',
	text: `cell ${row} ${column}`,
	cell: { table, row, column },
});

describe('sectionBlocks', () => {
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
		const units = sectionBlocks(blocks).flatMap((section) => section.units);
		expect(units.map((unit) => unit.type)).toEqual(['block', 'list', 'table', 'table']);
		expect(units[2]).toMatchObject({
			rows: [{ cells: [{ ordinal: 3 }, { ordinal: 4 }] }, { cells: [{ ordinal: 5 }] }],
		});
	});

	it('keeps every block once and in order, and finds each one’s section', () => {
		const anyBlock = fc.oneof(
			fc.record({ kind: fc.constantFrom('paragraph', 'item', 'rule'), text: fc.string({ maxLength: 900 }) }),
			fc.record({ table: fc.nat(1), row: fc.nat(2) }).map(({ table, row }) => cell(table, row, 0)),
		) as fc.Arbitrary<Block>;
		fc.assert(
			fc.property(fc.array(anyBlock, { maxLength: 60 }), (blocks) => {
				const sections = sectionBlocks(stored(blocks));
				const ordinals = sections.map((section) => section.units.flatMap(blocksOf).map((block) => block.ordinal));
				expect(ordinals.flat()).toEqual([...blocks.keys()]);
				for (const [index, held] of ordinals.entries()) {
					for (const ordinal of held) expect(sectionIndexOf(sections, ordinal)).toBe(index);
				}
			}),
		);
	});
});
