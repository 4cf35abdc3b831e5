import SearchableMap from 'minisearch/SearchableMap';
import { createVocabulary } from './expansion/vocabulary.ts';
import type { PartVocabulary } from './index-part.ts';
import type { Word } from './words.ts';

interface Entry {
	id: number;
	term: string;
	/** As it stood where it was first met. */
	surface: string;
	useCount: number;
	documentCount: number;
}

/** Every word of the texts in memory, once, beside the index itself. */
export interface Lexicon extends PartVocabulary {
	/** Counts the words of one document and puts their numbers into `termIds`. `language` is that of the text, BCP 47. */
	addDocument(words: readonly Word[], language: string, termIds: Uint32Array): void;
	removeDocument(termIds: Uint32Array): void;
	/** Above every number that was given. */
	readonly nextId: number;
	/** Prepares what widening needs of the words that came since it was last called. */
	settle(): void;
	usesOf(id: number): number;
	/** Numbers of all words that begin with `start`. */
	startingWith(start: string): number[];
}

export function createLexicon(): Lexicon {
	const byTerm = new SearchableMap<Entry>();
	/** The same entries: looking up a whole word here takes a tenth of the time. */
	const exact = new Map<string, Entry>();
	const byId: (Entry | undefined)[] = [];
	const vocabulary = createVocabulary();
	/** By language and spelling, the word that the vocabulary has it for: most spellings come many times. */
	const seen = new Map<string, Map<string, number>>();

	function create(term: string, surface: string): Entry {
		const entry = { id: byId.length, term, surface, useCount: 0, documentCount: 0 };
		byId.push(entry);
		byTerm.set(term, entry);
		exact.set(term, entry);
		return entry;
	}
	function add({ term, text: surface }: Word, language: string): number {
		const entry = exact.get(term) ?? create(term, surface);
		entry.useCount += 1;
		const spellings = seen.get(language) ?? new Map<string, number>();
		if (spellings.get(surface) !== entry.id) {
			seen.set(language, spellings.set(surface, entry.id));
			vocabulary.add(entry.id, term, surface, language);
		}
		return entry.id;
	}
	function countDocument(termIds: Uint32Array, change: 1 | -1): void {
		for (const id of new Set(termIds)) {
			const entry = byId[id];
			if (entry) entry.documentCount += change;
		}
	}
	function release(id: number): void {
		const entry = byId[id];
		if (!entry) return;
		entry.useCount -= 1;
		if (entry.useCount > 0) return;
		byTerm.delete(entry.term);
		exact.delete(entry.term);
		byId[id] = undefined;
		vocabulary.remove(id);
	}
	return {
		...vocabulary,
		addDocument(words, language, termIds) {
			for (const [at, word] of words.entries()) termIds[at] = add(word, language);
			countDocument(termIds, 1);
		},
		removeDocument(termIds) {
			countDocument(termIds, -1);
			for (const id of termIds) release(id);
		},
		get nextId() {
			return byId.length;
		},
		termOf: (id) => byId[id]?.term ?? '',
		numberOf: (term) => exact.get(term)?.id ?? -1,
		usesOf: (id) => byId[id]?.useCount ?? 0,
		documentsWith: (term) => exact.get(term)?.documentCount ?? 0,
		startingWith: (start) => Array.from(byTerm.atPrefix(start).values(), ({ id }) => id),
		within: (term, edits) =>
			[...byTerm.fuzzyGet(term, edits).values()].map(([{ term: other, useCount, surface }, distance]) => ({
				...{ term: other, distance, useCount, surface },
			})),
	};
}
