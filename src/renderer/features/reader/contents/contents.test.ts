import { describe, expect, it } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { estimateWordsLeft, timeToRead } from '../reading-time.ts';
import { contentsOf, currentEntry } from './contents.ts';

const block = (ordinal: number, fields: Partial<StoredBlock>): StoredBlock => ({
	kind: 'paragraph',
	text: 'alpha beta gamma',
	ordinal,
	number: null,
	...fields,
});
const blocks = [
	block(0, { kind: 'title', text: 'Sample letter' }),
	block(1, {}),
	block(2, { kind: 'heading', level: 2, text: 'First\npart' }),
	block(3, {}),
	block(4, { kind: 'heading', level: 3, text: 'Inner part' }),
	block(5, { kind: 'heading', level: 2, text: '' }),
];

describe('contents', () => {
	it('lists headings on one line each, the highest level in use at depth 1', () => {
		expect(contentsOf(blocks)).toEqual([
			{ ordinal: 2, text: 'First part', depth: 1, parent: -1, position: 1, siblings: 1 },
			{ ordinal: 4, text: 'Inner part', depth: 2, parent: 0, position: 1, siblings: 1 },
		]);
		expect(contentsOf([])).toEqual([]);
	});

	it('knows what stands under what, whatever levels are skipped', () => {
		const levels = [3, 1, 4, 4, 2, 1];
		const headings = levels.map((level, ordinal) =>
			block(ordinal, { kind: 'heading', level, text: `Part ${ordinal}` }),
		);
		expect(contentsOf(headings).map(({ depth, parent }) => [depth, parent])).toEqual([
			[1, -1],
			[1, -1],
			[2, 1],
			[2, 1],
			[2, 1],
			[1, -1],
		]);
		expect(contentsOf(headings).map(({ position, siblings }) => [position, siblings])).toEqual([
			[1, 3],
			[2, 3],
			[1, 3],
			[2, 3],
			[3, 3],
			[3, 3],
		]);
	});

	it('knows the heading above a passage', () => {
		const entries = contentsOf(blocks);
		expect(currentEntry(entries, 1)).toBe(-1);
		expect(currentEntry(entries, 3)).toBe(0);
		expect(currentEntry(entries, 9)).toBe(1);
	});
});

describe('reading time', () => {
	it('tells the words that are left from how much of the text is', () => {
		expect(estimateWordsLeft([10, 0, 30, 60], 20)).toEqual([20, 18, 18, 12]);
		expect(estimateWordsLeft([0, 0], 0)).toEqual([0, 0]);
		expect([0, 238, 2380, 238 * 119].map(timeToRead)).toEqual([1, 1, 10, 119].map((minutes) => ({ minutes })));
		expect([238 * 120, 238 * 8363].map(timeToRead)).toEqual([{ hours: 2 }, { hours: 139 }]);
	});
});
