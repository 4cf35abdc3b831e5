import { expect, test } from 'vitest';
import { wordsOf } from '#shared/search/words.ts';
import type { CorpusPassage } from '../corpus/corpus-file.ts';
import { artificialPassages } from '../corpus/passages.ts';
import { type QueryClass, queryClasses } from './bench-query.ts';
import { makeQueries } from './make-queries.ts';

const passages: CorpusPassage[] = [];
for (const passage of artificialPassages(5)) {
	if (passage.number === 1000) break;
	passages.push({ ...passage, terms: wordsOf(passage.text).map(({ term }) => term) });
}
const queries = makeQueries(passages, 1, 40);
const of = (wanted: QueryClass) => queries.filter((query) => query.class === wanted);
const answers = (words: readonly string[]) =>
	passages.filter(({ terms }) => words.every((word) => terms.includes(word)));

test('a seed always gives the same queries, as many of each class', () => {
	expect(makeQueries(passages, 1, 40)).toEqual(queries);
	expect(makeQueries(passages, 2, 40)).not.toEqual(queries);
	for (const each of queryClasses) expect(of(each)).toHaveLength(40);
});

test('what is asked is there', () => {
	for (const { words } of [...of('single'), ...of('three words')]) expect(answers(words)).not.toEqual([]);
	for (const { words } of of('phrase')) {
		expect(words.length).toBeGreaterThan(1);
		expect(passages.some(({ terms }) => ` ${terms.join(' ')} `.includes(` ${words.join(' ')} `))).toBe(true);
	}
	for (const { words, filter } of of('filter')) {
		const found = answers(words).filter(({ kind, language, date }) => {
			const year = Number(date.slice(0, 4));
			const { from, to } = filter?.years ?? { from: year, to: year };
			return (
				kind === (filter?.kind ?? kind) && language === (filter?.language ?? language) && from <= year && year <= to
			);
		});
		expect(found).not.toEqual([]);
	}
});

test('prefixes begin words', () => {
	for (const { words, isPrefix } of [...of('prefix'), ...of('word, prefix')]) {
		expect(isPrefix).toBe(true);
		expect(passages.some(({ terms }) => terms.some((term) => term.startsWith(words.at(-1) ?? '?')))).toBe(true);
	}
});

test('rare words are asked as well as frequent ones', () => {
	const counts = of('single').map(({ words }) => answers(words).length);
	expect(Math.min(...counts)).toBe(1);
	expect(Math.max(...counts)).toBeGreaterThan(passages.length / 200);
	expect(Math.max(...counts)).toBeLessThanOrEqual(passages.length / 50);
});
