import { expect, test } from 'vitest';
import type { HitMark, SearchHit } from '#shared/search/search-query.ts';
import { foundWords } from './found-words.ts';

const text = 'one two, three and four five six';

function hitOf(words: readonly string[], from = 0): SearchHit {
	const marks = words.map((word): HitMark => {
		const start = text.indexOf(word);
		return [start, start + word.length, 'exact'];
	});
	const snippet = { text: text.slice(from), start: from, end: text.length, length: text.length, isWhole: from === 0 };
	return { kind: 'passage', editionId: 'sample', ordinal: 3, marks, snippet } as SearchHit;
}

test('the longest run of found words, over the signs between them', () => {
	expect(foundWords(hitOf(['one', 'two', 'three', 'six']))?.words).toBe('one two, three');
	expect(foundWords(hitOf(['two', 'six']))?.words).toBe('two');
	expect(foundWords(hitOf(['three', 'five', 'six']))?.words).toBe('five six');
});

test('places are those of the whole text, whatever part of it is shown', () => {
	const found = foundWords(hitOf(['four', 'five'], text.indexOf('and')));
	const start = text.indexOf('four');
	expect(found?.words).toBe('four five');
	expect(found?.range).toMatchObject({ startOrdinal: 3, startOffset: start, endOffset: start + 9 });
});

test('nothing for a hit that is no passage, or without words', () => {
	expect(foundWords({ ...hitOf(['one']), kind: 'note' })).toBeNull();
	expect(foundWords(hitOf([]))).toBeNull();
});
