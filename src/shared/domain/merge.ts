import type { JobId, RecordId } from './ids.ts';

/** Kinds of thing that a merge accounts for. */
export const mergedKinds = [
	'record',
	'annotation',
	'link',
	'name',
	'event',
	'collection',
	'quote',
	'quote-folder',
	'saved-search',
	'archive',
] as const;
export type MergedKind = (typeof mergedKinds)[number];

/** `conflict`: changed here and there in sight of neither, so that both wordings are kept. */
export const mergedChanges = ['new', 'changed', 'deleted', 'conflict'] as const;
export type MergedChange = (typeof mergedChanges)[number];

/** One thing that another archive brings, or changes here. */
export interface MergedThing {
	kind: MergedKind;
	id: string;
	change: MergedChange;
	/** Of a record, name, event, collection: what it is called; of an annotation what is written in it, or its words. */
	title: string;
	/** The record that an annotation is on. */
	recordId?: RecordId;
	recordTitle?: string;
	/**
	 * Worded parts of it that will read otherwise, or in two wordings, in the order of `wordedFields`. Empty for what is new or
	 * deleted, and where only something without words changes, as a tag.
	 */
	fields: WordedField[];
}

/** What opens an encrypted package: its passphrase, or secret keys of age, one of which is enough. Kept nowhere. */
export type OtherKey = { passphrase: string } | { identities: readonly string[] };

/** How far another archive was read: files of a package, then changes of its log. */
export interface MergeReading {
	id: JobId;
	unit: 'files' | 'changes';
	done: number;
	total: number;
}

export type MergedCounts = Record<MergedKind, Record<MergedChange, number>>;

/** What a merge would do, before it does anything. */
export interface MergePreview {
	/** Name of the other archive's file, and its title. */
	file: string;
	title: string;
	/** False for one that is no copy of the open archive: it is taken in all the same, under the open one's title. */
	isCopy: boolean;
	/** True for a package without history: what is here, changed or deleted here too, stays as it is. */
	bringsOnlyNew: boolean;
	/** True when it holds nothing that is not here already. */
	isEmpty: boolean;
	counts: MergedCounts;
	originals: { count: number; sizeBytes: number };
	/** Records that it holds and that were withdrawn here: they do not come. */
	withdrawnCount: number;
	/** Notes in a file of notes that are on records or texts which are not here: they stay in the file. */
	goneCount: number;
	/** Texts that come along. */
	editionCount: number;
	/** Originals that another record here holds already: perhaps one item that was described twice. */
	sameOriginalCount: number;
}

export function noMergedCounts(): MergedCounts {
	const none = () => Object.fromEntries(mergedChanges.map((change) => [change, 0])) as Record<MergedChange, number>;
	return Object.fromEntries(mergedKinds.map((kind) => [kind, none()])) as MergedCounts;
}

/** Kinds of thing whose text can stand in two wordings. */
export const wordedKinds = [
	'record',
	'annotation',
	'name',
	'event',
	'collection',
	'quote',
	'quote-folder',
	'saved-search',
	'archive',
] as const;
export type WordedKind = (typeof wordedKinds)[number];

/** A text that was worded twice, by people who had not seen each other's. */
export interface WordingConflict {
	/** Id of the kept wording. */
	id: string;
	kind: WordedKind;
	ownerId: string;
	/** What the thing is called, to find it by. */
	title: string;
	recordId?: RecordId;
	/** Which part of it: the last part of the catalogue key `conflicts.field.<field>`. */
	field: WordedField;
	/** Where it is a list, of which one or the other may be chosen: JSON. */
	isList: boolean;
	/** What stands now, and who wrote it when; author and instant are '' where nobody noted that. */
	standing: Wording;
	/** What is kept beside it. */
	kept: Wording;
	/** Of the thing; `settle` carries it. */
	revision: number;
}

export interface Wording {
	text: string;
	author: string;
	/** ISO 8601 UTC. */
	at: string;
}

export const wordedFields = [
	'title',
	'description',
	'creators',
	'dates',
	'languages',
	'rights',
	'source',
	'known_from',
	'body',
	'edtf',
	'words',
	'name',
	'note',
	'reference_code',
	'extent',
	'custodial_history',
	'access_conditions',
	'received_on',
	'received_by',
	'sensitivity',
	'withheld_names',
] as const;
export type WordedField = (typeof wordedFields)[number];
