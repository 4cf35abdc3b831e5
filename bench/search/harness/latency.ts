import type { BenchEngine } from '../engines/bench-engine.ts';
import type { BenchQuery, QueryClass } from '../queries/bench-query.ts';
import type { HostedEngine } from './hosted-engine.ts';

/** What one engine answered. */
export interface EngineAnswers {
	engine: string;
	/** A row for each query that it can answer. */
	answers: QueryAnswer[];
}

export interface QueryAnswer {
	query: BenchQuery;
	class: QueryClass;
	/** The first `limit`, best first. */
	ids: number[];
	total: number | null;
	/** One for each round. */
	millis: number[];
}

export interface RunningEngine {
	engine: BenchEngine;
	host: HostedEngine;
}

export const limit = 10;
const practiceEvery = 4;

/**
 * Asks every query of every engine, `rounds` times: first one engine, then the next, each query beginning with another
 * one, so that what else the machine does meets all alike. Some queries are asked before, untimed, for practice.
 */
export async function askAll(
	running: readonly RunningEngine[],
	queries: readonly BenchQuery[],
	rounds: number,
): Promise<EngineAnswers[]> {
	const all = running.map(({ engine, host }) => ({
		...{ engine: engine.name, host },
		answers: queries
			.filter((query) => engine.canAnswer(query))
			.map((query): QueryAnswer => ({ query, class: query.class, ids: [], total: null, millis: [] })),
	}));
	const rows = all.map(({ host, answers }) => ({ host, byQuery: new Map(answers.map((each) => [each.query, each])) }));
	for (const query of queries.filter((_, at) => at % practiceEvery === 0)) {
		for (const { host, byQuery } of rows) if (byQuery.has(query)) await host.ask('search', { query, limit });
	}
	for (let round = 0; round < rounds; round += 1) {
		for (const [at, query] of queries.entries()) {
			for (const { host, byQuery } of rotated(rows, at + round)) {
				const answer = byQuery.get(query);
				if (!answer) continue;
				const { ids, total, tookMillis } = await host.ask('search', { query, limit });
				answer.millis.push(tookMillis);
				Object.assign(answer, { ids, total });
			}
		}
	}
	return all.map(({ engine, answers }) => ({ engine, answers }));
}

function rotated<T>(values: readonly T[], by: number): T[] {
	const start = by % values.length;
	return [...values.slice(start), ...values.slice(0, start)];
}
