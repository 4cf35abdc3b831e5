import type { EventId, NameId, RecordId } from './ids.ts';

export const eventRelations = ['before', 'after', 'during'] as const;

/** Order that is known where a date is not: "minutes before the attack". */
export interface EventRelation {
	relation: (typeof eventRelations)[number];
	otherId: EventId;
	/** The source's own words for it, or ours marked as such. */
	words: string;
}

/** Something that happened, as a source dates it. */
export interface ArchiveEvent {
	id: EventId;
	title: string;
	/** EDTF; '' when the source gives no date. */
	edtf: string;
	/** What of the date is inferred, in words; '' when it is stated. */
	inferred: string;
	/** ISO 8601 duration, or ''. */
	duration: string;
	description: string;
	/** The source and paragraph that it rests on, in words. */
	source: string;
	placeIds: NameId[];
	participantIds: NameId[];
	relations: EventRelation[];
	/** Records that attest it. */
	recordIds: RecordId[];
	revision: number;
}
