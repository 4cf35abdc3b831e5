import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { checkpoint } from './archive-file.ts';
import type { Connection } from './connection.ts';
import { limitLog } from './largest-file.ts';

const pieceBytes = 1024 * 1024;

/**
 * The file of an archive that is open, to be read byte by byte while people go on writing to it: what they write is in the
 * log beside it until the next checkpoint, which whoever reads must hold off. So an encrypted archive is copied without
 * its passphrase, at the speed of the disk, and without being in anybody's way.
 */
export class LiveFile {
	readonly #connection: Connection;
	readonly #isReadOnly: boolean;
	#file: number | null = null;

	constructor(connection: Connection, isReadOnly: boolean) {
		this.#connection = connection;
		this.#isReadOnly = isReadOnly;
	}

	/** From then on it is the file that is open now, whatever takes its name, or becomes of it. */
	hold(): void {
		if (existsSync(this.#connection.path)) this.#open();
	}

	/**
	 * Makes the file what the archive is at this moment, until `letGo`, and gives its size in bytes. Throws invalid-input where
	 * the medium has no log: there the file itself changes with all that is written.
	 */
	settle(): number {
		const file = this.#open();
		if (!this.#isReadOnly) {
			if (this.#connection.pragma('journal_mode') !== 'wal')
				throw new AppError('invalid-input', { reason: message('backup.reason.no-log') });
			checkpoint(this.#connection);
			limitLog(this.#connection, 'not');
		}
		return fstatSync(file).size;
	}

	/** All of it, giving way to other work between pieces. */
	async *pieces(sizeBytes: number): AsyncGenerator<Buffer> {
		const file = this.#open();
		for (let at = 0; at < sizeBytes; ) {
			const piece = Buffer.alloc(Math.min(pieceBytes, sizeBytes - at));
			const count = readSync(file, piece, 0, piece.length, at);
			if (count === 0) return;
			yield piece.subarray(0, count);
			at += count;
			await nextTurn();
		}
	}

	/** Whoever settled it has read what they wanted: the log may be emptied into the file again. */
	letGo(): void {
		if (!this.#isReadOnly) limitLog(this.#connection, 'by-file');
	}

	/**
	 * Subtle: only once the connection is closed. Whoever closes a file gives up all locks that the process has on it (POSIX,
	 * fcntl), SQLite's too, and another program could then write to the archive.
	 */
	close(): void {
		if (this.#file !== null) closeSync(this.#file);
		this.#file = null;
	}

	#open(): number {
		this.#file ??= openSync(this.#connection.path, 'r');
		return this.#file;
	}
}
