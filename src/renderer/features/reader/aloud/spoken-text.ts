import { isPassage, type StoredBlock } from '#shared/domain/block.ts';
import { noteSigns } from '#shared/domain/note-references.ts';
import { textWithout } from '#shared/domain/quotable-words.ts';
import type { Notes } from '../text/use-notes.ts';
import type { Span } from '../text/use-text-highlight.ts';
import { sentencesOf } from './sentences.ts';

/** A sentence of the text as it is said. `start` and `end` are UTF-16 units of the passage's stored text. */
export interface SpokenSentence extends Span {
	ordinal: number;
	/** What is said: the stored words without signs of footnotes and without what only the line breaks put there. */
	words: string;
	/** BCP 47; '' when it is not known. */
	language: string;
}

/** What of a text is said, passage by passage: nothing of it is worked out before it is asked for. */
export interface SpokenText {
	/** The sentences of a passage; none where it says nothing, or is none. */
	sentencesAt(ordinal: number): readonly SpokenSentence[];
	/** How many blocks there are. */
	length: number;
}

/** @param language of the edition; '' when it is not known */
export function spokenText(blocks: readonly StoredBlock[], language: string, notes: Notes): SpokenText {
	let last: { ordinal: number; sentences: readonly SpokenSentence[] } | null = null;
	return {
		length: blocks.length,
		sentencesAt(ordinal) {
			if (last?.ordinal === ordinal) return last.sentences;
			const block = blocks[ordinal];
			const sentences = block && isPassage(block) ? sentencesIn(block, language, notes) : [];
			last = { ordinal, sentences };
			return sentences;
		},
	};
}

function sentencesIn(block: StoredBlock, editionLanguage: string, notes: Notes): SpokenSentence[] {
	const { ordinal, text, wrapped } = block;
	const language = known(block.language) || known(editionLanguage);
	// Breaks that were only the width of the page end no sentence. Of the same length, so that offsets stay.
	const flowing = wrapped ? text.replaceAll('\n', ' ') : text;
	const signs = noteSigns(block, (at, start) => notes.find(at, start) !== undefined);
	return sentencesOf(flowing, language)
		.map((span) => ({ ...span, ordinal, language, words: wordsOf(block, span, signs) }))
		.filter(({ words }) => words !== '');
}

function known(language: string | undefined): string {
	return language === undefined || language === 'und' ? '' : language;
}

function wordsOf({ text, wrapped }: StoredBlock, span: Span, signs: readonly Span[]): string {
	let words = textWithout(text, span, signs);
	if (wrapped) words = words.replaceAll(/(?<=\p{L})[-\u2010]\n(?=\p{Ll})/gu, '');
	return words.replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim();
}
