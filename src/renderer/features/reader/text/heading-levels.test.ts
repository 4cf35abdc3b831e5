import { describe, expect, it } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { headingLevels } from './heading-levels.ts';

const levels = (...given: number[]) => [
	...headingLevels(
		given.map((level, ordinal): StoredBlock => ({ kind: 'heading', text: 'Alpha', level, ordinal, number: null })),
	).values(),
];

describe('headingLevels', () => {
	it('begins at 2 and keeps what stands under what', () => {
		expect(levels(1, 2, 2, 1)).toEqual([2, 3, 3, 2]);
		expect(levels(3, 3, 4)).toEqual([2, 2, 3]);
	});

	it('skips no level, and goes no deeper than 6', () => {
		expect(levels(1, 4, 6, 2)).toEqual([2, 3, 4, 3]);
		expect(levels(4, 2, 3)).toEqual([2, 2, 3]);
		expect(levels(1, 2, 3, 4, 5, 6)).toEqual([2, 3, 4, 5, 6, 6]);
	});
});
