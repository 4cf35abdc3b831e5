import { annotatedWords } from '#shared/domain/annotated-words.ts';
import { type Annotation, rangeIn } from '#shared/domain/annotation.ts';
import { citedNumber, type StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';

/** A note as it stands on paper. */
export interface PrintedNote {
	/** From 1, in the order of the text. */
	number: number;
	/** The passage that it stands at the end of. */
	ordinal: number;
	purpose: Annotation['purpose'];
	/** ¶ number of its words. */
	paragraph: number | null;
	words: string;
	/** Markdown. */
	body: string;
	author: string;
}

/** The notes on this edition's words, replies left out, in the order in which they end. */
export function printedNotes(
	annotations: readonly Annotation[],
	blocks: readonly StoredBlock[],
	editionId: EditionId,
): PrintedNote[] {
	return annotations
		.flatMap((annotation) => {
			const range = annotation.replyToId === null ? rangeIn(annotation, editionId) : null;
			return range ? [{ annotation, range }] : [];
		})
		.sort((a, b) => a.range.endOrdinal - b.range.endOrdinal || a.range.endOffset - b.range.endOffset)
		.map(({ annotation, range }, at) => ({
			number: at + 1,
			ordinal: range.endOrdinal,
			purpose: annotation.purpose,
			paragraph: citedNumber(blocks, range.startOrdinal),
			words: annotatedWords(annotation, blocks, editionId),
			body: annotation.body,
			author: annotation.author,
		}));
}
