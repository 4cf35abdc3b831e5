import { parseArgs } from 'node:util';
import { allEngines, engineNamed } from '../engines/all-engines.ts';
import type { BenchEngine } from '../engines/bench-engine.ts';
import { type QuerySeed, querySeeds } from '../queries/make-queries.ts';

export interface BenchOptions {
	/** Numbers of passages, the smallest first. */
	sizes: number[];
	engines: BenchEngine[];
	/** That of the corpus. */
	seed: number;
	querySeed: QuerySeed;
	queriesPerClass: number;
	rounds: number;
	/** How many fresh processes; 0 leaves the cold start out. */
	coldStarts: number;
	/** Names of the engines whose indexes are built again. */
	rebuilt: string[];
	/** Where the figures are written; null for a file of its own in the cache. */
	json: string | null;
}

export const usage = `npm run bench:search -- [OPTION…]
  --sizes 10k,100k     numbers of passages: 1k, 10k, 100k, 1M (10k)
  --engines NAME,…     of ${allEngines.map(({ name }) => name).join(', ')} (all)
  --seed N             of the corpus (1)
  --held-out           asks the queries that nothing was tuned on
  --queries N          of each class (100)
  --rounds N           (5)
  --cold N             fresh processes for the cold start, warm and evicted (3)
  --rebuild NAME,…     builds these engines' indexes again
  --json FILE          writes the figures there`;

export function readOptions(args: readonly string[]): BenchOptions {
	const { values } = parseArgs({
		args: [...args],
		options: {
			...{ sizes: { type: 'string', default: '10k' }, engines: { type: 'string' } },
			...{ seed: { type: 'string', default: '1' }, 'held-out': { type: 'boolean', default: false } },
			...{ queries: { type: 'string', default: '100' }, rounds: { type: 'string', default: '5' } },
			...{ cold: { type: 'string', default: '3' }, rebuild: { type: 'string' }, json: { type: 'string' } },
		},
	});
	return {
		sizes: listOf(values.sizes)
			.map(sizeOf)
			.sort((one, other) => one - other),
		engines: values.engines === undefined ? [...allEngines] : listOf(values.engines).map(engineNamed),
		seed: numberOf(values.seed),
		querySeed: values['held-out'] ? 'held out' : 'tuning',
		queriesPerClass: numberOf(values.queries),
		rounds: numberOf(values.rounds),
		coldStarts: numberOf(values.cold),
		rebuilt: listOf(values.rebuild ?? '').map((name) => engineNamed(name).name),
		json: values.json ?? null,
	};
}

export function seedOf({ querySeed }: BenchOptions): number {
	return querySeeds[querySeed];
}

function listOf(text: string): string[] {
	return text.split(',').filter((each) => each !== '');
}

function sizeOf(text: string): number {
	const [, digits = '', unit = ''] = /^(\d+)(k|m)?$/i.exec(text) ?? [];
	return numberOf(digits) * ({ k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1);
}

function numberOf(text: string): number {
	const number = Number(text);
	if (text === '' || !Number.isInteger(number) || number < 0) throw new RangeError(`“${text}” is no number\n${usage}`);
	return number;
}
