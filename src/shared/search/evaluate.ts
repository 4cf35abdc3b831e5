import type MiniSearch from 'minisearch';
import type { DocumentStore, StoredDocument } from './document-store.ts';
import type { Expansion, Lexicon } from './lexicon.ts';
import type { Clause } from './query-text.ts';

/** What MiniSearch is given of a document: its words, folded and joined by spaces. */
export interface IndexedText {
	key: string;
	text: string;
}

export interface Engine {
	miniSearch: MiniSearch<IndexedText>;
	lexicon: Lexicon;
	store: DocumentStore;
}

/** A document that answers a query, before anything narrows it. */
export interface Match {
	stored: StoredDocument;
	score: number;
}

interface ClauseMatch {
	/** Weight of the best word that answers the clause: what separates exact words from prefixes and near spellings. */
	weight: number;
	/** BM25 of all words that do. */
	relevance: number;
}

// A title or a name says more in a word than a passage does.
const kindBoost = { title: 2, name: 2, description: 1.2, note: 1.2, passage: 1 } as const;
// Relevance only orders what matched equally well: it is squeezed into a tenth of the scale of weights.
const relevanceShare = 0.1;
const relevanceScale = 40;

/**
 * The documents that answer the clauses: all of them, or any where none has all. Excluded words bind in both cases.
 * A query of exclusions only gives everything else.
 */
export function evaluate(engine: Engine, clauses: readonly Clause[]): { matches: Match[]; matched: 'all' | 'any' } {
	const wanted = clauses.filter((clause) => !clause.isExcluded).map((clause) => matchClause(engine, clause));
	const excluded = clauses.filter((clause) => clause.isExcluded).map((clause) => matchClause(engine, clause));
	const isExcluded = (key: string) => excluded.some((matches) => matches.has(key));
	const scored = (keys: Iterable<string>) =>
		[...keys].filter((key) => !isExcluded(key)).flatMap((key) => score(engine.store, key, wanted));
	if (clauses.length === 0) return { matches: [], matched: 'all' };
	if (wanted.length === 0) return { matches: scored(engine.store.documents.keys()), matched: 'all' };

	const [smallest, ...others] = [...wanted].sort((one, other) => one.size - other.size);
	const inAll = [...(smallest?.keys() ?? [])].filter((key) => others.every((matches) => matches.has(key)));
	const all = scored(inAll);
	if (all.length > 0 || wanted.length === 1) return { matches: all, matched: 'all' };
	return { matches: scored(new Set(wanted.flatMap((matches) => [...matches.keys()]))), matched: 'any' };
}

function score(store: DocumentStore, key: string, wanted: readonly Map<string, ClauseMatch>[]): Match[] {
	const stored = store.documents.get(key);
	if (!stored) return [];
	let weight = 0;
	let relevance = 0;
	for (const matches of wanted) {
		const match = matches.get(key);
		if (!match) continue;
		weight += match.weight;
		relevance += match.relevance;
	}
	const boosted = relevance * kindBoost[stored.document.kind];
	const total = weight / Math.max(1, wanted.length) + relevanceShare * Math.tanh(boosted / relevanceScale);
	return [{ stored, score: total }];
}

function matchClause(engine: Engine, clause: Clause): Map<string, ClauseMatch> {
	const expansions = clause.terms.map((_, position) => engine.lexicon.expand(clause, position));
	const [first, ...rest] = expansions.map((expansion) => matchWord(engine, expansion));
	if (!first || rest.length === 0) return first ?? new Map();
	const matches = new Map<string, ClauseMatch>();
	for (const [key, match] of first) {
		if (!rest.every((word) => word.has(key)) || !hasSequence(engine.store.documents.get(key), expansions)) continue;
		const relevance = rest.reduce((sum, word) => sum + (word.get(key)?.relevance ?? 0), match.relevance);
		matches.set(key, { weight: 1, relevance });
	}
	return matches;
}

function matchWord({ miniSearch }: Engine, expansion: ReadonlyMap<string, Expansion>): Map<string, ClauseMatch> {
	const matches = new Map<string, ClauseMatch>();
	if (expansion.size === 0) return matches;
	const weightOf = (term: string) => expansion.get(term)?.weight ?? 0;
	const results = miniSearch.search('expanded', { tokenize: () => [...expansion.keys()], boostTerm: weightOf });
	for (const { id, score, terms } of results) {
		let weight = 0;
		for (const term of terms) weight = Math.max(weight, weightOf(term));
		// MiniSearch multiplies by the number of different words that matched, which favours ten forms of one word.
		matches.set(id, { weight, relevance: score / terms.length });
	}
	return matches;
}

function hasSequence(
	stored: StoredDocument | undefined,
	expansions: readonly ReadonlyMap<string, Expansion>[],
): boolean {
	if (!stored) return false;
	const wanted = expansions.map((expansion) => new Set([...expansion.values()].map(({ id }) => id)));
	const { termIds } = stored;
	for (let at = 0; at + wanted.length <= termIds.length; at++) {
		if (wanted.every((ids, offset) => ids.has(termIds[at + offset] ?? -1))) return true;
	}
	return false;
}
