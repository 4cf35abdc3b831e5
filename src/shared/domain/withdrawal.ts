import type { Id, RecordId, Sha256 } from './ids.ts';

export type WithdrawalId = Id<'withdrawal'>;

/** What is kept of a record that was withdrawn for good: nothing of it but its id and the digests of its files. */
export interface Withdrawal {
	id: WithdrawalId;
	recordId: RecordId;
	/** Of the files whose bytes went with it. */
	originals: Sha256[];
	/** Why, as whoever did it put it; it stands in the custody log too. */
	reason: string;
	author: string;
	/** ISO 8601 UTC. */
	withdrawnAt: string;
	/** The record is in this archive all the same: it was withdrawn in another copy that was merged. */
	isHeldHere: boolean;
}

/** What would go, counted over all chosen records, and what is known of copies. */
export interface WithdrawalPreview {
	records: { id: RecordId; title: string }[];
	/** Records that are parts of those, as a mail's attachments are, and were not chosen. */
	parts: { id: RecordId; title: string }[];
	originals: { count: number; sizeBytes: number };
	/** Files that other records hold too: they stay. */
	sharedOriginalCount: number;
	editionCount: number;
	annotationCount: number;
	linkCount: number;
	/** Paths of copies on this device that hold them: they go too. */
	copies: string[];
	/** Paths of copies that cannot be looked into, for want of their passphrase: they stay. */
	closedCopies: string[];
	/** False where no new copy can be taken, so that the newest of `copies` stays unless it is said that all are to go. */
	canBeCopied: boolean;
	/** Packages and reading copies that were exported, newest first: what they hold is out of reach. */
	exports: { at: string; file: string }[];
}
