import type { Annotation, Placement, TextRange } from './annotation.ts';
import type { AnnotationId, LinkId, RecordId } from './ids.ts';
import type { LinkEnd } from './link.ts';
import type { Holding } from './record.ts';

/** The record that words stand in. */
export interface SourceRecord {
	id: RecordId;
	title: string;
	/** EDTF; '' when it has no date. */
	dateEdtf: string;
	holding: Holding;
}

/** What supports or contradicts a claim, by one link. */
export interface Evidence {
	linkId: LinkId;
	/** What the link leads to. */
	end: LinkEnd;
	/** Null for a name or an event. */
	record: SourceRecord | null;
	/** The name or event that it is; '' for words of a record. */
	title: string;
	/** EDTF date of an event; '' otherwise. */
	dateEdtf: string;
	/** Where it stands now if that is sure, else where it was made; null for a record as a whole, a name, an event. */
	range: TextRange | null;
	/** How sure it is that its words stand there in the edition that the record shows. */
	placement: Placement;
	/** ¶ numbers to cite, "3" or "3–5"; '' where there are none. */
	numbers: string;
	/** The page that an annotation's region is on; null for what is on none. */
	page: number | null;
	/** The words that are pointed at; '' for a thing as a whole. */
	words: string;
	/** What an annotation says of them; '' otherwise. */
	note: string;
	/** Whether the link stands on the passage that the claim was made on, not on the claim itself. */
	isOnPassage: boolean;
}

/** A claim with all that is linked for it and against it. */
export interface ClaimEvidence {
	claim: Annotation;
	/** The words that it was made on, as one quotes them; '' for a claim on a record or a region. */
	words: string;
	record: SourceRecord;
	/** ¶ numbers to cite, "3" or "3–5"; '' where there are none. */
	numbers: string;
	supports: Evidence[];
	contradicts: Evidence[];
}

/** What is linked to an event for what it says and against it. */
export interface EventEvidence {
	attests: Evidence[];
	contradicts: Evidence[];
}

/** Files for people: what supports which claim is told to programs by the annotations' own export. */
export const evidenceFormats = ['markdown', 'html'] as const;
export type EvidenceFormat = (typeof evidenceFormats)[number];

/** Endings of the files that hold them, without the dot. */
export const evidenceEndings: Readonly<Record<EvidenceFormat, string>> = { markdown: 'md', html: 'html' };

/** Which claims to export: all, or these. */
export interface ClaimChoice {
	ids?: AnnotationId[];
}
