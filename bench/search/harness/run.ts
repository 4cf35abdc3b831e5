import fs from 'node:fs';
import path from 'node:path';
import { printLoad } from '../../figures/print.ts';
import { type Corpus, type CorpusPassage, ensureCorpus, readCorpus } from '../corpus/corpus-file.ts';
import { makeQueries, passagesToDrawFrom } from '../queries/make-queries.ts';
import { ensureIndex } from './index-store.ts';
import { measureEngines } from './measure-engines.ts';
import { type BenchOptions, seedOf } from './options.ts';
import { benchCache } from './places.ts';
import { printCosts, printLatencies, printOverlaps, printRatios, reportAsJson } from './report.ts';

/** Every size, one after the other: all tables printed, all figures written to a file. */
export async function runSearchBench(options: BenchOptions): Promise<void> {
	printLoad('before');
	for (const engine of options.engines) engine.prepare?.();
	const { tookSeconds, ...whole } = ensureCorpus(benchCache, options.seed, Math.max(...options.sizes));
	if (tookSeconds !== null) console.log(`corpus: ${whole.count} passages written in ${tookSeconds.toFixed(1)} s`);
	const results: Record<string, unknown> = {};
	for (const count of options.sizes) results[count] = await measureSize({ ...whole, count }, options);
	printLoad('after');
	const file = options.json ?? path.join(benchCache, `figures-${new Date().toISOString().replaceAll(':', '-')}.json`);
	const { sizes: _, engines, ...asked } = options;
	const written = { ...asked, engines: engines.map(({ name }) => name), results };
	fs.writeFileSync(file, JSON.stringify(written, null, '\t'));
	console.log(`all figures: ${file}`);
}

async function measureSize(corpus: Corpus, options: BenchOptions): Promise<unknown> {
	const engines = options.engines.filter(({ mostPassages = Infinity }) => corpus.count <= mostPassages);
	const leftOut = options.engines.filter((engine) => !engines.includes(engine));
	const indexes = [];
	for (const engine of engines) {
		indexes.push({ engine, index: await ensureIndex(engine, corpus, options.rebuilt.includes(engine.name)) });
	}
	const queries = makeQueries(firstOf(corpus), seedOf(options), options.queriesPerClass);
	const { engines: measured, loads } = await measureEngines(indexes, queries, options);
	const { rounds, querySeed } = options;
	console.log(
		`\n${corpus.count} passages, seed ${corpus.seed}, ${querySeed} queries, ${rounds} rounds; p50 / p95 in ms`,
	);
	if (leftOut.length > 0) console.log(`left out at this size: ${leftOut.map(({ name }) => name).join(', ')}`);
	printLatencies(measured, 'best', 'best of rounds');
	printLatencies(measured, 'pooled', 'all rounds');
	printRatios(measured);
	printOverlaps(measured);
	printCosts(measured, corpus.count);
	console.log(`load average while they answered: ${loads.map((load) => load.toFixed(2)).join(' to ')}`);
	return { loads, engines: reportAsJson(measured) };
}

function firstOf(corpus: Corpus): CorpusPassage[] {
	return [...readCorpus({ ...corpus, count: Math.min(corpus.count, passagesToDrawFrom) })];
}
