import { expect, test } from 'vitest';
import { durationWords } from './duration-words.ts';

test.each([
	['PT24H', '24 hours'],
	['P1DT2H', '1 day, 2 hours'],
	['P2M', '2 months'],
	['PT2M', '2 minutes'],
	['about a day', 'about a day'],
	['P', 'P'],
])('%s', (duration, words) => {
	expect(durationWords(duration)).toBe(words);
});
