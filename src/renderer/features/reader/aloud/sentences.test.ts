import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestSentence, sentencesOf } from './sentences.ts';

const said = (text: string, language = 'en') =>
	sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
	it('ends sentences as each script does', () => {
		expect(said('One sample.  Two samples? Three!')).toEqual(['One sample.', 'Two samples?', 'Three!']);
		expect(said('Первый пример. Второй пример.', 'ru')).toEqual(['Первый пример.', 'Второй пример.']);
		expect(said('Առաջին օրինակ։ Երկրորդ օրինակ։', 'hy')).toEqual(['Առաջին օրինակ։', 'Երկրորդ օրինակ։']);
	});

	it('goes on after short words with a full stop', () => {
		expect(said('Dr. Sample wrote f. 57, op. 5. Then more.')).toEqual(['Dr. Sample wrote f. 57, op. 5.', 'Then more.']);
	});

	it('leaves out what cannot be said', () => {
		expect(said('* * *')).toEqual([]);
		expect(said('')).toEqual([]);
	});

	it('takes any tag for a language', () => {
		expect(said('Alpha. Beta.', 'no language at all')).toEqual(['Alpha.', 'Beta.']);
		expect(said('Alpha. Beta.', '')).toEqual(['Alpha.', 'Beta.']);
	});

	it('cuts what is too long at a pause', () => {
		const long = `${'word '.repeat(50)}end, ${'more '.repeat(40)}.`;
		const parts = said(long);
		expect(parts).toHaveLength(2);
		expect(parts[0]?.endsWith('end,')).toBe(true);
	});

	it('loses no word, keeps order, and says nothing too long, whatever the text', () => {
		const text = fc
			.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('. ', '? ', ', ', '\n', '😀', 'x'.repeat(700))))
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, (all) => {
				let at = 0;
				let rest = '';
				for (const { start, end } of sentencesOf(all, 'en')) {
					expect(start).toBeGreaterThanOrEqual(at);
					expect(end - start).toBeLessThanOrEqual(longestSentence);
					rest += all.slice(at, start);
					at = end;
				}
				expect(rest + all.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
			}),
		);
	});
});
