import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLexicon } from './lexicon.ts';
import { findHits } from './marks.ts';
import { parseQuery } from './query/query-clauses.ts';
import { isWithinEdits, matchOf } from './spelling.ts';

test('finds hits with how they match', () => {
	const text = 'Alpha alphabet alpah beta';
	const found = findHits(text, 'alpha').map(([start, end, how]) => [text.slice(start, end), how]);
	expect(found).toEqual([
		['Alpha', 'exact'],
		['alphabet', 'prefix'],
	]);
	expect(findHits(text, 'alphe ').map(([start, end]) => text.slice(start, end))).toEqual(['Alpha']);
	expect(findHits(text, '')).toEqual([]);
});

test('edit distance agrees with the textbook', () => {
	function distance(one: string, other: string): number {
		if (one === '' || other === '') return one.length + other.length;
		const rest = distance(one.slice(1), other.slice(1)) + Number(one[0] !== other[0]);
		return Math.min(rest, distance(one.slice(1), other) + 1, distance(one, other.slice(1)) + 1);
	}
	const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
	fc.assert(
		fc.property(short, short, fc.nat(3), (one, other, most) => {
			expect(isWithinEdits(one, other, most)).toBe(distance(one, other) <= most);
		}),
	);
});

test('the lexicon widens a word to exactly the words that would be marked', () => {
	const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 });
	fc.assert(
		fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, fc.boolean(), (terms, query, isFinished) => {
			const lexicon = createLexicon();
			for (const term of terms) lexicon.add(term, term);
			const [clause] = parseQuery(isFinished ? `${query} ` : query);
			if (!clause) throw new Error('no clause');
			const widened = Object.fromEntries([...lexicon.expand(clause, 0)].map(([term, { how }]) => [term, how]));
			const marked = terms.flatMap((term) => {
				const how = matchOf(clause, 0, term);
				return how ? [[term, how]] : [];
			});
			expect(widened).toEqual(Object.fromEntries(marked));
		}),
		{ numRuns: 300 },
	);
});
