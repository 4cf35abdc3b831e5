import { expect, test } from 'vitest';
import { comparedWords, scores, scoreText } from './word-score.ts';

const score = (typed: string, text: string) => scoreText(comparedWords(typed), comparedWords(text));

test.each([
	['Sample letter', 'sample LETTER', scores.whole],
	['sam', 'Sample letter', scores.start],
	['let sam', 'Sample letter', scores.words],
	['etter', 'Sample letter', scores.part],
	['İsmayil', 'ismayıl', scores.whole],
	['x', 'Sample letter', 0],
	['', 'Sample letter', 0],
	['sample order', 'Sample letter', 0],
])('%s in %s', (typed, text, expected) => {
	expect(score(typed, text)).toBe(expected);
});
