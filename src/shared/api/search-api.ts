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
	/** For notes. */
	annotationId?: string;
	/** Who wrote it; for notes. */
	author?: string;
	/** Its own, not its record's; for notes that have any. */
	tags?: string[];
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
	/** Names of those who made the record, as they stand there; absent where none is known. */
	creators?: string[];
	/** Absent where there are none. */
	tags?: string[];
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

export interface SearchCalls {
	/** Everything to be indexed, page by page, whole owners only. */
	documents(argument: { after: string | null; limit: number }): SearchPage;
	/** The documents of these owners as they are now; an owner that is missing from the answer is gone. */
	documentsOf(argument: { ownerIds: string[] }): SearchPage;
}

export const searchArguments = {
	documents: v.object({ after: v.nullable(v.string()), limit: v.pipe(v.number(), v.integer(), v.maxValue(10_000)) }),
	documentsOf: v.object({ ownerIds: v.array(idSchema()) }),
};
