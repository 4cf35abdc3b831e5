import MiniSearch from 'minisearch';
import type { SearchDocument, SearchOwner } from '../api/search-api.ts';
import type { Clause } from './clause.ts';
import { createDocumentStore, type StoredDocument } from './document-store.ts';
import type { Engine, IndexedText, Match } from './evaluate.ts';
import { createExpander, type Expander, type KnownNames } from './expander.ts';
import { createAliases } from './expansion/aliases.ts';
import { createNamePhrases } from './expansion/name-phrases.ts';
import { narrow } from './facets.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createHitFinder, type HitFinder } from './marks.ts';
import { createNumberRuns } from './number-runs.ts';
import { evaluateQuery } from './query/evaluate-query.ts';
import { readQuery } from './query/parse-query.ts';
import { clausesOf } from './query/query-clauses.ts';
import { rank } from './rank.ts';
import type { SearchHit, SearchQuery, SearchResult, WidenedWords } from './search-query.ts';
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
	/** What answers the words of a query beyond themselves: for marking them elsewhere. */
	widened(query: SearchQuery): WidenedWords;
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
 * query (forms, prefix, near spelling, other scripts, aliases), and the words in order settle phrases.
 *
 * @param now milliseconds of a clock that only moves forward, for `tookMillis`
 */
export function createSearchIndex({ now = Date.now }: { now?: () => number } = {}): SearchIndex {
	let engine = createEngine();
	let ranked: Ranked | null = null;
	let passageCount = 0;
	/** Of every name. */
	const formsByKey = new Map<string, readonly string[]>();
	let names: KnownNames | null = null;

	function add(document: SearchDocument): void {
		const words = wordsOf(document.text);
		const termIds = engine.termRuns.take(words.length);
		for (const [at, { term, text }] of words.entries()) termIds[at] = engine.lexicon.add(term, text, document.language);
		engine.store.add(document, termIds);
		engine.miniSearch.add({ key: document.key, text: words.map(({ term }) => term).join(' ') });
		if (document.kind === 'passage') passageCount += 1;
		if (document.forms) setForms(document.key, document.forms);
	}
	function setForms(key: string, forms: readonly string[] | null): void {
		names = null;
		if (forms) formsByKey.set(key, forms);
		else formsByKey.delete(key);
	}
	function remove({ document, termIds }: StoredDocument): void {
		engine.miniSearch.discard(document.key);
		for (const id of termIds) engine.lexicon.release(id);
		if (document.kind === 'passage') passageCount -= 1;
		if (document.forms) setForms(document.key, null);
	}
	function rankedFor(query: SearchQuery): Ranked {
		const key = JSON.stringify(query);
		if (ranked?.key === key) return ranked;
		names ??= knownNames([...formsByKey.values()]);
		ranked = rankAll({ ...engine, expander: expanderFor(engine.lexicon, names, query) }, query, key);
		return ranked;
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
			engine.lexicon.settle();
		},
		removeOwner(id) {
			ranked = null;
			engine.store.removeOwner(id).forEach(remove);
		},
		ownerIds: () => [...engine.store.owners.keys()],
		clear() {
			engine = createEngine();
			ranked = null;
			formsByKey.clear();
			names = null;
			passageCount = 0;
		},
		search(query, { offset, limit }) {
			const start = now();
			const { matches, finder, key: _, ...found } = rankedFor(query);
			const hits = matches.slice(offset, offset + limit).map((match) => hitOf(match, finder));
			return { ...found, hits, tookMillis: now() - start };
		},
		widened: (query) => rankedFor(query).widened,
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
	const lexicon = createLexicon();
	const expander = expanderFor(lexicon, knownNames([]), { text: '' });
	return { miniSearch, lexicon, expander, store: createDocumentStore(), termRuns: createNumberRuns() };
}

function knownNames(groups: readonly (readonly string[])[]): KnownNames {
	return { aliases: createAliases(groups), phrases: createNamePhrases(groups) };
}

function expanderFor(lexicon: Lexicon, names: KnownNames, { close = false, without = [] }: SearchQuery): Expander {
	return createExpander(lexicon, names, { isClose: close, without });
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
	const clauses = tree ? clausesOf(tree) : [];
	const { matches, matched } = evaluateQuery(engine, tree);
	const { kept, facets } = narrow(matches, query);
	const records = new Set<string>();
	for (const { stored } of kept) if (stored.document.kind !== 'name') records.add(stored.document.ownerId);
	return {
		key,
		matches: rank(kept, query.sort ?? 'best', wordsWanted(clauses)),
		finder: createHitFinder(clauses, engine.expander.widened),
		widened: engine.expander.widened,
		total: kept.length,
		unfilteredTotal: matches.length,
		recordCount: records.size,
		matched,
		facets,
		suggestions: matches.length === 0 ? suggestionsFor(engine, clauses) : [],
	};
}

function wordsWanted(clauses: readonly Clause[]): string[] {
	return clauses.filter((clause) => !clause.isExcluded).flatMap((clause) => clause.words);
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
