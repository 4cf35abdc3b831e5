import * as v from 'valibot';
import type { EditionId } from '../domain/ids.ts';
import { idSchema } from './schemas.ts';

export const searchDocumentKinds = ['passage', 'title', 'description', 'note', 'name'] as const;
export type SearchDocumentKind = (typeof searchDocumentKinds)[number];

/** One thing that search finds. Its owner (a record or a name) is what is fetched again when it changes. */
export interface SearchDocument {
	/** Unique among all documents and stable: the same thing has the same key after every change. */
	key: string;
	kind: SearchDocumentKind;
	/** The record's id, or the name's for kind `name`. */
	ownerId: string;
	text: string;
	/** BCP 47 of this text; 'und' when not known. */
	language: string;
	/** For passages and notes on passages. */
	editionId?: EditionId;
	ordinal?: number;
	number?: number | null;
	/** For passages of a translation, which is not the text that the record shows. */
	isTranslation?: true;
	/** For notes. */
	annotationId?: string;
	/** Who wrote it; for notes. */
	author?: string;
	/** Its own, not its record's; for notes that have any. */
	tags?: string[];
	/** When it was made, ISO 8601 UTC; for notes and for passages of translations, which come after the record's text. */
	since?: string;
	/** All forms, in whatever script; for names. What answers one of them answers the others too. */
	forms?: string[];
}

/** What facets count by, once per owner. */
export interface SearchOwner {
	id: string;
	title: string;
	recordKind: string;
	dateEdtf: string;
	holding: string;
	/** The edition whose passages are its documents; absent for names and for records without text. */
	editionId?: string;
	/** The editions that are translations of it now, whose passages are its documents too, and when each was made. Absent without any. */
	translations?: { editionId: string; since: string }[];
	/** Names of those who made the record, as they stand there; absent where none is known. */
	creators?: string[];
	/** Absent where there are none. */
	tags?: string[];
	/** Ids of the persons, organisations and roles that the record is joined to. Absent without any. */
	people?: string[];
	/** The same for places. */
	places?: string[];
	/** Where it came from; absent where that is not known. */
	source?: string;
	/** When the record or name came to be in an archive, ISO 8601 UTC. */
	since?: string;
	/** When the text that is searched was made; for records that have one. */
	textSince?: string;
}

export interface SearchPage {
	owners: SearchOwner[];
	documents: SearchDocument[];
	/** Pass it to get the next page; null at the end. */
	next: string | null;
	/** The change number that these pages cover, at least. */
	changeNumber: number;
	total: number;
}

/** A packed part of the index that the archive keeps. */
export interface SearchSegment {
	id: string;
	/** As `shared/search/packed/segment.ts` describes it. */
	header: unknown;
}

export interface SearchCalls {
	/** Owners alone, page by page: enough for the passages of segments to be found. */
	owners(argument: { after: string | null; limit: number }): { owners: SearchOwner[]; next: string | null };
	/**
	 * Everything to be indexed, page by page, whole owners only; without the passages that these segments have. A segment
	 * that the archive does not know has none.
	 */
	documents(argument: { after: string | null; limit: number; segmentIds?: string[] }): SearchPage;
	/** The documents of these owners as they are now; an owner that is missing from the answer is gone. */
	documentsOf(argument: { ownerIds: string[]; segmentIds?: string[] }): SearchPage;
	/** The packed parts of the index; every passage is in one of them at most. */
	segments(): SearchSegment[];
	/**
	 * Pages of a segment's bytes, 64 KiB each but for the last of its resident and the last of all. Checked against their
	 * digests; throws not-found for a segment that is gone, or damaged: then it goes, and is built anew.
	 */
	segmentPages(argument: { segmentId: string; numbers: number[] }): Uint8Array[];
	/** Texts of passages, in this order; null where there is no such passage. */
	texts(argument: { places: { editionId: string; ordinal: number }[] }): (string | null)[];
}

const afterSchema = v.nullable(v.string());
const limitSchema = v.pipe(v.number(), v.integer(), v.maxValue(10_000));
const segmentIdsSchema = v.exactOptional(v.array(idSchema()));
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const searchArguments = {
	owners: v.object({ after: afterSchema, limit: limitSchema }),
	documents: v.object({ after: afterSchema, limit: limitSchema, segmentIds: segmentIdsSchema }),
	documentsOf: v.object({ ownerIds: v.array(idSchema()), segmentIds: segmentIdsSchema }),
	segments: v.undefined(),
	segmentPages: v.object({ segmentId: idSchema(), numbers: v.array(countSchema) }),
	texts: v.object({ places: v.array(v.object({ editionId: idSchema(), ordinal: countSchema })) }),
};
