import type { Clock } from './clock.ts';
import type { CollectionId, EditionId, RecordId, Sha256, TagId } from './ids.ts';
import type { MediaFacts } from './media-facts.ts';
import type { PictureFacts } from './recognition.ts';

/** Kinds that every archive knows; an archive may use others of its own, so a stored kind is any short text. */
export const recordKinds = [
	'report',
	'proposal',
	'statement',
	'agreement',
	'decree',
	'testimony',
	'leaked-guidance',
	'news-item',
	'digest',
	'letter',
	'order',
	'minutes',
	'mail',
	'chat',
	'image',
	'recording',
	'other',
] as const;
export type RecordKind = (typeof recordKinds)[number] | (string & {});

/**
 * `held`: the archive has the item. `held-variant`: it has a version that differs from the one described.
 * `described-only`: known from another record, not yet obtained.
 */
export const holdings = ['held', 'held-variant', 'described-only'] as const;
export type Holding = (typeof holdings)[number];

export const dateTypes = ['created', 'sent', 'received', 'published', 'covered'] as const;
export type DateType = (typeof dateTypes)[number];

export interface RecordDate {
	type: DateType;
	/** EDTF (ISO 8601-2:2019), with the source's own precision. */
	edtf: string;
	/** What of it is inferred and from what, in words; '' when the source states it. */
	inferred: string;
}

const dateTypesByWeight: readonly DateType[] = ['created', 'sent', 'published', 'received', 'covered'];

/**
 * The EDTF date to show and sort by where there is room for one: when the item was made, else sent, published,
 * received, and at last what it covers; '' when it has none.
 */
export function mainDate(dates: readonly RecordDate[]): string {
	for (const type of dateTypesByWeight) {
		const found = dates.find((date) => date.type === type && date.edtf !== '');
		if (found) return found.edtf;
	}
	return '';
}

export interface Creator {
	name: string;
	/** Free words: author, speaker, publisher, attributed author … */
	role: string;
	certainty: 'stated' | 'attributed' | 'inferred';
}

export const accessLevels = ['open', 'restricted', 'closed'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** What a person may write into a record; everything else is kept by Lectern. */
export interface RecordFields {
	title: string;
	kind: RecordKind;
	creators: Creator[];
	dates: RecordDate[];
	/** BCP 47 tags; empty when not known. */
	languages: string[];
	description: string;
	rights: string;
	/** Where it came from, in words. */
	source: string;
	/** The paragraph of another record that this one is known from, in words; for records described only. */
	knownFrom: string;
	access: AccessLevel;
	/** EDTF date until which `access` binds every export; '' for none. */
	embargoUntil: string;
	/** The record that this one is a part of (level of description), if any. */
	parentId: RecordId | null;
}

/** A record with what the library table and the inspector show of it. */
export interface RecordSummary extends RecordFields {
	id: RecordId;
	holding: Holding;
	createdAt: string;
	clock: Clock;
	revision: number;
	isInBin: boolean;
	/** The edition that opens by itself and is searched; null when the record has no text. */
	editionId: EditionId | null;
	passageCount: number;
	annotationCount: number;
	tagIds: TagId[];
	collectionIds: CollectionId[];
	/** Null for a record of its own. */
	joined: JoinedInto | null;
}

/** That a record was joined into another, which holds all of its files and stands for it where records are listed. */
export interface JoinedInto {
	into: RecordId;
	/** Where its first file stands among the other's. */
	at: number;
}

/** What records are listed of: all outside the bin, or those in it; of a collection or a tag alone. */
export interface RecordPlace {
	inBin?: boolean;
	collectionId?: CollectionId;
	tagId?: TagId;
}

export function isListedIn({ inBin = false, collectionId, tagId }: RecordPlace, record: RecordSummary): boolean {
	return (
		record.isInBin === inBin &&
		(collectionId === undefined || record.collectionIds.includes(collectionId)) &&
		(tagId === undefined || record.tagIds.includes(tagId))
	);
}

/** A list without the records that another one in it stands for. */
export function withoutJoined<R extends Pick<RecordSummary, 'id' | 'joined'>>(records: readonly R[]): R[] {
	if (!records.some(({ joined }) => joined)) return [...records];
	const listed = new Set(records.map(({ id }) => id));
	return records.filter(({ joined }) => joined === null || !listed.has(joined.into));
}

/** What was joined into a record, in the order of its files. */
export function joinedInto<R extends Pick<RecordSummary, 'joined'>>(records: readonly R[], id: RecordId): R[] {
	return records.filter(({ joined }) => joined?.into === id).sort((a, b) => (a.joined?.at ?? 0) - (b.joined?.at ?? 0));
}

/** One file of a record, in the order of its parts (forty photographs, one letter). */
export interface HeldFile {
	sha256: Sha256;
	fileName: string;
	mediaType: string;
	sizeBytes: number;
	/** ISO 8601 UTC. */
	receivedAt: string;
	/** As last verified; `unverified` until a verification has read it back. */
	fixity: Fixity;
	verifiedAt: string | null;
	/** What its head says, if it is a picture that can be looked into. */
	picture: PictureFacts | null;
	/** The same of a recording. */
	media: MediaFacts | null;
}

/** Never rounded up: only bytes that were read back and hashed to the stored digest are `intact`. */
export const fixities = ['intact', 'changed', 'missing', 'unverifiable', 'unverified'] as const;
export type Fixity = (typeof fixities)[number];
