// How well names are found across scripts and forms, by the product's own engine on a set of names outside the project:
// `npm run bench:names -- [--dir DIR] [--set NAME] [--k N]`. The table of known names is left out, so that the figures are the
// engine's; `--known` takes it in.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

/** What score.mjs of a set gives each engine to index, and what it calls. */
interface NamedText {
	id: number;
	text: string;
	lang: string;
}
interface ScoredEngine {
	search(query: string, most: number): number[];
}
type Figures = Record<string, number | null>;
type Score = (
	engine: { create(names: readonly NamedText[]): Promise<ScoredEngine> },
	options: { set: string; sentences: boolean; k: number },
) => Promise<Figures>;

const aims = [
	['cross-script recall@k', 'cross_recall10', 0.9],
	['precision@k', 'precision10', 0.78],
	['MRR', 'mrr_cross', 0.92],
	['exact first', 'exact_first', 0.985],
	['inflected, same script R@50', 'inflected_same_recall50', 0.97],
	['inflected, cross-script R@50', 'inflected_cross_recall50', 0.85],
] as const;

const shared = path.join(path.resolve(process.env.LECTERN_SHARED ?? '../shared'), 'eval/names');
const { values } = parseArgs({
	options: {
		dir: { type: 'string' },
		set: { type: 'string' },
		k: { type: 'string' },
		close: { type: 'boolean' },
		known: { type: 'boolean' },
	},
});
const { dir = shared, set = 'dev', k = '10', close = false, known = false } = values;

printLoad('before');
const figures = await score(path.resolve(dir), { set, k: Number(k), sentences: false });
const cell = (value: number | null | undefined) => (typeof value === 'number' ? value.toFixed(3) : '–');
printTable(
	[`${set}, k = ${k}${close ? ', close matches only' : ''}${known ? ', with the table' : ''}`, 'reached', 'aim'],
	aims.map(([title, key, aim]) => [title, cell(figures[key]), aim.toFixed(3)]),
);
printTable(
	['besides', 'figure'],
	[
		['queries', String(figures.queries)],
		['same-script variants, recall@k', cell(figures.same_script_variant_recall10)],
		['query p50', `${figures.q_ms_p50} ms`],
		['query p95', `${figures.q_ms_p95} ms`],
		['typing p95', `${figures.typing_ms_p95} ms`],
		['indexing', `${figures.build_ms} ms for ${figures.docs} names`],
	],
);
printAim('every figure at least its aim, on names that nothing was tuned on');
printLoad('after');

/** By the set's own rules: its score.mjs, or that of the shared set, which reads the set from EVAL_DIR. */
async function score(folder: string, options: { set: string; k: number; sentences: boolean }): Promise<Figures> {
	const withAll = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-names-'));
	try {
		for (const name of [`${options.set}.json`, 'distractors.json', 'score.mjs']) {
			const own = path.join(folder, name);
			fs.copyFileSync(fs.existsSync(own) ? own : path.join(shared, name), path.join(withAll, name));
		}
		process.env.EVAL_DIR = withAll;
		const module: { score: Score } = await import(
			/* @vite-ignore */ pathToFileURL(path.join(withAll, 'score.mjs')).href
		);
		return await module.score({ create: indexNames }, options);
	} finally {
		fs.rmSync(withAll, { recursive: true, force: true });
	}
}

/** Each spelling is a name of its own in an archive of nothing else: that two belong together is for the engine to find. */
async function indexNames(names: readonly NamedText[]): Promise<ScoredEngine> {
	const index = createSearchIndex();
	if (known) index.learn(knownGroups());
	index.put(
		names.map(({ id, text }) => ({ id: String(id), title: text, recordKind: '', dateEdtf: '', holding: '' })),
		names.map(({ id, text, lang }) => ({
			...{ key: String(id), ownerId: String(id), kind: 'name', text },
			language: lang === '?' ? 'und' : lang,
			forms: [text],
		})),
	);
	return {
		search: (text, limit) => index.search({ text, close }, { offset: 0, limit }).hits.map((hit) => Number(hit.ownerId)),
	};
}
