import type { Clock } from './clock.ts';
import type { AnnotationId, EditionId, RecordId } from './ids.ts';

export const purposes = ['note', 'claim', 'evidence', 'dispute', 'question'] as const;
export type Purpose = (typeof purposes)[number];

/** Characters of context kept on each side of a quotation, in UTF-16 units (W3C TextQuoteSelector prefix and suffix). */
export const quoteContextLength = 64;

/**
 * A stretch of an edition, from a passage and offset up to (not including) a passage and offset; it may run over
 * several passages. Offsets are UTF-16 code units of each passage's stored text.
 */
export interface TextRange {
	editionId: EditionId;
	startOrdinal: number;
	startOffset: number;
	endOrdinal: number;
	endOffset: number;
}

/** Where an annotation was made, and the words it was made on. Stored once, never overwritten. */
export interface AnnotationTarget extends TextRange {
	/** The marked words; passages are joined by '\n'. */
	exact: string;
	prefix: string;
	suffix: string;
}

/** How sure it is that the mark stands on the words it was made on. */
export const placements = ['placed', 'moved', 'needs-review', 'unplaced'] as const;
export type Placement = (typeof placements)[number];

/** What a person writes. */
export interface AnnotationFields {
	purpose: Purpose;
	/** Markdown. */
	body: string;
	tags: string[];
	isResolved: boolean;
}

export interface Annotation extends AnnotationFields {
	id: AnnotationId;
	recordId: RecordId;
	/** Null for a note on the record as a whole. */
	target: AnnotationTarget | null;
	placement: Placement;
	author: string;
	/** ISO 8601 UTC. */
	createdAt: string;
	changedAt: string;
	clock: Clock;
	revision: number;
	replyToId: AnnotationId | null;
}
