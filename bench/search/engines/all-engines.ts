import type { BenchEngine } from './bench-engine.ts';
import { fts5Engine, fts5PrefixEngine } from './fts5-engine.ts';
import { miniSearchEngine } from './minisearch-engine.ts';
import { facetedEngine, productEngine } from './product-engine.ts';
import { xapianEngine } from './xapian-engine.ts';

/** In the order of the tables. */
export const allEngines: readonly BenchEngine[] = [
	productEngine,
	facetedEngine,
	miniSearchEngine,
	fts5Engine,
	fts5PrefixEngine,
	xapianEngine,
];

/** Whose first ten results the others' are compared with. */
export const oracle: BenchEngine = miniSearchEngine;

/** What the others are timed against. */
export const yardsticks: readonly BenchEngine[] = [fts5Engine, fts5PrefixEngine, xapianEngine];

export function engineNamed(name: string): BenchEngine {
	const engine = allEngines.find((known) => known.name === name);
	if (!engine) throw new RangeError(`no engine ${name}; there are ${allEngines.map((known) => known.name).join(', ')}`);
	return engine;
}
