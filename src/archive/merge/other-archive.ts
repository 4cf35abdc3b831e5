import { realpathSync } from 'node:fs';
import { openForReading } from '#archive/db/archive-file.ts';
import { keyOf } from '#archive/db/archive-key.ts';
import type { Connection, Reader } from '#archive/db/connection.ts';
import { fileError } from '#archive/db/file-error.ts';
import { isLocked, isNotClosed } from '#archive/db/inspection.ts';
import { lockedBy, readLockFile } from '#archive/db/lock-file.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { KnownChange } from './knowledge.ts';
import {
	findStep,
	hasColumn,
	type LoggedStep,
	listImpliedKnownChanges,
	listKnownChanges,
	listTables,
} from './merge-repository.ts';
import { eachChunk } from './written-once-repository.ts';

export interface OtherArchiveSource {
	/**
	 * It has no history: what is here, in whatever state, stays as it is, since it cannot be told which of two is the later.
	 */
	bringsOnlyNew?: boolean;
	/** Notes in it that have no place here and do not come. */
	goneCount?: number;
	/** The bytes of an original, in order. From the pieces in the archive itself when it is not given. */
	bytesOf?(sha256: string): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
	close(): void;
}

/** The archive that is merged into the open one: only ever read, of this version of the schema or an earlier one. */
export class OtherArchive {
	readonly reader: Reader;
	/** Its name, as sentences give it. */
	readonly file: string;
	readonly bringsOnlyNew: boolean;
	readonly goneCount: number;
	readonly #tables: ReadonlySet<string>;
	readonly #hasAuthors: boolean;
	readonly #source: OtherArchiveSource;

	constructor(reader: Reader, file: string, source: OtherArchiveSource) {
		this.reader = reader;
		this.file = file;
		this.bringsOnlyNew = source.bringsOnlyNew ?? false;
		this.goneCount = source.goneCount ?? 0;
		this.#source = source;
		this.#tables = listTables(reader);
		this.#hasAuthors = hasColumn(reader, 'steps', 'author');
	}

	/** Versions before this one lack some tables: they have nothing of that kind. */
	has(table: string): boolean {
		return this.#tables.has(table);
	}

	findStep(id: string): LoggedStep | undefined {
		return findStep(this.reader, id, this.#hasAuthors);
	}

	knownChanges(): KnownChange[] {
		return this.has('known_changes') ? listKnownChanges(this.reader) : listImpliedKnownChanges(this.reader);
	}

	bytesOf(sha256: string): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
		return this.#source.bytesOf?.(sha256) ?? eachChunk(this.reader, sha256);
	}

	close(): void {
		this.#source.close();
	}
}

/**
 * Opens it read-only; nothing is written to it or beside it. Throws what opening an archive throws, archive-locked while
 * it is open elsewhere, unreadable-file when it was not closed, and invalid-input for the open archive itself.
 * @param options.name as the person knows the file
 * @param options.passphrase needs-passphrase without one where the file has one; of no account where it has none
 */
export async function openOther(
	path: string,
	{ name, ownPath, passphrase }: { name: string; ownPath: string; passphrase: string | null },
): Promise<OtherArchive> {
	if (isSameFile(path, name, ownPath)) throw new AppError('invalid-input', { reason: message('merge.reason.itself') });
	// SQLite would make files beside one that is in write-ahead mode, even to read it.
	if (isNotClosed(path)) throw notClosed(path, name);
	const key = await keyOf(path, passphrase);
	let connection: Connection;
	try {
		connection = openForReading(path, key);
	} catch (error) {
		if (isLocked(error)) throw lockedBy(path, name);
		throw error;
	}
	return new OtherArchive(connection, name, { close: () => connection.close() });
}

function notClosed(path: string, name: string): AppError {
	if (readLockFile(path)) return lockedBy(path, name);
	return new AppError('unreadable-file', { file: name, reason: message('archive.reason.notClosed') });
}

function isSameFile(path: string, name: string, ownPath: string): boolean {
	if (ownPath === ':memory:') return false;
	try {
		return realpathSync(path) === realpathSync(ownPath);
	} catch (error) {
		throw fileError(name, error);
	}
}
