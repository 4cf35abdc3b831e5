import type { CollectionId } from './ids.ts';

/**
 * The collection that new arrivals wait in: one id in every archive, so that copies agree. It is a collection like any
 * other, and so it merges, is undone and travels in packages; only its name is said in the language of the interface.
 */
export const inboxCollectionId = '5b0f6a3e-9c1d-5e52-8f0a-1d7b6a2c4e90' as CollectionId;

/** `missing`: the folder is not there now; it is watched again as soon as it is. */
export type InboxFolderState = 'off' | 'watching' | 'missing' | 'unreadable' | 'read-only';

/** An entry of the watched folder that is not taken. */
export interface PassedOver {
	/** Its path below the folder. */
	name: string;
	/** `unfinished`: hidden, or named as programs name what they have not written to its end. */
	why: 'not-a-file' | 'unfinished' | 'unreadable';
}

/** The folder that is watched for the open archive on this device. */
export interface InboxFolder {
	/** False where clients may not name folders of this machine. */
	isOffered: boolean;
	/** Absolute; null for none. */
	path: string | null;
	state: InboxFolderState;
	/** Why it cannot be read; '' unless that is so. */
	reason: string;
	/** Entries that are in it and are not taken, as at the last look: the first of them. */
	passedOver: PassedOver[];
	passedOverCount: number;
}
