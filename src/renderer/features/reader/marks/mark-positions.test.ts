import { expect, test } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { placeHeights } from './mark-positions.ts';

const blocks = Array.from(
	{ length: 6 },
	(_, ordinal): StoredBlock => ({ kind: 'paragraph', text: 'x'.repeat(40), ordinal, number: ordinal + 1 }),
);
const boxes = [
	{ firstOrdinal: 1, topPx: 100, heightPx: 400 },
	{ firstOrdinal: 3, topPx: 500, heightPx: 300 },
];

test('a place stands in its section as far down as there is text before it', () => {
	const heightOf = placeHeights(boxes, blocks);
	expect(heightOf({ ordinal: 1, offset: 0 })).toBe(100);
	expect(heightOf({ ordinal: 1, offset: 20 })).toBe(140);
	expect(heightOf({ ordinal: 2, offset: 0 })).toBe(300);
	expect(heightOf({ ordinal: 3, offset: 0 })).toBe(500);
	expect(heightOf({ ordinal: 5, offset: 40 })).toBeCloseTo(740);
});

test('what stands before all sections, as a title does, is at the top', () => {
	expect(placeHeights(boxes, blocks)({ ordinal: 0, offset: 3 })).toBe(0);
	expect(placeHeights([], blocks)({ ordinal: 2, offset: 3 })).toBe(0);
});
