import { fold } from '../text/fold.ts';
import { lowerCase } from '../text/lower-case.ts';
import type { Clause } from './clause.ts';
import type { Aliases } from './expansion/aliases.ts';
import type { NamedSpan, NamePhrases } from './expansion/name-phrases.ts';
import type { QueryWord } from './expansion/widened-word.ts';
import type { Widener } from './expansion/widener.ts';
import type { Expansion, WantedWords } from './index-part.ts';
import { mayAnswer } from './match-of.ts';
import { type MatchKind, nameSpace, type WidenedWords, widenings } from './search-query.ts';

/** Finds the words of the archive that answer the words of one query. */
export interface Expander {
	/** Those that answer the word at `position` of the clause. */
	expand(clause: Clause, position: number): WantedWords;
	/** Names among words that stand side by side, with their other forms; these are marked from then on. */
	namesIn(words: readonly string[]): NamedSpan[];
	/** The words that another name of one word stands in: its forms, and what sounds all but the same. */
	expandName(word: string): WantedWords;
	/** What was found so far beyond the words themselves and their beginnings: by this the same words are marked. */
	readonly widened: WidenedWords;
}

export interface Widening {
	/** Close matches only. */
	isClose: boolean;
	/** Kinds that are switched off. */
	without: readonly MatchKind[];
}

type Found = Map<string, Expansion>;

const aliasWeight = 0.5;
const exactly: Expansion = { how: 'exact', weight: 1 };
const asBeginning: Expansion = { how: 'prefix', weight: 0.35 };

/** The names of an archive: those of one word, and all. */
export interface KnownNames {
	aliases: Aliases;
	phrases: NamePhrases;
}

export function createExpander(
	widener: Widener,
	{ aliases, phrases }: KnownNames,
	{ isClose, without }: Widening,
): Expander {
	const known = new Map<string, Found>();
	const widened: WidenedWords = {};

	const isNothingWidened = widenings.every((how) => without.includes(how));

	function widen(word: QueryWord): Found {
		if (isNothingWidened) return new Map();
		const found = known.get(word.spelling) ?? widener.widen(word, isClose ? 'close' : 'usual');
		if (known.has(word.spelling)) return found;
		for (const [term, expansion] of otherNames(word)) keepBetter(found, term, expansion);
		// Edits say less than sounds: they are tried only for what the archive has in no form at all.
		if (found.size === 0 && !isClose && !widener.has(word.term)) {
			for (const [term, expansion] of widener.misspelt(word.term)) found.set(term, expansion);
		}
		for (const [term, { how }] of found) if (without.includes(how)) found.delete(term);
		known.set(word.spelling, found);
		return found;
	}
	function formsOfName(name: QueryWord): Found {
		const forms = widener.widen(name, 'alias');
		for (const [term, { how }] of forms) if (without.includes(how)) forms.delete(term);
		if (widener.has(name.term)) forms.set(name.term, exactly);
		return forms;
	}
	function otherNames(word: QueryWord): Found {
		const found: Found = new Map();
		for (const other of aliases.othersOf(word)) {
			for (const [term, expansion] of formsOfName(other)) {
				if (term === word.term) continue;
				keepBetter(found, term, { ...expansion, how: 'alias', weight: expansion.weight * aliasWeight });
			}
		}
		return found;
	}
	function note(term: string, other: string, how: MatchKind): void {
		const words = widened[term] ?? {};
		widened[term] = words;
		words[other] = how;
	}
	function noteOtherName(asked: string, words: readonly string[]): void {
		const [word = '', ...rest] = words;
		const terms = rest.length > 0 ? [words.map(fold).join(nameSpace)] : formsOfName(queryWordOf(word)).keys();
		for (const other of terms) if (other !== asked && !widened[asked]?.[other]) note(asked, other, 'alias');
	}
	return {
		expand(clause, position) {
			const term = clause.terms[position] ?? '';
			const isPrefix = clause.isPrefix && position === clause.terms.length - 1 && !without.includes('prefix');
			const terms: Found = new Map();
			for (const [other, expansion] of widen({ term, spelling: lowerCase(clause.words[position] ?? '') })) {
				if (!mayAnswer(clause, expansion.how)) continue;
				// What begins with the word and hardly shares more is its beginning rather than its form.
				if (isPrefix && other.startsWith(term) && expansion.weight <= asBeginning.weight) continue;
				terms.set(other, expansion);
				note(term, other, expansion.how);
			}
			if (widener.has(term)) terms.set(term, exactly);
			return { terms, prefix: isPrefix ? { start: term, expansion: asBeginning } : null };
		},
		namesIn(words) {
			if (without.includes('alias')) return [];
			const names = phrases.namesIn(words);
			for (const { start, others } of names) {
				const asked = fold(words[start] ?? '');
				for (const words of others) noteOtherName(asked, words);
			}
			return names;
		},
		expandName: (word) => ({ terms: formsOfName(queryWordOf(word)), prefix: null }),
		widened,
	};
}

function queryWordOf(word: string): QueryWord {
	return { term: fold(word), spelling: lowerCase(word) };
}

function keepBetter(found: Found, term: string, expansion: Expansion): void {
	const known = found.get(term);
	if (!known || known.weight < expansion.weight) found.set(term, expansion);
}
