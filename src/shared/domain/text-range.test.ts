import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextRange } from './annotation.ts';
import { AppError } from './app-error.ts';
import type { EditionId } from './ids.ts';
import {
	compareRanges,
	describeTarget,
	normaliseRange,
	partWithin,
	rangeHolds,
	rangesOverlap,
	startOf,
	type TextBlock,
	textOfRange,
} from './text-range.ts';

const editionId = 'edition-a' as EditionId;
const range = (startOrdinal: number, startOffset: number, endOrdinal: number, endOffset: number): TextRange => ({
	editionId,
	startOrdinal,
	startOffset,
	endOrdinal,
	endOffset,
});
const toBlocks = (texts: readonly string[]): TextBlock[] => texts.map((text, ordinal) => ({ ordinal, text }));
const sample = toBlocks(['Alpha beta', '', 'gamma 😀 delta', 'epsilon']);

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 8 });
const blocksAndRange = texts.chain((list) => {
	const point = fc
		.nat({ max: list.length - 1 })
		.chain((ordinal) => fc.tuple(fc.constant(ordinal), fc.nat({ max: list[ordinal]?.length ?? 0 })));
	return fc.tuple(point, point).map(([[a, b], [c, d]]) => ({ blocks: toBlocks(list), made: range(a, b, c, d) }));
});

function normalOrNull(blocks: TextBlock[], made: TextRange): TextRange | null {
	try {
		return normaliseRange(blocks, made);
	} catch (error) {
		if (error instanceof AppError && error.code === 'invalid-input') return null;
		throw error;
	}
}

/** Where a point stands in the whole text, blocks with text joined by '\n': the slow, plain way to say the same. */
function absolute(blocks: TextBlock[], ordinal: number, offset: number): number {
	const before = blocks.filter((block) => block.ordinal < ordinal && block.text.length > 0);
	return before.reduce((sum, block) => sum + block.text.length + 1, 0) + offset;
}

describe('normaliseRange', () => {
	it('orders a reversed range', () => {
		expect(normaliseRange(sample, range(2, 3, 0, 6))).toEqual(range(0, 6, 2, 3));
	});

	it('moves ends without text of their own to the text beside them', () => {
		expect(normaliseRange(sample, range(0, 10, 3, 0))).toEqual(range(2, 0, 2, 14));
		expect(normaliseRange(sample, range(1, 0, 2, 5))).toEqual(range(2, 0, 2, 5));
	});

	it('grows to the whole character', () => {
		expect(normaliseRange(sample, range(2, 7, 2, 8))).toEqual(range(2, 6, 2, 8));
		expect(normaliseRange(sample, range(2, 6, 2, 7))).toEqual(range(2, 6, 2, 8));
	});

	it.each([
		['an empty range', range(0, 3, 0, 3)],
		['the gap between two passages', range(0, 10, 2, 0)],
		['an empty range inside a character', range(2, 7, 2, 7)],
		['an offset behind the text', range(0, 0, 0, 11)],
		['a passage that is not there', range(0, 0, 9, 0)],
		['a fraction', range(0, 0.5, 0, 3)],
	])('refuses %s', (_, bad) => {
		expect(() => normaliseRange(sample, bad)).toThrow(AppError);
	});

	it('is its own normal form and does not depend on direction', () => {
		fc.assert(
			fc.property(blocksAndRange, ({ blocks, made }) => {
				const normal = normalOrNull(blocks, made);
				const reversed = range(made.endOrdinal, made.endOffset, made.startOrdinal, made.startOffset);
				expect(normalOrNull(blocks, reversed)).toEqual(normal);
				if (normal) expect(normaliseRange(blocks, normal)).toEqual(normal);
			}),
		);
	});
});

describe('describeTarget', () => {
	it('keeps the words and their surroundings', () => {
		expect(describeTarget(sample, range(0, 6, 2, 5))).toEqual({
			...range(0, 6, 2, 5),
			exact: 'beta\ngamma',
			prefix: 'Alpha ',
			suffix: ' 😀 delta\nepsilon',
		});
	});

	it('works the same when blocks without text are left out', () => {
		const passages = sample.filter((block) => block.text);
		expect(describeTarget(passages, range(0, 6, 2, 5))).toEqual(describeTarget(sample, range(0, 6, 2, 5)));
	});

	it('drops the half of a pair that the 64 units of context would cut', () => {
		const blocks = toBlocks([`${'😀'.repeat(40)}x${'😀'.repeat(40)}`]);
		const odd = describeTarget(blocks, range(0, 80, 0, 81));
		expect([odd.prefix, odd.suffix]).toEqual(['😀'.repeat(32), '😀'.repeat(32)]);
		const shifted = describeTarget(toBlocks([`${'😀'.repeat(40)}abc${'😀'.repeat(40)}`]), range(0, 81, 0, 82));
		expect([shifted.prefix, shifted.suffix]).toEqual([`${'😀'.repeat(31)}a`, `c${'😀'.repeat(31)}`]);
	});

	it('gives prefix, exact and suffix as they stand in the whole text', () => {
		fc.assert(
			fc.property(blocksAndRange, ({ blocks, made }) => {
				const normal = normalOrNull(blocks, made);
				if (!normal) return;
				const { exact, prefix, suffix } = describeTarget(blocks, made);
				const whole = blocks
					.map((block) => block.text)
					.filter((text) => text.length > 0)
					.join('\n');
				const start = absolute(blocks, normal.startOrdinal, normal.startOffset);
				const end = absolute(blocks, normal.endOrdinal, normal.endOffset);
				expect(exact).toBe(whole.slice(start, end));
				expect(whole.slice(0, start).endsWith(prefix)).toBe(true);
				expect(whole.slice(end).startsWith(suffix)).toBe(true);
				expect(prefix.length).toBeGreaterThanOrEqual(Math.min(start, 63));
				expect(suffix.length).toBeGreaterThanOrEqual(Math.min(whole.length - end, 63));
				for (const text of [exact, prefix, suffix]) expect(text).not.toMatch(/\p{Surrogate}/u);
			}),
		);
	});
});

describe('partWithin and textOfRange', () => {
	it('cover exactly the units that the range holds', () => {
		fc.assert(
			fc.property(blocksAndRange, ({ blocks, made }) => {
				const normal = normalOrNull(blocks, made);
				if (!normal) return;
				const held = blocks.map(
					({ ordinal, text }) =>
						[...text.split('').keys()].filter((offset) => rangeHolds(normal, { ordinal, offset })).length,
				);
				const covered = blocks.map((block) => {
					const part = partWithin(normal, block);
					return part ? part.end - part.start : 0;
				});
				expect(covered).toEqual(held);
				expect(textOfRange(blocks, normal).replaceAll('\n', '').length).toBeLessThanOrEqual(
					held.reduce((sum, count) => sum + count, 0),
				);
			}),
		);
	});
});

describe('textOfRange', () => {
	it('puts between passages what it is told to', () => {
		const blocks = ['one two', '', 'three'].map((text, ordinal) => ({ ordinal, text }));
		expect(textOfRange(blocks, range(0, 4, 2, 5))).toBe('two\nthree');
		expect(textOfRange(blocks, range(0, 4, 2, 5), '\n\n')).toBe('two\n\nthree');
	});
});

describe('compareRanges and rangesOverlap', () => {
	it('put an outer range before an inner one', () => {
		const ranges = [range(0, 2, 0, 4), range(0, 0, 2, 1), range(0, 0, 0, 5)];
		expect(ranges.toSorted(compareRanges)).toEqual([range(0, 0, 2, 1), range(0, 0, 0, 5), range(0, 2, 0, 4)]);
	});

	it('tell sharing from touching', () => {
		expect(rangesOverlap(range(0, 0, 0, 3), range(0, 3, 0, 5))).toBe(false);
		expect(rangesOverlap(range(0, 0, 2, 1), range(0, 3, 0, 5))).toBe(true);
		expect(rangesOverlap(range(0, 0, 0, 3), { ...range(0, 0, 0, 3), editionId: 'b' as EditionId })).toBe(false);
	});

	it('agree with the units held by both', () => {
		fc.assert(
			fc.property(texts, fc.infiniteStream(fc.nat({ max: 40 })), (list, numbers) => {
				const blocks = toBlocks(list);
				const next = () => numbers.next().value ?? 0;
				const any = () => {
					const [a, c] = [next() % list.length, next() % list.length];
					return range(a, next() % ((list[a]?.length ?? 0) + 1), c, next() % ((list[c]?.length ?? 0) + 1));
				};
				const [one, two] = [normalOrNull(blocks, any()), normalOrNull(blocks, any())];
				if (!one || !two) return;
				const shared = blocks.some(({ ordinal, text }) =>
					[...text.split('').keys()].some(
						(offset) => rangeHolds(one, { ordinal, offset }) && rangeHolds(two, { ordinal, offset }),
					),
				);
				expect(rangesOverlap(one, two)).toBe(shared);
				expect(rangeHolds(one, startOf(one))).toBe(true);
			}),
		);
	});
});
