import { lowerCase } from '../../text/lower-case.ts';
import { scripts } from '../../text/script.ts';
import { stemKeys } from '../../text/stems.ts';
import type { Heard, Hearing } from '../expansion/hearing.ts';
import { keysNear } from '../expansion/key-neighbours.ts';
import type { PartVocabulary } from '../index-part.ts';
import { type KeyTable, termsOf } from './key-table.ts';
import type { Segment } from './segment.ts';
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
	const sounds: KeyTable = { keys: sections.soundKeys, starts: sections.soundStarts, terms: sections.soundTerms };
	const {
		documentCounts,
		readings,
		readingStarts,
		spellingStarts,
		spellingLanguages,
		spellingForms,
		spellingTexts,
		spellingChars,
	} = sections;
	/** By term: 1 while it was met in the list that is gone through; all 0 between two calls. */
	const met = new Uint8Array(terms.count);

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
	/** Those of some terms that are heard, each once. */
	function heardAmong(lists: Iterable<Uint32Array>, hearing: Hearing): Heard[] {
		const heard: Heard[] = [];
		for (const list of lists) {
			for (const index of list) {
				const script = sections.scripts[index] as number;
				if (met[index] === 1 || !hearing.listensTo(script)) continue;
				met[index] = 1;
				const start = readingStarts[spellingStarts[index] as number] as number;
				const end = readingStarts[spellingStarts[index + 1] as number] as number;
				const distance = hearing.listen(script, readings, start, end);
				if (distance !== Number.POSITIVE_INFINITY) heard.push({ id: index, distance });
			}
		}
		for (const list of lists) for (const index of list) met[index] = 0;
		return heard;
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
		hear(keys, hearing) {
			return heardAmong(
				keys.map((key) => termsOf(sounds, key)),
				hearing,
			);
		},
		hearNear(keys, hearing) {
			const near = new Set(keys.flatMap(keysNear));
			return heardAmong(
				Array.from(near, (key) => termsOf(sounds, key)),
				hearing,
			);
		},
	};
}

/** With a capital at the beginning, where that is one letter as before. */
export function capitalise(term: string): string {
	const first = term.charAt(0).toUpperCase();
	return first.length === 1 ? first + term.slice(1) : term;
}
