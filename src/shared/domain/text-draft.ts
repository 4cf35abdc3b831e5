import type { EditionId, RecordId, Sha256 } from './ids.ts';

/**
 * What is being written: the text of a record (`about` is ''), its redacted text, a translation of it into a language
 * (BCP 47), or the transcript of a recording of it.
 */
export interface DraftSubject {
	recordId: RecordId;
	about: Sha256 | '' | 'redaction' | TranslationDraft;
}

export type TranslationDraft = `translation ${string}`;

export function translationInto(language: string): TranslationDraft {
	return `translation ${language}`;
}

/** A text that a person has begun and not finished. It is on disk, and no edition yet. */
export interface TextDraft extends DraftSubject {
	text: string;
	/** BCP 47; 'und' is guessed when it is finished. */
	language: string;
	/** The edition that it goes on from; null where it is the first. */
	baseEditionId: EditionId | null;
	/** The translation that a draft of one goes on from; null where it is the first, and for other drafts. */
	translationId: EditionId | null;
	/** Instant. */
	savedAt: string;
}
