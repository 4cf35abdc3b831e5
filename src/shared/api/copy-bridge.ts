import type { Locale } from '../messages/locales.ts';
import type { PortPurpose } from './bridge.ts';

// A DOM type that this project does not know; the bridge only names it.
declare interface MessagePort {
	close(): void;
}

/** A value that changes, and is another object whenever it does. */
export interface Watched<T> {
	get(): T;
	/** Gives the function that stops it. */
	subscribe(listener: () => void): () => void;
}

/** How far the copy was compared with the digests that were written with it. */
export interface SealState {
	/** SHA-256 of `manifest-sha256.txt`: whoever wrote it down when the copy was made can tell this one from any other. */
	digest: string;
	checked: number;
	total: number;
	isChecking: boolean;
	/** Paths of files that are not what was written, or not there. */
	changed: readonly string[];
}

export interface NotesState {
	/** Whether the browser keeps them, or nothing does but this window. */
	isKept: boolean;
	/** Whether it could. */
	canKeep: boolean;
	/** The browser took them before and refuses now: what was written since is in this window alone. */
	hasFailed: boolean;
	/** Steps since they were saved as a file last. */
	unsaved: number;
}

/** How many steps came, or why none did: it is no file of notes, or one of a copy of something else. */
export type OpenedNotes = { steps: number } | { problem: 'not-notes' | 'other-copy' };

/** Those that a copy has. */
export type CopyWorkerName = 'search' | 'graph';

/**
 * What the page of a reading copy offers to the renderer, on `window.lecternCopy`; absent everywhere else. The contract
 * itself is answered over the ports of `connect`.
 */
export interface ReadingCopyBridge {
	/** It was opened with a passphrase: nothing of it may stay in the browser, not in its history either. */
	readonly isEncrypted: boolean;
	connect(purpose: PortPurpose): MessagePort;
	/** Of one of the workers that a copy has; '' until its source is there. */
	workerUrl(name: CopyWorkerName): string;
	/** What lies under the places of the map, a `WorldAtlas`; null where none of them has coordinates. */
	baseMap(): Promise<unknown>;
	catalogue(locale: Exclude<Locale, 'en'>): Promise<unknown>;
	/** When it was made, ISO 8601 UTC, and with which program. */
	made(): Promise<{ at: string; software: string }>;
	readonly seal: Watched<SealState>;
	/** Compares every part that was not read yet; once at a time. */
	checkSeal(): void;
	readonly notes: Watched<NotesState>;
	/** Has the browser keep notes and settings on this device from now on. Rejects when it does not. */
	keepNotes(): Promise<void>;
	/** Takes them out of the browser again; in this window they stay. */
	forgetNotes(): Promise<void>;
	/** All that was written in this copy, as a W3C Web Annotation file that a merge takes; encrypted as the copy is. */
	notesFile(): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
	/** What is in the file was handed to the person. */
	notesSaved(): void;
	/** Public key of home, for whom notes can be sealed; null for a copy that does not know its home. */
	home(): Promise<string | null>;
	/**
	 * All that was written in this copy, as a file that only home opens; it was opened once more by the key that made it,
	 * which is kept no longer than that.
	 */
	sealNotes(): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
	/** Whether these are the bytes that were sealed last: a page does not see what became of a file it gave away. */
	isSealed(bytes: Uint8Array): boolean;
	/** Takes all that was written here out of the window and out of the browser. */
	removeNotes(): Promise<void>;
	/** Goes on from such a file: takes what was done in it and is not here. */
	openNotes(bytes: Uint8Array): Promise<OpenedNotes>;
}
