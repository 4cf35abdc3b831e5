import { describe, expect, it } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { findWords, mostMatches } from './find-words.ts';

const blocks = (...texts: string[]): StoredBlock[] =>
	texts.map((text, ordinal) => ({ kind: 'paragraph', text, ordinal, number: null }));
const find = (words: string, ...texts: string[]) =>
	findWords(blocks(...texts), words).map(({ ordinal, start, end }) => [ordinal, start, end]);

describe('findWords', () => {
	it('finds without regard to case, in several scripts', () => {
		expect(find('ALPHA', 'an alpha, Alpha', 'beta')).toEqual([
			[0, 3, 8],
			[0, 10, 15],
		]);
		expect(find('հայ', 'ՀԱՅ')).toEqual([[0, 0, 3]]);
	});

	it('takes signs as they are, and white space across a line break', () => {
		expect(find('a.b (c) [d] x-y/z', 'a.b (c)\n[d]  x-y/z')).toEqual([[0, 0, 18]]);
		expect(find('a.b', 'axb')).toEqual([]);
	});

	it('finds nothing for nothing, and stops counting', () => {
		expect(find('  ', 'alpha')).toEqual([]);
		expect(find('a', 'a'.repeat(mostMatches + 10))).toHaveLength(mostMatches);
	});
});
