import type { Expansion, PartVocabulary } from '../index-part.ts';
import { editsAllowed } from '../spelling.ts';
import { joinVocabularies } from './joined-vocabulary.ts';
import { widen } from './widen.ts';
import type { QueryWord } from './widened-word.ts';
import { limitsOf, type Nearness } from './widening-limits.ts';

/** Finds the words of an archive that answer a word of a query without being it. */
export interface Widener {
	has(term: string): boolean;
	/** Forms, near spellings and other scripts, by term. */
	widen(word: QueryWord, nearness: Nearness): Map<string, Expansion>;
	/** Words that a letter or two of `term` make, whatever they sound like. */
	misspelt(term: string): Map<string, Expansion>;
	/** The words most like `term`, as they stand in the texts; never the term itself. */
	similarTo(term: string, limit: number): string[];
}

const misspeltWeight = 0.3;
const lostPerEdit = 0.1;
const mostSuggestedEdits = 3;
const mostKept = 64;

/** It remembers what it found: make a new one when a vocabulary has changed. */
export function createWidener(parts: readonly PartVocabulary[]): Widener {
	const vocabulary = joinVocabularies(parts);
	const kept = new Map<string, ReadonlyMap<string, Expansion>>();

	function found(word: QueryWord, nearness: Nearness): Map<string, Expansion> {
		const words = widen(vocabulary, word, limitsOf[nearness]);
		return new Map(words.map(({ id, how, weight }) => [vocabulary.termOf(id), { how, weight }]));
	}
	return {
		has: (term) => parts.some((part) => part.numberOf(term) >= 0),
		// While a query is typed, all its words but the last stay as they are.
		widen(word, nearness) {
			const key = `${nearness} ${word.spelling}`;
			const known = kept.get(key) ?? found(word, nearness);
			if (kept.size >= mostKept) kept.clear();
			kept.set(key, known);
			return new Map(known);
		},
		misspelt(term) {
			const words = new Map<string, Expansion>();
			const edits = editsAllowed(term);
			if (edits === 0) return words;
			for (const { term: other, distance } of parts.flatMap((part) => part.within(term, edits))) {
				words.set(other, { how: 'near', weight: misspeltWeight - lostPerEdit * (distance - 1) });
			}
			return words;
		},
		similarTo(term, limit) {
			const edits = Math.min(mostSuggestedEdits, Math.max(editsAllowed(term), Math.floor(term.length / 3)));
			if (edits === 0) return [];
			return parts
				.flatMap((part) => part.within(term, edits))
				.filter(({ distance }) => distance > 0)
				.sort((one, other) => one.distance - other.distance || other.useCount - one.useCount)
				.slice(0, limit)
				.map(({ surface }) => surface);
		},
	};
}
