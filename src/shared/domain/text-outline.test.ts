import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, numberBlocks, type StoredBlock } from './block.ts';
import {
	cutSections,
	figureOrdinals,
	isWithin,
	openingRanges,
	outlineOf,
	sectionIndexOf,
	titleOrdinal,
} from './text-outline.ts';

function stored(blocks: readonly Block[]): StoredBlock[] {
	const numbers = numberBlocks(blocks);
	return blocks.map((block, ordinal) => ({ ...block, ordinal, number: numbers[ordinal] ?? null }));
}

const anyBlock = fc.oneof(
	fc.record({
		kind: fc.constantFrom('title', 'heading', 'paragraph', 'item', 'rule'),
		text: fc.nat(40_000).map((length) => 'a'.repeat(length)),
	}),
	fc
		.record({ table: fc.nat(1), row: fc.nat(2), kind: fc.constantFrom('cell', 'figure') })
		.map(({ table, row, kind }) => ({
			...{ kind, text: kind === 'cell' ? `cell ${row}` : '' },
			cell: { table, row, column: 0 },
		})),
	fc.constant({ kind: 'figure', text: '', figure: {} }),
) as fc.Arbitrary<Block>;
const anyText = fc.array(anyBlock, { minLength: 1, maxLength: 60 }).map(stored);

it('counts the pictures of a text in their order, and none of them makes a title of what follows it', () => {
	const outline = outlineOf(
		stored([
			{ kind: 'figure', text: '' },
			{ kind: 'title', text: 'Alpha' },
			{ kind: 'figure', text: '' },
			{ kind: 'paragraph', text: 'beta' },
		]),
	);
	expect(figureOrdinals(outline)).toEqual([0, 2]);
	expect(titleOrdinal(outline)).toBe(1);
	expect(outline.numbers).toEqual([null, null, null, 1]);
});

describe('sections', () => {
	it('hold every block once and in order, each found again, and cut no list or table in two', () => {
		fc.assert(
			fc.property(anyText, (blocks) => {
				const sections = cutSections(outlineOf(blocks), 0);
				expect(sections[0]?.firstOrdinal).toBe(0);
				expect(sections.at(-1)?.lastOrdinal).toBe(blocks.length - 1);
				for (const [index, { firstOrdinal, lastOrdinal }] of sections.entries()) {
					expect(sectionIndexOf(sections, firstOrdinal)).toBe(index);
					expect(sectionIndexOf(sections, lastOrdinal)).toBe(index);
					const [last, next] = [blocks[lastOrdinal], blocks[lastOrdinal + 1]];
					expect(next?.ordinal ?? blocks.length).toBe(sections[index + 1]?.firstOrdinal ?? blocks.length);
					expect(last?.kind === 'item' && next?.kind === 'item').toBe(false);
					if (last?.cell && next?.cell) expect(last.cell.table).not.toBe(next.cell.table);
				}
			}),
		);
	});
});

describe('what comes first', () => {
	it('has the beginning, the title and the section around the place with both its neighbours', () => {
		fc.assert(
			fc.property(anyText, fc.nat(70), (blocks, ordinal) => {
				const outline = outlineOf(blocks);
				const ranges = openingRanges(outline, ordinal);
				const sections = cutSections(outline, titleOrdinal(outline) + 1);
				const at = sectionIndexOf(sections, ordinal);
				for (const section of [sections[0], sections[at - 1], sections[at], sections[at + 1]])
					if (section)
						for (const end of [section.firstOrdinal, section.lastOrdinal]) expect(isWithin(ranges, end)).toBe(true);
				expect(isWithin(ranges, 0)).toBe(true);
				const asked = ranges.flatMap(([first, last]) => blocks.slice(first, last + 1));
				expect(asked).toEqual(blocks.filter((block) => isWithin(ranges, block.ordinal)));
			}),
		);
	});

	it('is bounded, however long the text is', () => {
		const blocks = stored(Array.from({ length: 20_000 }, () => ({ kind: 'paragraph', text: 'a'.repeat(500) })));
		const [start, around] = openingRanges(outlineOf(blocks), 12_000);
		expect(start?.[0]).toBe(0);
		expect(start?.[1]).toBeLessThan(150);
		expect(around?.[0]).toBeGreaterThan(11_850);
		expect(around?.[1]).toBeLessThan(12_150);
	});

	it('is nothing of a text without blocks', () => {
		expect(openingRanges(outlineOf([]), 0)).toEqual([]);
	});
});
