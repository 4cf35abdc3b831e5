import type { Clock } from './clock.ts';
import type { AnnotationId, EditionId, RecordId } from './ids.ts';
import type { PageRegion } from './page-box.ts';

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

/**
 * How sure it is that the mark stands on the words it was made on. `left`: unsure or gone, and a person said to leave it at
 * that.
 */
export const placements = ['placed', 'moved', 'needs-review', 'unplaced', 'left'] as const;
export type Placement = (typeof placements)[number];

/** Whether it stands on its words beyond doubt. */
export function isSurePlacement(placement: Placement): boolean {
	return placement === 'placed' || placement === 'moved';
}

/** What an annotation that came in a file said of itself and of where it was made. Stored once, never overwritten. */
export interface AnnotationOrigin {
	/** The annotation's own address; '' when that says no more than its id. */
	via: string;
	/** Address of what it was made on; '' for a reply. */
	source: string;
	/** The words it was made on, as it quoted them; '' when it quoted none, and when they have a place here. */
	exact: string;
	prefix: string;
	suffix: string;
	placement: Exclude<Placement, 'moved' | 'left'>;
}

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
	/** Null for a note on the record as a whole or on a region, and for one that came from elsewhere and found no place. */
	target: AnnotationTarget | null;
	/** The words of its target as one quotes them (decision 15); only where that is not how they are stored. */
	quoted?: string;
	/** What it was made on, if that is a part of a page or an image. Stored once, never overwritten. */
	region: PageRegion | null;
	/** Null for one that was made in Lectern. */
	origin: AnnotationOrigin | null;
	/**
	 * Where it stands in the edition that the record shows: its target there, or where alignment or a person found its words
	 * again. Null for a note on the whole record, while it is unplaced and where it was left; a guess while it needs review.
	 */
	place: TextRange | null;
	placement: Placement;
	/** ¶ number of the first passage it surely stands on, or else was made on; null where that is not counted, or there is none. */
	number: number | null;
	author: string;
	/** ISO 8601 UTC. */
	createdAt: string;
	changedAt: string;
	clock: Clock;
	revision: number;
	replyToId: AnnotationId | null;
}

/** The words it was made on, as one quotes them; as they are stored where its text is not here, '' where it is on none. */
export function quoteOf({ quoted, target, origin }: Pick<Annotation, 'quoted' | 'target' | 'origin'>): string {
	return quoted ?? target?.exact ?? origin?.exact ?? '';
}

/** Where its words are beyond doubt: in the edition that the record shows, if that is sure, else where it was made. */
export function sureRange({ target, place, placement }: Annotation): TextRange | null {
	return isSurePlacement(placement) ? (place ?? target) : target;
}

/** Where an annotation stands in one edition that it was not made on. */
export interface AnnotationPlace {
	id: AnnotationId;
	/** Null exactly when unplaced or left; a guess while it needs review. */
	range: TextRange | null;
	placement: Placement;
}

/**
 * Where an annotation stands in one edition: where it was made, or where its words were found again. Null if nowhere, and
 * while its place is a guess: no mark is shown on words it was not made on.
 */
export function rangeIn(annotation: Annotation, editionId: EditionId | null): TextRange | null {
	const { target, placement } = annotation;
	if (target && target.editionId === editionId) return target;
	return placement === 'needs-review' ? null : placeIn(annotation, editionId);
}

/** The same, or the guess. */
export function placeIn({ target, place }: Annotation, editionId: EditionId | null): TextRange | null {
	if (target && target.editionId === editionId) return target;
	return place && place.editionId === editionId ? place : null;
}

/** With their places in another edition than the one that the record shows, as far as they are known there. */
export function standingIn(annotations: readonly Annotation[], places: readonly AnnotationPlace[]): Annotation[] {
	const byId = new Map(places.map((place) => [place.id, place]));
	return annotations.map((annotation) => {
		const found = byId.get(annotation.id);
		if (!found || (found.range === null && annotation.place === null && found.placement === annotation.placement))
			return annotation;
		return { ...annotation, place: found.range, placement: found.placement };
	});
}
