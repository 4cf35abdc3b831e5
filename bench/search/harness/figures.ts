import { median, percentile } from '../../figures/distribution.ts';
import type { QueryClass } from '../queries/bench-query.ts';
import type { EngineAnswers, QueryAnswer } from './latency.ts';

export interface Spread {
	p50: number;
	p95: number;
}

/** The times of one class of queries, in milliseconds. */
export interface ClassFigures {
	/** Over the best round of each query: what the engine can do. */
	best: Spread;
	/** Over all rounds of all queries: what somebody would have met. */
	pooled: Spread;
}

/** Null where the engine answers none of the class. */
export function figuresOf({ answers }: EngineAnswers, queryClass: QueryClass): ClassFigures | null {
	const ofClass = answers.filter((answer) => answer.class === queryClass);
	if (ofClass.length === 0) return null;
	return {
		best: spread(ofClass.map(({ millis }) => Math.min(...millis))),
		pooled: spread(ofClass.flatMap(({ millis }) => millis)),
	};
}

function spread(millis: readonly number[]): Spread {
	return { p50: median(millis), p95: percentile(millis, 0.95) };
}

/**
 * How much of another engine's first ten is in one's own, over the queries of a class that both answer and at least one
 * finds something for; null where there is none.
 */
export function overlapOf(one: EngineAnswers, other: EngineAnswers, queryClass: QueryClass): number | null {
	const known = new Map(other.answers.map((answer) => [answer.query, answer]));
	const shares = one.answers
		.filter((answer) => answer.class === queryClass)
		.flatMap((answer) => {
			const same = known.get(answer.query);
			return same ? shareOf(answer, same) : [];
		});
	return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** How many queries one engine counts more or fewer answers for than another, of those that both count. */
export function differingTotals(
	one: EngineAnswers,
	other: EngineAnswers,
): { differing: number; compared: number } | null {
	const known = new Map(other.answers.map((answer) => [answer.query, answer.total]));
	// Which spellings are near is each engine's own.
	const pairs = one.answers
		.filter(({ query, total }) => !query.isNear && total !== null && typeof known.get(query) === 'number')
		.map(({ query, total }) => total !== known.get(query));
	return pairs.length === 0 ? null : { differing: pairs.filter(Boolean).length, compared: pairs.length };
}

function shareOf({ ids }: QueryAnswer, other: QueryAnswer): number[] {
	const most = Math.max(ids.length, other.ids.length);
	return most === 0 ? [] : [ids.filter((id) => other.ids.includes(id)).length / most];
}
