import { expect, test } from 'vitest';
import type { BenchQuery } from '../queries/bench-query.ts';
import { differingTotals, figuresOf, overlapOf } from './figures.ts';
import type { EngineAnswers, QueryAnswer } from './latency.ts';

const queries = Array.from({ length: 3 }, (): BenchQuery => {
	return { class: 'single', words: ['sample'], isPrefix: false, isPhrase: false, isNear: false, filter: null };
});

function answersOf(engine: string, rows: readonly Partial<QueryAnswer>[]): EngineAnswers {
	const answers = rows.flatMap((row, at): QueryAnswer[] => {
		const query = queries[at];
		return query ? [{ query, class: query.class, ids: [], total: null, millis: [], ...row }] : [];
	});
	return { engine, answers };
}

test('the best round of each query and all rounds are told apart', () => {
	const answers = answersOf('one', [{ millis: [5, 1, 9] }, { millis: [2, 2, 2] }, { millis: [30, 40, 3] }]);
	expect(figuresOf(answers, 'single')).toEqual({ best: { p50: 2, p95: 3 }, pooled: { p50: 3, p95: 40 } });
	expect(figuresOf(answers, 'phrase')).toBeNull();
});

test('overlap is the share of the longer list, over queries that found anything', () => {
	const one = answersOf('one', [{ ids: [1, 2, 3, 4] }, { ids: [] }, { ids: [7] }]);
	const other = answersOf('other', [{ ids: [2, 1, 5] }, { ids: [] }, { ids: [7] }]);
	expect(overlapOf(one, other, 'single')).toBe((2 / 4 + 1) / 2);
	expect(overlapOf(one, answersOf('none', []), 'single')).toBeNull();
});

test('totals are compared where both engines count', () => {
	const one = answersOf('one', [{ total: 3 }, { total: 4 }, { total: null }]);
	const other = answersOf('other', [{ total: 3 }, { total: 5 }, { total: 5 }]);
	expect(differingTotals(one, other)).toEqual({ differing: 1, compared: 2 });
	expect(differingTotals(one, answersOf('none', [{ total: null }]))).toBeNull();
});
