import type { SearchDocument, SearchOwner } from '../api/search-api.ts';
import type { Clause } from './clause.ts';
import { createEngine, type Engine } from './engine.ts';
import { createExpander, type KnownNames } from './expander.ts';
import { createKnownTable, type KnownGroup } from './expansion/known-table.ts';
import { createOwnNames } from './expansion/own-names.ts';
import { createWidener, type Widener } from './expansion/widener.ts';
import { type Narrowed, narrow } from './facets.ts';
import type { FoundDocument, IndexPart } from './index-part.ts';
import { createLivePart } from './live-part.ts';
import { createHitFinder, type HitFinder } from './marks.ts';
import { type Mentions, mentionsOf } from './mentions/mentions.ts';
import { type NoteReader, noteAsRead } from './note-as-read.ts';
import { createOwners } from './owners.ts';
import { createPackedPart, type PackedPart } from './packed/packed-part.ts';
import type { Segment } from './packed/segment.ts';
import { packedPassages, passagesInMemory } from './passages-around.ts';
import { kindOfCode } from './query/answers.ts';
import { evaluateQuery, type Matches, planQuery } from './query/evaluate-query.ts';
import { readQuery } from './query/parse-query.ts';
import { clausesOf } from './query/query-clauses.ts';
import { preferLiteral, type Ranking, rank, rankByScore, type ScoreRanking } from './rank.ts';
import type { MatchKind, SearchHit, SearchQuery, SearchResult, WidenedWords } from './search-query.ts';
import { snippetAround } from './snippet.ts';
import type { PassagePlace, Supplies } from './supplies.ts';

export interface HitPage {
	offset: number;
	limit: number;
}

export interface SearchIndex {
	/**
	 * Takes these owners' documents as they are now, in place of what was there. Whole owners only: a document that is
	 * missing is gone, one whose owner is missing is not taken. Passages that a segment has need not be given.
	 */
	put(owners: readonly SearchOwner[], documents: readonly SearchDocument[]): void;
	/** Takes owners alone: enough for the passages of segments to be found. */
	putOwners(owners: readonly SearchOwner[]): void;
	removeOwner(id: string): void;
	/** Takes names that are known whatever the archive; they stay when it is cleared. A hundred cost some 80 ms. */
	learn(groups: readonly KnownGroup[]): void;
	ownerIds(): string[];
	/** Takes these segments in place of those it had, and lets go of the passages in memory that they have. */
	setSegments(segments: readonly Segment[]): void;
	clear(): void;
	/**
	 * The hits from `offset` on, at most `limit`, with counts over all of them. The next page of the same query is cheap.
	 * Waits for what has to be fetched of segments.
	 */
	find(query: SearchQuery, page: HitPage): Promise<SearchResult>;
	/** The same at once, for an index without segments; throws where something would have to be fetched. */
	search(query: SearchQuery, page: HitPage): SearchResult;
	/** What answers the words of a query beyond themselves: for marking them elsewhere. */
	widened(query: SearchQuery): WidenedWords;
	/** The passages of one edition up to `around` before and after an ordinal, in order. */
	passagesAround(place: PassagePlace & { ownerId: string }, around: number): Promise<SearchDocument[]>;
	/**
	 * The passages in which one of the forms of a name stands, and those that have a part of it by itself. `isWide`: near
	 * spellings in the same script count too.
	 */
	mentions(name: { forms: readonly string[]; parts?: readonly string[] }, isWide: boolean): Promise<Mentions>;
	/** The forms of the archive's names, by id. */
	ownNames(): ReadonlyMap<string, readonly string[]>;
	readonly documentCount: number;
	readonly passageCount: number;
	/** Records and names. */
	readonly ownerCount: number;
}

interface Ranked extends Omit<SearchResult, 'hits' | 'tookMillis'> {
	key: string;
	looked: LookUp;
	kept: Matches;
	ranking: Ranking;
	finder: HitFinder;
}

/** What a query found, while the texts that decide its order are on the way. */
interface Found {
	key: string;
	engine: Engine;
	clauses: readonly Clause[];
	matched: SearchResult['matched'];
	narrowed: Narrowed;
	byScore: ScoreRanking;
	unfilteredTotal: number;
	looked: LookUp;
}

/** What a query looks at more closely; each document is looked up once. */
interface LookUp {
	get(doc: number): FoundDocument;
	/** Null where it has to be fetched first. */
	textOf(doc: number): string | null;
}

export interface SearchIndexOptions {
	/** Milliseconds of a clock that only moves forward, for `tookMillis`. */
	now?: () => number;
	/** Where segments and the texts of their passages come from; an index without segments needs none. */
	supplies?: Supplies | null;
	/** Hits in notes are shown as this reads them; as they were typed without it. */
	readNote?: NoteReader | null;
}

interface HitReading {
	finder: HitFinder;
	readNote: NoteReader | null;
}

const mostSuggestions = 5;
const mostLookedUp = 256;

/**
 * A full-text index without any platform. Passages that have settled are in packed segments, all else in MiniSearch;
 * vocabularies beside them widen each word of the query (forms, prefix, near spelling, other scripts, aliases), and the
 * words in order settle phrases.
 */
export function createSearchIndex({
	now = Date.now,
	supplies = null,
	readNote = null,
}: SearchIndexOptions = {}): SearchIndex {
	let owners = createOwners();
	let live = createLivePart();
	let packed: PackedPart[] = [];
	let widener: Widener | null = null;
	let ranked: Ranked | null = null;
	let found: Found | null = null;
	let packedEditions = new Set<string>();
	const own = createOwnNames();
	let names: KnownNames | null = null;
	const table = createKnownTable();

	const parts = (): IndexPart[] => [...packed, live];
	function forget(): void {
		ranked = null;
		found = null;
		widener = null;
	}
	function isPacked({ kind, editionId }: SearchDocument): boolean {
		return kind === 'passage' && editionId !== undefined && packedEditions.has(editionId);
	}
	function setForms(ownerId: string, documents: readonly SearchDocument[]): void {
		const forms = documents.flatMap((document) => document.forms ?? []);
		if (forms.length === 0 && !own.has(ownerId)) return;
		names = null;
		own.set(ownerId, forms.length > 0 ? forms : null);
	}
	function allNames(): KnownNames {
		return table.beside({ ...own.names(), groups: own.groups(), has: own.has });
	}
	function engineFor({ close = false, without = [] }: SearchQuery): Engine {
		widener ??= createWidener(parts().map(({ vocabulary }) => vocabulary));
		names ??= allNames();
		const expander = createExpander(widener, names, { isClose: close, without });
		const base = packed.reduce((sum, { docLimit }) => sum + docLimit, 0);
		return createEngine(parts(), expander, Uint32Array.from(live.names, (name) => name + base).sort());
	}
	/** Null when something has to be fetched first: `supplies` knows what. */
	function rankedFor(query: SearchQuery): Ranked | null {
		const key = JSON.stringify(query);
		if (ranked?.key === key) return ranked;
		if (found?.key !== key) found = findFor(query, key);
		if (!found) return null;
		const { engine, clauses, narrowed, byScore, looked } = found;
		// Who counts by record needs no order, and so no text.
		const isReady =
			query.counts === 'records' || preferLiteral(byScore, narrowed.kept, looked.textOf, wordsWanted(clauses));
		if (!isReady) return null;
		ranked = {
			...{ key, looked, ...narrowed, matched: found.matched, unfilteredTotal: found.unfilteredTotal },
			ranking: rank(engine, narrowed.kept, query.sort ?? 'best', byScore),
			finder: createHitFinder(clauses, engine.expander.widened),
			widened: engine.expander.widened,
			total: narrowed.kept.docs.length,
			suggestions: found.unfilteredTotal === 0 && widener ? suggestionsFor(widener, clauses) : [],
		};
		found = null;
		return ranked;
	}
	function findFor(query: SearchQuery, key: string): Found | null {
		const engine = engineFor(query);
		const { tree } = readQuery(query.text);
		const { matches, matched } = evaluateQuery(engine, tree);
		if (supplies?.isWaiting) return null;
		const narrowed = narrow(engine, matches, query, (ownerId) => owners.get(ownerId)?.owner.title);
		return {
			key,
			engine,
			clauses: tree ? clausesOf(tree) : [],
			matched,
			narrowed,
			byScore: rankByScore(narrowed.kept.scores),
			unfilteredTotal: matches.docs.length,
			looked: lookUp(engine, supplies),
		};
	}
	function attempt(query: SearchQuery, { offset, limit }: HitPage): Omit<SearchResult, 'tookMillis'> | null {
		const all = rankedFor(query);
		if (!all) return null;
		const { looked, kept, ranking, finder, key: _, ...result } = all;
		const rows = [...ranking.rows(offset, offset + limit)];
		const texts = rows.map((row) => looked.textOf(kept.docs[row] as number));
		if (supplies?.isWaiting) return null;
		const hits = rows.map((row, at) => {
			return hitOf(looked.get(kept.docs[row] as number), texts[at] ?? '', kept, row, { finder, readNote });
		});
		return { ...result, hits };
	}
	return {
		put(given, documents) {
			forget();
			// What was on the way while a segment came may be in it.
			const byOwner = groupByOwner(documents.filter((document) => !isPacked(document)));
			for (const owner of given) {
				const own = byOwner.get(owner.id) ?? [];
				live.replace(owners.put(owner), own);
				setForms(owner.id, own);
			}
			live.settle();
		},
		putOwners(given) {
			forget();
			for (const owner of given) owners.put(owner);
		},
		removeOwner(id) {
			forget();
			setForms(id, []);
			live.removeOwner(id);
			owners.remove(id);
		},
		learn(groups) {
			ranked = null;
			found = null;
			names = null;
			table.add(groups);
		},
		ownerIds: () => owners.ids(),
		setSegments(segments) {
			forget();
			const kept = new Map(packed.map((part) => [part.segment, part]));
			packed = segments.map((segment) => kept.get(segment) ?? createPackedPart(segment, owners));
			packedEditions = new Set(packed.flatMap(({ segment }) => segment.header.editionIds));
			live = live.without(isPacked);
		},
		clear() {
			owners = createOwners();
			live = createLivePart();
			packed = [];
			packedEditions = new Set();
			own.clear();
			names = null;
			forget();
		},
		search(query, page) {
			const start = now();
			const result = attempt(query, page);
			if (!result) throw new RangeError('parts of this index have to be fetched');
			return { ...result, tookMillis: now() - start };
		},
		async find(query, page) {
			const start = now();
			let result = attempt(query, page);
			while (!result) {
				await supplies?.fetch();
				result = attempt(query, page);
			}
			supplies?.tidy();
			return { ...result, tookMillis: now() - start };
		},
		widened(query) {
			if (ranked?.key === JSON.stringify(query)) return ranked.widened;
			const engine = engineFor(query);
			// What is found is not wanted: only what each word was widened with.
			planQuery(engine, readQuery(query.text).tree);
			return engine.expander.widened;
		},
		async passagesAround(place, around) {
			const inMemory = passagesInMemory(live.documentsOf(place.ownerId), place, around);
			return inMemory.length > 0 ? inMemory : packedPassages(packed, supplies, place, around);
		},
		async mentions({ forms, parts = [] }, isWide) {
			const without: MatchKind[] = isWide ? ['alias'] : ['alias', 'near'];
			const attemptMentions = () =>
				mentionsOf(
					engineFor({ text: '', without }),
					{ forms, parts, others: parts.length > 0 ? own.groups() : [] },
					() => supplies?.isWaiting === true,
				);
			let found = attemptMentions();
			while (!found) {
				await supplies?.fetch();
				found = attemptMentions();
			}
			supplies?.tidy();
			return found;
		},
		ownNames: () => own.byKey(),
		get documentCount() {
			return parts().reduce((sum, part) => sum + part.documentCount, 0);
		},
		get passageCount() {
			return packed.reduce((sum, part) => sum + part.documentCount, live.passageCount);
		},
		get ownerCount() {
			return owners.count;
		},
	};
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

function wordsWanted(clauses: readonly Clause[]): string[] {
	return clauses.filter((clause) => !clause.isExcluded).flatMap((clause) => clause.words);
}

function suggestionsFor(widener: Widener, clauses: readonly Clause[]): string[] {
	const words = clauses
		.filter((clause) => !clause.isExcluded)
		.flatMap((clause) => clause.terms)
		.filter((term) => !widener.has(term))
		.flatMap((term) => widener.similarTo(term, mostSuggestions));
	return [...new Set(words)].slice(0, mostSuggestions);
}

function lookUp(engine: Engine, supplies: Supplies | null): LookUp {
	const documents = new Map<number, FoundDocument>();
	const texts = new Map<number, string>();
	function get(doc: number): FoundDocument {
		const known = documents.get(doc);
		if (known) return known;
		// Who scrolls through a million hits does not keep them all.
		if (documents.size >= mostLookedUp) {
			documents.clear();
			texts.clear();
		}
		const found = engine.get(doc);
		documents.set(doc, found);
		return found;
	}
	return {
		get,
		textOf(doc) {
			const known = texts.get(doc);
			if (known !== undefined) return known;
			const { text: own, document } = get(doc);
			const place = { editionId: document.editionId ?? '', ordinal: document.ordinal ?? -1 };
			const text = own ?? supplies?.textOf(place) ?? null;
			if (text !== null) texts.set(doc, text);
			return text;
		},
	};
}

function hitOf(
	{ document, owner }: FoundDocument,
	stored: string,
	kept: Matches,
	row: number,
	{ finder, readNote }: HitReading,
): SearchHit {
	const { text, marks, matched } =
		document.kind === 'note' && readNote ? noteAsRead(stored, readNote, finder) : { text: stored, ...finder(stored) };
	const { start, end } = snippetAround(text, marks);
	const { length } = text;
	const { title, recordKind, dateEdtf, holding } = owner.owner;
	// A document in memory has its text with it; a hit has its snippet.
	const { text: _, ...rest } = document as SearchDocument;
	return {
		...rest,
		...{ title, recordKind, dateEdtf, holding, matched },
		score: kept.scores[row] as number,
		how: kindOfCode(kept.kinds[row] as number),
		snippet: { text: text.slice(start, end), start, end, length, isWhole: end - start === length },
		marks: marks.filter((mark) => mark[0] >= start && mark[1] <= end),
	};
}
