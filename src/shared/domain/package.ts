import type { CollectionId, RecordId } from './ids.ts';

/** How a package lies on the disk: a folder, a ZIP file, or a ZIP file in an age file. */
export const packageForms = ['folder', 'zip', 'encrypted'] as const;
export type PackageForm = (typeof packageForms)[number];

/** `whole`: everything that the access of the records lets out. `share`: for strangers, without what says who and where. */
export const packageProfiles = ['whole', 'share'] as const;
export type PackageProfile = (typeof packageProfiles)[number];

/** Which records to export: all outside the bin, those of a collection and the collections in it, or these. */
export interface PackageChoice {
	collectionId?: CollectionId;
	recordIds?: RecordId[];
	/** Of those, without these. */
	withoutIds?: RecordId[];
	/** Also the sealed names of those who gave them; never in a share. */
	withGivers?: boolean;
	/** Also those that their access keeps in: only for home, whose they are. */
	withClosed?: boolean;
}

/** Who can open an encrypted package. Never kept anywhere. */
export type PackageKey = { passphrase: string } | { recipients: string[] };

/** Sizes that no file of a package may have, offered where the system does not tell what the medium takes: FAT, and smaller. */
export const partSizes = { fat: 2 ** 32 - 1, half: 2 ** 31, disc: 700_000_000 } as const;
/** What is in a part beside its payload takes a tenth of a megabyte. */
export const smallestPartBytes = 1_000_000;
export type PartSize = keyof typeof partSizes;

/** What is in a package, in the order in which people are told. */
export const packagedKinds = [
	'records',
	'originals',
	'texts',
	'annotations',
	'links',
	'names',
	'events',
	'collections',
	'descriptions',
	'quotes',
	'searches',
	'givers',
	'custody',
	'history',
] as const;
export type PackagedKind = (typeof packagedKinds)[number];

/** What stays out, and why. Each has a sentence `package.left-out.<kind>`. */
export const leftOutKinds = [
	'closed-records',
	'withheld-names',
	'originals',
	'full-texts',
	'joined-texts',
	'notes-on-full-texts',
	'private-notes',
	'quotes',
	'givers',
	'authors',
	'file-names',
	'custody',
	'history',
	'far-links',
] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

/** What a package of these records would hold and leave out; kinds that are not there are missing or 0. */
export interface PackagePreview {
	packaged: Partial<Record<PackagedKind, number>>;
	leftOut: Partial<Record<LeftOutKind, number>>;
	/** Of a share: titles that go and are what a file was called, as they are where nobody wrote another. */
	fileTitles: string[];
	/** Of a share: records of which only a redacted text goes, or none since one that they are joined with is redacted. */
	redacted: RedactedGoing[];
	/** Bytes of the originals. */
	sizeBytes: number;
	/** Names that are to be withheld, and that are looked for before anything leaves; 0 for a package that is whole. */
	withheldNameCount: number;
}

/** What of a record goes beside its redacted text, and may say what was blacked out there. */
export const besideRedacted = [
	'title',
	'creators',
	'description',
	'source',
	'knownFrom',
	'rights',
	'tags',
	'referenceCode',
	'extent',
	'accessConditions',
	'notes',
	'dates',
	'collections',
	'names',
	'events',
	'pictures',
] as const;
export type BesideRedacted = (typeof besideRedacted)[number];

export interface RedactedGoing {
	recordId: RecordId;
	title: string;
	/** False where no text of it goes. */
	hasText: boolean;
	/** Where words that were blacked out go along all the same, and those words as they stand there. */
	tells: { where: BesideRedacted; words: string[] }[];
}

/** A place in what is about to leave where a name that is to be withheld was found. */
export interface FoundName {
	/** As the archivist wrote it. */
	name: string;
	/** The file of the package; in a reading copy the title of its record, or the part of the copy. */
	path: string;
	/** The words around it. */
	words: string;
	/** As it is written; else in another form or script, or nearly. */
	isExact: boolean;
	/** The record that it stands in, by which it can be left out; null for what belongs to none. */
	recordId: RecordId | null;
}

/** What looking for withheld names came to. */
export interface SweepReport {
	nameCount: number;
	/** Places in all; `found` has the first of them. */
	total: number;
	found: FoundName[];
	/** All that were met, wherever that is. */
	names: string[];
	/** Records of those in `found`. */
	recordIds: RecordId[];
	/** Over all places: whoever saw these, and lets them go, gives it back. Another, as soon as one is. */
	digest: string;
}

/**
 * What a check of a bag (RFC 8493) can find. Each has a sentence `package.finding.<kind>`, which `what` (a path, a line, a
 * value) fills.
 */
export const findingKinds = [
	'no-declaration',
	'bad-declaration',
	'version',
	'encoding',
	'no-payload',
	'no-manifest',
	'algorithm',
	'only-unknown-algorithms',
	'weak-algorithm',
	'bad-line',
	'unsafe-path',
	'not-a-file',
	'listed-twice',
	'wrong-place',
	'missing',
	'to-fetch',
	'unlisted',
	'unlisted-in',
	'changed',
	'unreadable',
	'oxum',
	'bad-info',
	'unencoded-path',
	'odd-path',
	'other-normalisation',
	'same-on-others',
	'reserved-name',
	'missing-part',
	'other-part',
	'part-alone',
] as const;
export interface BagFinding {
	kind: (typeof findingKinds)[number];
	what: string;
}

/** What a check of a bag came to. */
export interface BagReport {
	/** Why it is not valid; empty when it is. */
	reasons: BagFinding[];
	/** What is allowed and may yet bring trouble. */
	warnings: BagFinding[];
	/** As the bag declares it; '' when it does not. */
	version: string;
	/** Payload files that are there, and their bytes. */
	fileCount: number;
	sizeBytes: number;
	/** Digests by which the payload was checked. */
	algorithms: string[];
	/** Lectern wrote it, in a form that can be merged here. */
	isOwn: boolean;
	/** Files that it is in, of those that were found. */
	partCount: number;
}
