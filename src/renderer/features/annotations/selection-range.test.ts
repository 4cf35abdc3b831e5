import { describe, expect, it } from 'vitest';
import type { EditionId } from '#shared/domain/ids.ts';
import { rangeToMark, wholePassage } from './selection-range.ts';

const editionId = 'edition-a' as EditionId;
const blocks = ['alpha beta  ', '', '  gamma', '   '].map((text, ordinal) => ({ ordinal, text }));
const mark = (a: number, b: number, c: number, d: number) => {
	const range = rangeToMark(blocks, editionId, { ordinal: a, offset: b }, { ordinal: c, offset: d });
	return range && [range.startOrdinal, range.startOffset, range.endOrdinal, range.endOffset];
};

describe('rangeToMark', () => {
	it('leaves out white space at the ends', () => {
		expect(mark(0, 5, 0, 11)).toEqual([0, 6, 0, 10]);
		expect(mark(0, 0, 2, 1)).toEqual([0, 0, 0, 10]);
		expect(mark(0, 10, 2, 7)).toEqual([2, 2, 2, 7]);
	});

	it('is null where nothing but white space is left', () => {
		expect(mark(0, 10, 0, 12)).toBeNull();
		expect(mark(0, 10, 2, 2)).toBeNull();
		expect(mark(0, 3, 0, 3)).toBeNull();
	});
});

describe('wholePassage', () => {
	it('covers the words of a passage and nothing of an empty one', () => {
		expect(wholePassage(blocks, editionId, 2)).toMatchObject({ startOffset: 2, endOffset: 7 });
		expect(wholePassage(blocks, editionId, 1)).toBeNull();
		expect(wholePassage(blocks, editionId, 3)).toBeNull();
	});
});
