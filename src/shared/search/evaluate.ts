import type MiniSearch from 'minisearch';
import type { DocumentStore, StoredDocument } from './document-store.ts';
import type { Expander } from './expander.ts';
import type { Expansion, Lexicon } from './lexicon.ts';
import type { NumberRuns } from './number-runs.ts';
import { type MatchKind, matchKinds } from './search-query.ts';

/** What MiniSearch is given of a document: its words, folded and joined by spaces. */
export interface IndexedText {
	key: string;
	text: string;
}

export interface Engine {
	miniSearch: MiniSearch<IndexedText>;
	lexicon: Lexicon;
	/** That of the query that is asked now. */
	expander: Expander;
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

/** How the words of a document answer a word of the query. */
export interface WordMatch {
	/** Weight of the best that does: what separates exact words from prefixes and near spellings. */
	weight: number;
	how: MatchKind;
	/** BM25 of all that do. */
	relevance: number;
}

const fewestBroadUses = 1000;

/** The documents that have a word, in any form that the lexicon gave for it. */
export function matchWord(engine: Engine, expansion: ReadonlyMap<string, Expansion>): Map<string, WordMatch> {
	if (isBroad(engine.store, expansion)) return scanForWords(engine, expansion);
	const matches = new Map<string, WordMatch>();
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
function scanForWords({ store, lexicon }: Engine, expansion: ReadonlyMap<string, Expansion>): Map<string, WordMatch> {
	const { gradeOf, grades } = gradeWords(expansion, lexicon.nextId);
	const matches = new Map<string, WordMatch>();
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
		const known = grades.findIndex((grade) => grade.weight === weight && grade.how === how);
		gradeOf[id] = known > 0 ? known : grades.push({ weight, how }) - 1;
	}
	return { gradeOf, grades };
}

function better(one: Expansion | undefined, other: Expansion | undefined): Expansion | undefined {
	return one && (!other || one.weight >= other.weight) ? one : other;
}

/** The kind of match that is further from what was asked. */
export function worse(one: MatchKind, other: MatchKind): MatchKind {
	return matchKinds.indexOf(one) > matchKinds.indexOf(other) ? one : other;
}
