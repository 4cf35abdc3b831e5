import * as v from 'valibot';
import type { ArchiveId } from '../domain/ids.ts';
import type { Medium, Unplugged } from '../domain/medium.ts';
import { passphraseSchema } from './packages-api.ts';
import { lineSchema, nothing } from './schemas.ts';

/** Why an archive cannot be written to now. `copy`: it is a reading copy, which takes notes and nothing else. */
export type ReadOnlyReason = 'none' | 'locked' | 'media' | 'full' | 'asked' | 'copy';

/**
 * `intact`: the digest over all digests is the one that was kept. `changed`: it is another, though nothing was changed
 * through Lectern. `outdated`: the archive was not closed in order since it was kept. `unknown`: none was kept, or it was
 * not looked at yet.
 */
export type ContentRootState = 'intact' | 'changed' | 'outdated' | 'unknown';

/** What the frame of the window shows of the open archive. */
export interface ArchiveStatus {
	archiveId: ArchiveId;
	title: string;
	/** Absolute path of the file; people see its last part. */
	path: string;
	/** It is encrypted while it lies on the disk. */
	hasPassphrase: boolean;
	readOnly: ReadOnlyReason;
	/** Who has it open, when `readOnly` is `locked`: machine and time, in words for the sentence. */
	heldBy: { host: string; since: string } | null;
	/** What the file lies on. */
	medium: Medium;
	/** When it was last copied to another medium than its own, as far as this device's log tells (ISO 8601); null for never. */
	backedUpAt: string | null;
	/** The file that notes go to, of an archive that takes none itself; null for none. */
	sideNotesPath: string | null;
	/** When the snapshot being read was taken (ISO 8601), when `readOnly` is `locked`. */
	snapshotAt: string | null;
	recordCount: number;
	passageCount: number;
	annotationCount: number;
	/** Originals whose bytes are kept; `described only` records never count. */
	heldCount: number;
	intactCount: number;
	/** The oldest "last verified" of all originals; null while any was never verified. */
	verifiedAt: string | null;
	/** Whether what is listed of originals, texts and log is what it was when the archive was closed last. */
	contentRoot: ContentRootState;
	/** Records that are held but have no text to search. */
	noTextCount: number;
	/** Number of the last entry of the change log: what a search index says it covers. */
	changeNumber: number;
	/** Which program serves this: `electron 45.4.1`, `node 24.21.0`. */
	runtime: string;
}

export interface RecentArchive {
	path: string;
	title: string;
	openedAt: string;
}

export interface ArchiveCalls {
	status(): ArchiveStatus;
	/**
	 * Closes the open archive and opens this one; every client is told by `archive.opened`. Fails with the archive-* codes,
	 * needs-passphrase or archive-not-opened (whose detail has `path`), leaving the old one open.
	 */
	open(argument: { path: string; passphrase?: string }): ArchiveStatus;
	/** Makes a new, empty archive at `path`, encrypted where there is a passphrase, and opens it; `archive-exists` when something is there. */
	create(argument: { path: string; title: string; passphrase?: string }): ArchiveStatus;
	/**
	 * Gives the open archive a passphrase, another one, or none; `current` is the one it has. It is written anew beside the
	 * file and compared, and closed meanwhile: `archive.rewriting` tells how far it is, `archive.opened` that it is done.
	 * Gives the paths of files that still hold it as it was. Fails with archive-not-opened, read-only, cancelled, disk-full;
	 * then it is as it was.
	 */
	changePassphrase(argument: { current?: string; next: string | null }): { left: string[] };
	cancelPassphrase(): void;
	/** Files that still hold the open archive as it was under another passphrase or none: beside it, and copies on this device. */
	left(): string[];
	/** Removes the files that the last change of the passphrase left. */
	removeLeft(): void;
	/**
	 * Closes the open archive and forgets its key; every client is told by `archive.locked`. Calls fail with
	 * needs-passphrase until it is opened again. Fails with invalid-input for one without a passphrase.
	 */
	lock(): void;
	rename(argument: { title: string }): void;
	/**
	 * Closes the open archive in order, writes everything out and says whether its medium can be taken away. Every client is
	 * told: until it is opened again, every call about it gives `archive-closed`.
	 */
	unplug(): Unplugged;
	/** Ends the reading back that `unplug` does, and nothing else of it. */
	stopUnplugReading(): void;
	/** Archives opened on this device, newest first; kept in the device profile, never in an archive. */
	recent(): RecentArchive[];
}

export const archiveArguments = {
	status: nothing,
	open: v.object({ path: lineSchema, passphrase: v.exactOptional(passphraseSchema) }),
	create: v.object({
		path: lineSchema,
		title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
		passphrase: v.exactOptional(passphraseSchema),
	}),
	changePassphrase: v.object({ current: v.exactOptional(passphraseSchema), next: v.nullable(passphraseSchema) }),
	cancelPassphrase: nothing,
	left: nothing,
	removeLeft: nothing,
	lock: nothing,
	rename: v.object({ title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)) }),
	unplug: nothing,
	stopUnplugReading: nothing,
	recent: nothing,
};
