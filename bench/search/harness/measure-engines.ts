import os from 'node:os';
import type { BenchEngine } from '../engines/bench-engine.ts';
import type { BenchQuery } from '../queries/bench-query.ts';
import { measureColdStarts } from './cold-start.ts';
import { startHost } from './hosted-engine.ts';
import type { BuiltIndex } from './index-store.ts';
import { askAll, type EngineAnswers, type RunningEngine } from './latency.ts';
import type { EngineReport } from './report.ts';

export interface IndexedEngine {
	engine: BenchEngine;
	index: BuiltIndex;
}

interface Run {
	rounds: number;
	coldStarts: number;
}

/** All engines at one size: their answers in turn, then the cold start of each by itself. */
export async function measureEngines(
	indexed: readonly IndexedEngine[],
	queries: readonly BenchQuery[],
	{ rounds, coldStarts }: Run,
): Promise<{ engines: EngineReport[]; loads: number[] }> {
	const loads = [loadNow()];
	const answered = await askInTurn(indexed, queries, rounds);
	loads.push(loadNow());
	const engines: EngineReport[] = [];
	for (const { engine, index, ...answers } of answered) {
		const [query] = queries;
		const isCold = coldStarts > 0 && query !== undefined;
		const cold = isCold ? await measureColdStarts(engine, index.folder, query, coldStarts) : null;
		engines.push({ engine, index, cold, ...answers });
	}
	return { engines, loads };
}

async function askInTurn(
	indexed: readonly IndexedEngine[],
	queries: readonly BenchQuery[],
	rounds: number,
): Promise<(EngineAnswers & { index: BuiltIndex; memoryBytes: number })[]> {
	const running: (RunningEngine & { index: BuiltIndex; bytesBefore: number })[] = [];
	for (const { engine, index } of indexed) {
		const host = await startHost();
		const bytesBefore = await host.ask('memory', null);
		await host.ask('open', { engine: engine.name, folder: index.folder });
		running.push({ engine, index, host, bytesBefore });
	}
	const all = await askAll(running, queries, rounds);
	const answered = [];
	for (const [at, { engine, index, host, bytesBefore }] of running.entries()) {
		const memoryBytes = (await host.ask('memory', null)) - bytesBefore;
		await host.ask('close', null);
		await host.end();
		answered.push({ engine: engine.name, index, memoryBytes, answers: all[at]?.answers ?? [] });
	}
	return answered;
}

function loadNow(): number {
	return os.loadavg()[0] ?? 0;
}
