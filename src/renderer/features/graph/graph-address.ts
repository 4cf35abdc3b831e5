import { mostSteps } from '#shared/domain/graph.ts';

/** What the graph is narrowed to, in its address: a thing, and how many steps around it. */
export interface GraphSearch {
	around?: string;
	steps?: number;
}

export function readGraphSearch({ around, steps }: Record<string, unknown>): GraphSearch {
	if (typeof around !== 'string' || around === '') return {};
	const isCount = Number.isSafeInteger(steps) && Number(steps) >= 1 && Number(steps) <= mostSteps;
	return { around, steps: isCount ? Number(steps) : 1 };
}
