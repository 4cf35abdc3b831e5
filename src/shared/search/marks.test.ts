import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { createExpander } from './expander.ts';
import { createAliases } from './expansion/aliases.ts';
import { createNamePhrases } from './expansion/name-phrases.ts';
import { createWidener } from './expansion/widener.ts';
import { createLexicon } from './lexicon.ts';
import { findHits } from './marks.ts';
import { matchOf } from './match-of.ts';
import { parseQuery } from './query/query-clauses.ts';
import { widenings } from './search-query.ts';
import { wordsOf } from './words.ts';

test('finds hits with how they match', () => {
	const text = 'Alpha alphabet alpah beta';
	const found = findHits(text, 'alpha').map(([start, end, how]) => [text.slice(start, end), how]);
	expect(found).toEqual([
		['Alpha', 'exact'],
		['alphabet', 'prefix'],
	]);
	const widened = findHits(text, 'alphe ', { alphe: { alpha: 'near' } });
	expect(widened.map(([start, end, how]) => [text.slice(start, end), how])).toEqual([['Alpha', 'near']]);
	expect(findHits(text, '')).toEqual([]);
});

test('a phrase is marked by how the worst of its words matches', () => {
	const text = 'Alpha beta, alpha betas';
	const hows = findHits(text, '"alpha beta" ', { beta: { betas: 'form' } }).map(([, , how]) => how);
	expect(hows).toEqual(['exact', 'form']);
});

test('the expander gives exactly the words that would be marked', () => {
	const letters = fc.oneof(
		fc.string({ unit: fc.constantFrom('a', 'b', 'l', 'd'), minLength: 1, maxLength: 9 }),
		fc.constantFrom('Лавров', 'Лаврова', 'Լավրով', 'lavrov', 'letters', 'letter', 'Moskva', 'Moscow', 'Москва'),
	);
	const groups = [['Moscow', 'Moskva', 'Москва']];
	const names = { aliases: createAliases(groups), phrases: createNamePhrases(groups) };
	fc.assert(
		fc.property(
			fc.uniqueArray(letters, { maxLength: 40 }),
			letters,
			fc.boolean(),
			fc.subarray([...widenings]),
			fc.boolean(),
			(words, query, isFinished, without, isClose) => {
				const lexicon = createLexicon();
				for (const word of words) lexicon.addDocument(wordsOf(word), 'und', new Uint32Array(1));
				const expander = createExpander(createWidener([lexicon]), names, { isClose, without });
				const [clause] = parseQuery(isFinished ? `${query} ` : query);
				if (!clause) throw new Error('no clause');
				const { terms, prefix } = expander.expand(clause, 0);
				const begun = words.map(fold).filter((word) => prefix && word.startsWith(prefix.start));
				const given = Object.fromEntries([
					...begun.map((word) => [word, 'prefix']),
					...[...terms].map(([term, { how }]) => [term, how]),
				]);
				const marked = words.flatMap((word) => {
					const how = matchOf(clause, 0, fold(word), expander.widened);
					return how ? [[fold(word), how]] : [];
				});
				expect(given).toEqual(Object.fromEntries(marked));
				for (const how of Object.values(given)) expect(without).not.toContain(how);
			},
		),
		{ numRuns: 300 },
	);
});
