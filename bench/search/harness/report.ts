import { printTable } from '../../figures/print.ts';
import { oracle, yardsticks } from '../engines/all-engines.ts';
import { queryClasses } from '../queries/bench-query.ts';
import type { ColdStart } from './cold-start.ts';
import { type ClassFigures, differingTotals, figuresOf, overlapOf } from './figures.ts';
import type { BuiltIndex } from './index-store.ts';
import type { EngineAnswers } from './latency.ts';

/** All that was measured of one engine at one size. */
export interface EngineReport extends EngineAnswers {
	index: BuiltIndex;
	/** Null where no cold start was asked for. */
	cold: ColdStart | null;
	/** What the process grew by until all queries were answered. */
	memoryBytes: number;
}

const none = '–';

export function printLatencies(engines: readonly EngineAnswers[], which: keyof ClassFigures, title: string): void {
	printTable(
		[title, ...engines.map(({ engine }) => engine)],
		queryClasses.map((each) => [
			each,
			...engines.map((engine) => {
				const spread = figuresOf(engine, each)?.[which];
				return spread ? `${millis(spread.p50)} / ${millis(spread.p95)}` : none;
			}),
		]),
	);
}

/** How many times faster than each yardstick: 2 is half its time. */
export function printRatios(engines: readonly EngineAnswers[]): void {
	const measures = yardsticks.flatMap(({ name }) => engines.find(({ engine }) => engine === name) ?? []);
	const others = engines.filter((engine) => !measures.includes(engine) && engine.engine !== oracle.name);
	const pairs = others.flatMap((engine) => measures.map((measure) => ({ engine, measure })));
	if (pairs.length === 0) return;
	printTable(
		['times as fast, p95 of best', ...pairs.map(({ engine, measure }) => `${engine.engine} : ${measure.engine}`)],
		queryClasses.map((each) => [
			each,
			...pairs.map(({ engine, measure }) => {
				const [own, other] = [figuresOf(engine, each), figuresOf(measure, each)];
				return own && other ? (other.best.p95 / own.best.p95).toPrecision(3) : none;
			}),
		]),
	);
}

/** What share of MiniSearch's first ten each of the others has too. */
export function printOverlaps(engines: readonly EngineAnswers[]): void {
	const answersOfOracle = engines.find(({ engine }) => engine === oracle.name);
	if (!answersOfOracle) return;
	const others = engines.filter((engine) => engine !== answersOfOracle);
	printTable(
		['first ten as MiniSearch', ...others.map(({ engine }) => engine)],
		[
			...queryClasses.map((each) => [
				each,
				...others.map((other) => overlapOf(other, answersOfOracle, each)?.toFixed(3) ?? none),
			]),
			[
				'totals that differ',
				...others.map((other) => {
					const totals = differingTotals(other, answersOfOracle);
					return totals ? `${totals.differing} of ${totals.compared}` : none;
				}),
			],
		],
	);
}

export function printCosts(engines: readonly EngineReport[], passages: number): void {
	printTable(
		[
			...['costs', 'build', 'of it CPU', 'passages/s', 'index', 'open to first result', 'evicted', 'memory after it'],
			...['after all queries', 'bare runtime'],
		],
		engines.map(({ engine, index, cold, memoryBytes }) => [
			engine,
			`${index.buildSeconds.toFixed(1)} s${index.isFresh ? '' : ', earlier'}`,
			`${index.buildCpuSeconds.toFixed(1)} s`,
			(passages / index.buildSeconds).toFixed(0),
			megabytes(index.sizeBytes),
			...(cold
				? [`${millis(cold.warmMillis)} ms`, `${millis(cold.evictedMillis)} ms`, megabytes(cold.memoryBytes)]
				: [none, none, none]),
			megabytes(memoryBytes),
			cold ? `${millis(cold.runtimeMillis)} ms` : none,
		]),
	);
}

/** Everything that was measured, for a machine to read. */
export function reportAsJson(engines: readonly EngineReport[]): unknown {
	return engines.map(({ answers, ...rest }) => ({
		...rest,
		classes: Object.fromEntries(queryClasses.map((each) => [each, figuresOf({ answers, engine: rest.engine }, each)])),
		answers: answers.map(({ query, ids: _, ...answer }) => ({ ...answer, words: query.words, filter: query.filter })),
	}));
}

function millis(value: number): string {
	return value < 10 ? value.toPrecision(2) : value.toFixed(value < 100 ? 1 : 0);
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
