import type { EditionId, NameId, RecordId } from './ids.ts';
import type { NameKind } from './name.ts';

/**
 * Why words are taken for a name, the surest first: they stand in the table of known forms; a title, or a word for a place
 * or an organisation, stands with them; they begin with capitals where an ordinary word would not.
 */
export const candidateEvidences = ['known', 'title', 'capitals'] as const;
export type CandidateEvidence = (typeof candidateEvidences)[number];

/** Where words stand that may be a name, with the words around them. */
export interface CandidateExample {
	recordId: RecordId;
	recordTitle: string;
	editionId: EditionId;
	ordinal: number;
	/** ¶ number; null where the passage has none. */
	number: number | null;
	/** BCP 47; 'und' when not known. */
	language: string;
	/** A part of the passage. */
	context: string;
	/** The words, as UTF-16 offsets in `context`. */
	start: number;
	end: number;
}

/** Words that may be a name, in all forms in which they were found. */
export interface FoundCandidate {
	/** What its forms have in common: the same in every archive. */
	key: string;
	/** Each spelling with how often it was found. */
	spellings: Record<string, number>;
	kind: NameKind;
	evidence: CandidateEvidence;
	/** The name of the table of known forms that it is; absent where it is none. */
	knownId?: NameId;
	count: number;
	/** The first few. */
	examples: CandidateExample[];
}

/** Words that somebody said are no name. */
export interface RejectedName {
	id: string;
	text: string;
}
