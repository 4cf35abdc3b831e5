import { expect, it } from 'vitest';
import { type Block, numberBlocks, type StoredBlock } from '#shared/domain/block.ts';
import { blocksOf, bundleSections, groupBlocks, isHeavy, partsOf } from './text-sections.ts';

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

it('cuts a section into parts of about a screen, and never a table', () => {
	const long = 'x'.repeat(900);
	const blocks = stored([
		...Array.from({ length: 5 }, (): Block => ({ kind: 'paragraph', text: long })),
		...Array.from({ length: 60 }, (_, row) => cell(0, row, 0)),
		{ kind: 'paragraph', text: 'Omega' },
	]);
	const parts = partsOf(groupBlocks(blocks));
	expect(parts.map(({ units }) => units.map(({ type }) => type))).toEqual([
		['block', 'block'],
		['block', 'block'],
		['block', 'table'],
		['block'],
	]);
	expect(parts.flatMap(({ units }) => units.flatMap(blocksOf))).toEqual(blocks);
});

it('takes only what stays one part however long to be heavy', () => {
	const some = partsOf(
		groupBlocks(stored(Array.from({ length: 50 }, () => ({ kind: 'paragraph', text: 'x'.repeat(900) })))),
	);
	expect(some.filter(({ weight }) => isHeavy(weight))).toEqual([]);
	const table = partsOf(groupBlocks(stored(Array.from({ length: 5000 }, (_, column) => cell(0, 0, column)))));
	const line = partsOf(groupBlocks(stored([{ kind: 'paragraph', text: 'x'.repeat(1_000_000) }])));
	expect([...table, ...line].map(({ weight }) => isHeavy(weight))).toEqual([true, true]);
});

it('bundles sections without losing one or its place', () => {
	const sections = Array.from({ length: 50 }, (_, at) => ({ firstOrdinal: at, lastOrdinal: at, weight: 10 }));
	const bundles = bundleSections(sections);
	expect(bundles.flatMap((bundle) => bundle.sections)).toEqual(sections);
	for (const { sections: some, firstIndex, weight } of bundles) {
		expect(some[0]).toBe(sections[firstIndex]);
		expect(weight).toBe(10 * some.length);
	}
});
