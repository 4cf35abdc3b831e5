import MiniSearch from 'minisearch';
import type { SearchDocument, SearchOwner } from '../api/search-api.ts';
import type { Clause } from './clause.ts';
import { createDocumentStore, type StoredDocument } from './document-store.ts';
import type { Engine, IndexedText, Match } from './evaluate.ts';
import { narrow } from './facets.ts';
import { createLexicon } from './lexicon.ts';
import { createHitFinder, type HitFinder } from './marks.ts';
import { createNumberRuns } from './number-runs.ts';
import { evaluateQuery } from './query/evaluate-query.ts';
import { readQuery } from './query/parse-query.ts';
import { clausesOf } from './query/query-clauses.ts';
import { rank } from './rank.ts';
import type { SearchHit, SearchQuery, SearchResult } from './search-query.ts';
import { snippetAround } from './snippet.ts';
import { wordsOf } from './words.ts';

export interface SearchIndex {
	/**
	 * Takes these owners' documents as they are now, in place of what was there. Whole owners only: a document that is
	 * missing is gone, one whose owner is missing is not taken.
	 */
	put(owners: readonly SearchOwner[], documents: readonly SearchDocument[]): void;
	removeOwner(id: string): void;
	ownerIds(): string[];
	clear(): void;
	/** The hits from `offset` on, at most `limit`, with counts over all of them. The next page of the same query is cheap. */
	search(query: SearchQuery, page: { offset: number; limit: number }): SearchResult;
	/** The passages of one edition up to `around` before and after an ordinal, in order. */
	passagesAround(place: { ownerId: string; editionId: string; ordinal: number }, around: number): SearchDocument[];
	readonly documentCount: number;
	readonly passageCount: number;
	/** Records and names. */
	readonly ownerCount: number;
}

interface Ranked extends Omit<SearchResult, 'hits' | 'tookMillis'> {
	key: string;
	matches: Match[];
	finder: HitFinder;
}

const mostSuggestions = 5;

/**
 * A full-text index in memory, without any platform: MiniSearch scores, a lexicon beside it widens each word of the
 * query (prefix, near spelling), and the words in order settle phrases.
 *
 * @param now milliseconds of a clock that only moves forward, for `tookMillis`
 */
export function createSearchIndex({ now = Date.now }: { now?: () => number } = {}): SearchIndex {
	let engine = createEngine();
	let ranked: Ranked | null = null;
	let passageCount = 0;

	function add(document: SearchDocument): void {
		const words = wordsOf(document.text);
		const termIds = engine.termRuns.take(words.length);
		for (const [at, { term, text }] of words.entries()) termIds[at] = engine.lexicon.add(term, text);
		engine.store.add(document, termIds);
		engine.miniSearch.add({ key: document.key, text: words.map(({ term }) => term).join(' ') });
		if (document.kind === 'passage') passageCount += 1;
	}
	function remove({ document, termIds }: StoredDocument): void {
		engine.miniSearch.discard(document.key);
		for (const id of termIds) engine.lexicon.release(id);
		if (document.kind === 'passage') passageCount -= 1;
	}
	return {
		put(owners, documents) {
			ranked = null;
			const byOwner = groupByOwner(documents);
			for (const owner of owners) {
				const { added, removed } = engine.store.replaceOwner(owner, byOwner.get(owner.id) ?? []);
				removed.forEach(remove);
				added.forEach(add);
			}
		},
		removeOwner(id) {
			ranked = null;
			engine.store.removeOwner(id).forEach(remove);
		},
		ownerIds: () => [...engine.store.owners.keys()],
		clear() {
			engine = createEngine();
			ranked = null;
			passageCount = 0;
		},
		search(query, { offset, limit }) {
			const start = now();
			const key = JSON.stringify(query);
			if (ranked?.key !== key) ranked = rankAll(engine, query, key);
			const { matches, finder, key: _, ...found } = ranked;
			const hits = matches.slice(offset, offset + limit).map((match) => hitOf(match, finder));
			return { ...found, hits, tookMillis: now() - start };
		},
		passagesAround({ ownerId, editionId, ordinal }, around) {
			const passages = [...(engine.store.owners.get(ownerId)?.keys ?? [])]
				.flatMap((key) => engine.store.documents.get(key)?.document ?? [])
				.filter((document) => document.kind === 'passage' && document.editionId === editionId)
				.sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
			const at = passages.findIndex((passage) => passage.ordinal === ordinal);
			return at < 0 ? [] : passages.slice(Math.max(0, at - around), at + around + 1);
		},
		get documentCount() {
			return engine.store.documents.size;
		},
		get passageCount() {
			return passageCount;
		},
		get ownerCount() {
			return engine.store.owners.size;
		},
	};
}

function createEngine(): Engine {
	const miniSearch = new MiniSearch<IndexedText>({
		idField: 'key',
		fields: ['text'],
		tokenize: (text) => (text === '' ? [] : text.split(' ')),
		processTerm: (term) => term,
	});
	return { miniSearch, lexicon: createLexicon(), store: createDocumentStore(), termRuns: createNumberRuns() };
}

function groupByOwner(documents: readonly SearchDocument[]): Map<string, SearchDocument[]> {
	const groups = new Map<string, SearchDocument[]>();
	for (const document of documents) {
		const group = groups.get(document.ownerId);
		if (group) group.push(document);
		else groups.set(document.ownerId, [document]);
	}
	return groups;
}

function rankAll(engine: Engine, query: SearchQuery, key: string): Ranked {
	const { tree } = readQuery(query.text);
	const near = query.near ?? true;
	const clauses = tree ? clausesOf(tree, near) : [];
	const { matches, matched } = evaluateQuery(engine, tree, near);
	const { kept, facets } = narrow(matches, query);
	const records = new Set<string>();
	for (const { stored } of kept) if (stored.document.kind !== 'name') records.add(stored.document.ownerId);
	return {
		key,
		matches: rank(kept, query.sort ?? 'best'),
		finder: createHitFinder(clauses),
		total: kept.length,
		unfilteredTotal: matches.length,
		recordCount: records.size,
		matched,
		facets,
		suggestions: matches.length === 0 ? suggestionsFor(engine, clauses) : [],
	};
}

function suggestionsFor({ lexicon }: Engine, clauses: readonly Clause[]): string[] {
	const words = clauses
		.filter((clause) => !clause.isExcluded)
		.flatMap((clause) => clause.terms)
		.flatMap((term) => lexicon.similarTo(term, mostSuggestions));
	return [...new Set(words)].slice(0, mostSuggestions);
}

function hitOf({ stored: { document, owner }, score, how }: Match, finder: HitFinder): SearchHit {
	const { text, ...rest } = document;
	const { marks, matched } = finder(text);
	const { start, end } = snippetAround(text, marks);
	const { length } = text;
	const { title, recordKind, dateEdtf, holding } = owner.owner;
	return {
		...rest,
		title,
		recordKind,
		dateEdtf,
		holding,
		score,
		how,
		matched,
		snippet: { text: text.slice(start, end), start, end, length, isWhole: end - start === length },
		marks: marks.filter((mark) => mark[0] >= start && mark[1] <= end),
	};
}
