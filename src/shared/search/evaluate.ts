import type MiniSearch from 'minisearch';
import type { DocumentStore, StoredDocument } from './document-store.ts';
import type { Expansion, Lexicon } from './lexicon.ts';
import type { NumberRuns } from './number-runs.ts';
import type { Clause } from './query-text.ts';
import { type MatchKind, matchKinds } from './search-query.ts';

/** What MiniSearch is given of a document: its words, folded and joined by spaces. */
export interface IndexedText {
	key: string;
	text: string;
}

export interface Engine {
	miniSearch: MiniSearch<IndexedText>;
	lexicon: Lexicon;
	store: DocumentStore;
	termRuns: NumberRuns;
}

/** A document that answers a query, before anything narrows it. */
export interface Match {
	stored: StoredDocument;
	score: number;
	/** How the word of the query that matched worst did; null where only exclusions were asked. */
	how: MatchKind | null;
}

interface ClauseMatch {
	/** Weight of the best word that answers the clause: what separates exact words from prefixes and near spellings. */
	weight: number;
	how: MatchKind;
	/** BM25 of all words that do. */
	relevance: number;
}

// A title says more in a word than a passage does.
const kindBoost = { title: 2, name: 1, description: 1, note: 1.2, passage: 1 } as const;
// Relevance only orders what matched equally well: it is squeezed into a tenth of the scale of weights.
const relevanceShare = 0.1;
const relevanceScale = 40;
const fewestBroadUses = 1000;

/**
 * The documents that answer the clauses: all of them, or any where none has all. Excluded words bind in both cases.
 * A query of exclusions only gives everything else.
 */
export function evaluate(engine: Engine, clauses: readonly Clause[]): { matches: Match[]; matched: 'all' | 'any' } {
	const wanted = clauses.filter((clause) => !clause.isExcluded).map((clause) => matchClause(engine, clause));
	const excluded = clauses.filter((clause) => clause.isExcluded).map((clause) => matchClause(engine, clause));
	if (clauses.length === 0) return { matches: [], matched: 'all' };
	const scored = (keys: Iterable<string>, least: number) => score(engine.store, keys, { wanted, excluded, least });
	if (wanted.length === 0) return { matches: scored(engine.store.documents.keys(), 0), matched: 'all' };

	const smallest = wanted.reduce((least, next) => (next.size < least.size ? next : least));
	const all = scored(smallest.keys(), wanted.length);
	if (all.length > 0 || wanted.length === 1) return { matches: all, matched: 'all' };
	return { matches: scored(new Set(wanted.flatMap((matches) => [...matches.keys()])), 1), matched: 'any' };
}

interface ClauseMatches {
	wanted: readonly Map<string, ClauseMatch>[];
	excluded: readonly Map<string, ClauseMatch>[];
	/** How many of the wanted a document must answer. */
	least: number;
}

function score(store: DocumentStore, keys: Iterable<string>, { wanted, excluded, least }: ClauseMatches): Match[] {
	const found: Match[] = [];
	for (const key of keys) {
		const stored = store.documents.get(key);
		if (!stored || excluded.some((matches) => matches.has(key))) continue;
		let answered = 0;
		let weight = 0;
		let relevance = 0;
		let how: MatchKind | null = null;
		for (const matches of wanted) {
			const match = matches.get(key);
			if (!match) continue;
			answered += 1;
			weight += match.weight;
			relevance += match.relevance;
			how = how === null ? match.how : worse(how, match.how);
		}
		if (answered < least) continue;
		const boosted = relevance * kindBoost[stored.document.kind];
		const total = weight / Math.max(1, wanted.length) + relevanceShare * Math.tanh(boosted / relevanceScale);
		found.push({ stored, score: total, how });
	}
	return found;
}

function matchClause(engine: Engine, clause: Clause): Map<string, ClauseMatch> {
	const expansions = clause.terms.map((_, position) => engine.lexicon.expand(clause, position));
	const [first, ...rest] = expansions.map((expansion) => matchWord(engine, expansion));
	if (!first || rest.length === 0) return first ?? new Map();
	const matches = new Map<string, ClauseMatch>();
	for (const [key, match] of first) {
		if (!rest.every((word) => word.has(key)) || !hasSequence(engine.store.documents.get(key), expansions)) continue;
		const relevance = rest.reduce((sum, word) => sum + (word.get(key)?.relevance ?? 0), match.relevance);
		matches.set(key, { weight: 1, how: 'exact', relevance });
	}
	return matches;
}

function matchWord(engine: Engine, expansion: ReadonlyMap<string, Expansion>): Map<string, ClauseMatch> {
	if (isBroad(engine.store, expansion)) return scanForWords(engine, expansion);
	const matches = new Map<string, ClauseMatch>();
	if (expansion.size === 0) return matches;
	const weightOf = (term: string) => expansion.get(term)?.weight ?? 0;
	const results = engine.miniSearch.search('expanded', {
		tokenize: () => [...expansion.keys()],
		boostTerm: weightOf,
	});
	for (const { id, score, terms } of results) {
		let best: Expansion | undefined;
		for (const term of terms) best = better(best, expansion.get(term));
		if (!best) continue;
		// MiniSearch multiplies by the number of different words that matched, which favours ten forms of one word.
		matches.set(id, { weight: best.weight, how: best.how, relevance: score / terms.length });
	}
	return matches;
}

/**
 * Whether the words fill half of the texts, as the first letter or two of a word do: then rarity says nothing, and
 * reading all texts is faster (5 ms against 50 for 3,000 words in 10,000 passages).
 */
function isBroad(store: DocumentStore, expansion: ReadonlyMap<string, Expansion>): boolean {
	let uses = 0;
	for (const { useCount } of expansion.values()) uses += useCount;
	return uses > Math.max(fewestBroadUses, store.documents.size / 2);
}

// Every word of every text is read while somebody types: what each is worth is a byte, and all of them stay in the
// processor's cache.
function scanForWords({ store, lexicon }: Engine, expansion: ReadonlyMap<string, Expansion>): Map<string, ClauseMatch> {
	const { gradeOf, grades } = gradeWords(expansion, lexicon.nextId);
	const matches = new Map<string, ClauseMatch>();
	for (const [key, { termIds }] of store.documents) {
		let best = 0;
		let sum = 0;
		for (let at = 0; at < termIds.length; at++) {
			const grade = gradeOf[termIds[at] ?? 0] ?? 0;
			if (grade === 0) continue;
			const { weight } = grades[grade] ?? noGrade;
			sum += weight;
			if (weight > (grades[best] ?? noGrade).weight) best = grade;
		}
		const { weight, how } = grades[best] ?? noGrade;
		if (best > 0) matches.set(key, { weight, how, relevance: sum / Math.sqrt(termIds.length) });
	}
	return matches;
}

type Grade = Pick<Expansion, 'weight' | 'how'>;
const noGrade: Grade = { weight: 0, how: 'near' };

/** The few different weights there are, and by the number of every word which one it has; 0 is none. */
function gradeWords(
	expansion: ReadonlyMap<string, Expansion>,
	nextId: number,
): { gradeOf: Uint8Array; grades: Grade[] } {
	const gradeOf = new Uint8Array(nextId);
	const grades = [noGrade];
	for (const { id, weight, how } of expansion.values()) {
		const known = grades.findIndex((grade) => grade.weight === weight);
		gradeOf[id] = known > 0 ? known : grades.push({ weight, how }) - 1;
	}
	return { gradeOf, grades };
}

function better(one: Expansion | undefined, other: Expansion | undefined): Expansion | undefined {
	return one && (!other || one.weight >= other.weight) ? one : other;
}

function worse(one: MatchKind, other: MatchKind): MatchKind {
	return matchKinds.indexOf(one) > matchKinds.indexOf(other) ? one : other;
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
