import type { EditionId, NameId, RecordId } from './ids.ts';

/** What a person said of a passage in which a form of a name is found: it speaks of this name, or of another thing. */
export const verdicts = ['confirmed', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];

/** A passage that was judged. What nobody judged is not stored: the search finds it. */
export interface Mention {
	nameId: NameId;
	recordId: RecordId;
	/** Where it was judged. */
	editionId: EditionId;
	ordinal: number;
	/** The passage in the edition that its record shows now; null where that has no such passage. */
	place: { editionId: EditionId; ordinal: number; number: number | null } | null;
	verdict: Verdict;
	/** The words that were taken for the name, as they stood; the passage's first ones where there were none. */
	words: string;
	author: string;
	/** ISO 8601 UTC. */
	judgedAt: string;
}

/** A passage to be judged, and its words that are taken for the name. */
export interface MentionPlace {
	recordId: RecordId;
	editionId: EditionId;
	ordinal: number;
	words: string;
}
