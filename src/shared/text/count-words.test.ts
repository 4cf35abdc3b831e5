import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.ts';

describe('counting words', () => {
	it.each([
		['', 0],
		['alpha beta', 2],
		["can't well-known 12", 3],
		['- alpha’s', 1],
		['Ալֆա, бета; გამა', 3],
		['e\u0301te\u0301 𝒳𝒴 😀', 2],
	])('finds in %j %i', (text, count) => {
		expect(countWords(text)).toBe(count);
	});

	it('counts what the expression for a word finds', () => {
		const unit = fc.constantFrom('a', 'я', '7', '\u0301', "'", '’', '-', '\u00ad', ' ', '.', '𝒳', '😀', '\ud835');
		const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad'’-]*/gu;
		fc.assert(
			fc.property(fc.string({ unit }), (text) => {
				expect(countWords(text)).toBe(text.match(word)?.length ?? 0);
			}),
		);
	});
});
