import SearchableMap from 'minisearch/SearchableMap';
import { createVocabulary } from './expansion/vocabulary.ts';
import { widen } from './expansion/widen.ts';
import type { QueryWord, WidenedWord } from './expansion/widened-word.ts';
import type { MatchKind } from './search-query.ts';
import { editsAllowed } from './spelling.ts';

interface Entry {
	id: number;
	term: string;
	/** As it stood where it was first met. */
	surface: string;
	useCount: number;
}

/** A word of the archive that answers a word of the query. */
export interface Expansion {
	id: number;
	how: MatchKind;
	/** 1 for the word itself, less the further away it is. */
	weight: number;
	/** How often the archive has it. */
	useCount: number;
}

/** Every word of the indexed texts, once, beside the index itself: what a query's word is widened with. */
export interface Lexicon {
	/** Counts one use of a term and gives its number. `language` is that of the text, BCP 47. */
	add(term: string, surface: string, language: string): number;
	release(id: number): void;
	/** Above every number that was given. */
	readonly nextId: number;
	termOf(id: number): string;
	/** Prepares what `widen` needs of the words that came since it was last called. */
	settle(): void;
	has(term: string): boolean;
	exact(term: string): Expansion | undefined;
	/** Every word that begins with `term`. */
	startingWith(term: string): Map<string, Expansion>;
	/** Forms, near spellings and other scripts. */
	widen(word: QueryWord, isClose: boolean): Map<string, Expansion>;
	/** Words that a letter or two of `term` make, whatever they sound like. */
	misspelt(term: string): Map<string, Expansion>;
	/** The words most like `term`, as they stand in the texts; never the term itself. */
	similarTo(term: string, limit: number): string[];
}

const weights = { exact: 1, prefix: 0.35, misspelt: 0.3 };
const lostPerEdit = 0.1;
const mostSuggestedEdits = 3;
const mostRecent = 64;

export function createLexicon(): Lexicon {
	const byTerm = new SearchableMap<Entry>();
	/** The same entries: looking up a whole word here takes a tenth of the time. */
	const exact = new Map<string, Entry>();
	const byId: (Entry | undefined)[] = [];
	const vocabulary = createVocabulary();
	const recent = new Map<string, WidenedWord[]>();
	/** By language and spelling, the word that the vocabulary has it for: most spellings come many times. */
	const seen = new Map<string, Map<string, number>>();

	function create(term: string, surface: string): Entry {
		const entry = { id: byId.length, term, surface, useCount: 0 };
		byId.push(entry);
		byTerm.set(term, entry);
		exact.set(term, entry);
		return entry;
	}
	/** While a query is typed, all its words but the last stay as they are. */
	function widenedOnce(word: QueryWord, isClose: boolean): WidenedWord[] {
		const key = `${isClose} ${word.spelling}`;
		const found = recent.get(key) ?? widen(vocabulary, word, isClose);
		if (recent.size >= mostRecent) recent.clear();
		recent.set(key, found);
		return found;
	}
	return {
		add(term, surface, language) {
			const entry = exact.get(term) ?? create(term, surface);
			entry.useCount += 1;
			const spellings = seen.get(language) ?? new Map<string, number>();
			if (spellings.get(surface) !== entry.id) {
				seen.set(language, spellings.set(surface, entry.id));
				recent.clear();
				vocabulary.add(entry.id, term, surface, language);
			}
			return entry.id;
		},
		release(id) {
			const entry = byId[id];
			if (!entry) return;
			entry.useCount -= 1;
			if (entry.useCount > 0) return;
			byTerm.delete(entry.term);
			exact.delete(entry.term);
			byId[id] = undefined;
			vocabulary.remove(id);
			recent.clear();
		},
		get nextId() {
			return byId.length;
		},
		termOf(id) {
			return byId[id]?.term ?? '';
		},
		settle: () => vocabulary.settle(),
		has: (term) => exact.has(term),
		exact(term) {
			const entry = exact.get(term);
			return entry && expansionOf(entry, 'exact', weights.exact);
		},
		startingWith(term) {
			const found = new Map<string, Expansion>();
			for (const [other, entry] of byTerm.atPrefix(term)) {
				found.set(other, expansionOf(entry, 'prefix', weights.prefix));
			}
			return found;
		},
		widen(word, isClose) {
			const found = new Map<string, Expansion>();
			for (const { id, how, weight } of widenedOnce(word, isClose)) {
				const entry = byId[id];
				if (entry) found.set(entry.term, expansionOf(entry, how, weight));
			}
			return found;
		},
		misspelt(term) {
			const found = new Map<string, Expansion>();
			const edits = editsAllowed(term);
			if (edits === 0) return found;
			for (const [other, [entry, distance]] of byTerm.fuzzyGet(term, edits).entries()) {
				found.set(other, expansionOf(entry, 'near', weights.misspelt - lostPerEdit * (distance - 1)));
			}
			return found;
		},
		similarTo(term, limit) {
			const edits = Math.min(mostSuggestedEdits, Math.max(editsAllowed(term), Math.floor(term.length / 3)));
			if (edits === 0) return [];
			return [...byTerm.fuzzyGet(term, edits).values()]
				.filter(([, distance]) => distance > 0)
				.sort(([one, near], [other, far]) => near - far || other.useCount - one.useCount)
				.slice(0, limit)
				.map(([entry]) => entry.surface);
		},
	};
}

function expansionOf({ id, useCount }: Entry, how: MatchKind, weight: number): Expansion {
	return { id, how, weight, useCount };
}
