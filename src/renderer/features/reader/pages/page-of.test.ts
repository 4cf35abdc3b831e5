import { expect, test } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { firstOn, pageOf } from './page-of.ts';

const blocks: StoredBlock[] = [
	{ kind: 'paragraph', text: 'Alpha', page: 1 },
	{ kind: 'page-break', text: '', page: 2 },
	{ kind: 'paragraph', text: 'Beta', page: 2 },
	{ kind: 'paragraph', text: 'Gamma', page: 2 },
	{ kind: 'paragraph', text: 'Delta', page: 5 },
].map((block, ordinal) => ({ ...block, ordinal, number: null }) as StoredBlock);

test('a passage is on the page that it begins on', () => {
	expect([0, 2, 3, 4, 9].map((ordinal) => pageOf(blocks, ordinal))).toEqual([1, 2, 2, 5, 5]);
	expect(pageOf([], 0)).toBe(1);
});

test('a page begins with its first passage, or goes on with the one before', () => {
	expect([1, 2, 3, 5, 7].map((page) => firstOn(blocks, page))).toEqual([0, 2, 3, 4, 4]);
	expect(firstOn([], 1)).toBeNull();
});
