import type { EventId, NameId, RecordId } from './ids.ts';

export const eventRelations = ['before', 'after', 'during'] as const;
export type EventRelationKind = (typeof eventRelations)[number];

/** Order that is known where a date is not: "minutes before the attack". */
export interface EventRelation {
	relation: EventRelationKind;
	otherId: EventId;
	/** The source's own words for it, or ours marked as such. */
	words: string;
}

/** Kinds that every archive knows; an archive may use others of its own, so a stored kind is any short text; '' is none. */
export const eventKinds = ['talks', 'statement', 'disclosure', 'instrument', 'action'] as const;
export type EventKind = (typeof eventKinds)[number] | (string & {});

/** What a person may write of an event. */
export interface EventFields {
	title: string;
	kind: EventKind;
	/** EDTF; '' when the source gives no date. What is no EDTF is kept as it was written, and shown as not read. */
	edtf: string;
	/** The words with which the source gives the date; '' where nobody copied them. */
	dateWords: string;
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
}

/** Something that happened, as a source dates it. */
export interface ArchiveEvent extends EventFields {
	id: EventId;
	/** Records that attest it. */
	recordIds: RecordId[];
	/** Records that contradict it. */
	disputingRecordIds: RecordId[];
	/** Other accounts of the same: where sources differ, each is an event with a date of its own. */
	sameEventIds: EventId[];
	/** Counts every change of the event, of its names and of its order. */
	revision: number;
}
