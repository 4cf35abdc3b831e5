import { lowerCase } from '../../text/lower-case.ts';
import { scripts } from '../../text/script.ts';
import { stemKeys } from '../../text/stems.ts';
import { keysNear } from '../expansion/key-neighbours.ts';
import type { PartVocabulary } from '../index-part.ts';
import { type KeyTable, termsOf } from './key-table.ts';
import type { Segment } from './segment.ts';
import { hearIn, type SoundLists } from './sound-lists.ts';
import { createTermTable, type TermTable } from './term-table.ts';

/** How a spelling stands to its term. */
export const spellingForm = { same: 0, capitalised: 1, own: 2 } as const;

export interface PackedVocabulary extends PartVocabulary {
	terms: TermTable;
	documentCountOf(index: number): number;
}

interface Spelling {
	text: string;
	language: string;
}

export function createPackedVocabulary({ header, sections }: Segment): PackedVocabulary {
	const terms = createTermTable(sections);
	const stems: KeyTable = { keys: sections.stemKeys, starts: sections.stemStarts, terms: sections.stemTerms };
	const sounds: SoundLists = { keys: sections.soundKeys, starts: sections.soundStarts, bytes: sections.soundBytes };
	const { documentCounts, spellingStarts, spellingLanguages, spellingForms, spellingTexts, spellingChars } = sections;

	function textOf(spelling: number, term: string): string {
		if (spellingForms[spelling] === spellingForm.same) return term;
		if (spellingForms[spelling] === spellingForm.capitalised) return capitalise(term);
		const start = spellingTexts[spelling] as number;
		const length = spellingChars[start] as number;
		return String.fromCharCode(...spellingChars.subarray(start + 1, start + 1 + length));
	}
	/** As they stand in the texts. */
	function spellingsOf(index: number): Spelling[] {
		const term = terms.termAt(index);
		const spellings: Spelling[] = [];
		for (let at = spellingStarts[index] as number; at < (spellingStarts[index + 1] as number); at++) {
			const language = header.languages[spellingLanguages[at] as number] ?? '';
			spellings.push({ text: textOf(at, term), language });
		}
		return spellings;
	}
	return {
		terms,
		documentCountOf: (index) => documentCounts[index] ?? 0,
		numberOf: (term) => terms.indexOf(term),
		documentsWith: (term) => documentCounts[terms.indexOf(term)] ?? 0,
		within: (term, edits) =>
			terms.within(term, edits).map(({ index, distance }) => ({
				...{ term: terms.termAt(index), distance, useCount: documentCounts[index] ?? 0 },
				surface: spellingsOf(index)[0]?.text ?? terms.termAt(index),
			})),
		termOf: (index) => terms.termAt(index),
		scriptOf: (index) => scripts[sections.scripts[index] as number] ?? 'other',
		stemsOf: (index) => spellingsOf(index).flatMap(({ text, language }) => stemKeys(lowerCase(text), language)),
		withStem: (key) => [...termsOf(stems, key)],
		hear: (keys, hearing) => hearIn(sounds, keys, hearing),
		hearNear: (keys, hearing) => hearIn(sounds, new Set(keys.flatMap(keysNear)), hearing),
	};
}

/** With a capital at the beginning, where that is one letter as before. */
export function capitalise(term: string): string {
	const first = term.charAt(0).toUpperCase();
	return first.length === 1 ? first + term.slice(1) : term;
}
