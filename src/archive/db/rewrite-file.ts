import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { closeWritten, createFile, openForReading, openForWriting } from './archive-file.ts';
import type { ArchiveKey } from './archive-key.ts';
import { Connection } from './connection.ts';
import { copyTables, countOtherRows, findDifference } from './copy-tables.ts';
import { isLocked } from './inspection.ts';
import { lockedBy } from './lock-file.ts';
import { translateSqliteError } from './sqlite-error.ts';

export interface Rewriting {
	/** What opens the file now, and what is to open it; null for no passphrase. */
	from: ArchiveKey | null;
	to: ArchiveKey | null;
	/** Every row counts twice: when it is copied, and when the copy is compared. */
	onProgress(done: number, total: number): void;
	signal?: AbortSignal;
}

/**
 * Writes a closed archive anew under another key. The new file is made beside the old one, read back from the disk and
 * compared with it row by row; only then it takes the old one's name. Gives the name under which the old file still lies
 * there. Throws what opening throws, archive-locked, cancelled, disk-full, and damaged-archive when the two are not the same; then the
 * old file is as it was, and nothing lies beside it.
 */
export async function rewriteFile(path: string, { from, to, onProgress, signal }: Rewriting): Promise<string> {
	// Whatever an earlier version or a crash left to be done is done first, and that it can be written to is sure.
	closeWritten(openAlone(path, from));
	const aside = `${path}.new`;
	removeFile(aside);
	try {
		closeWritten(createFile(aside, to));
		let done = 0;
		let total = 0;
		const options = {
			signal,
			onRows(count: number) {
				done += count;
				onProgress(Math.min(done, total), total);
			},
		};
		await withPair('write', async (pair) => {
			total = 2 * countOtherRows(pair);
			pair.pragma('foreign_keys = OFF');
			// Nothing is lost if this file is: it has no name yet.
			pair.pragma('journal_mode = OFF');
			pair.pragma('synchronous = OFF');
			await copyTables(pair, options);
		});
		flush(aside);
		openForReading(aside, to).close();
		const differing = await withPair('read', (pair) => findDifference(pair, options));
		if (differing !== null)
			throw new AppError('damaged-archive', {
				file: basename(aside),
				reason: message('archive.reason.schema', { name: differing }),
			});
		return takePlace(aside, path);
	} catch (error) {
		removeFile(aside);
		if (signal?.aborted) throw new AppError('cancelled');
		throw translateSqliteError(error);
	}

	async function withPair<T>(mode: 'read' | 'write', work: (pair: Connection) => Promise<T>): Promise<T> {
		const pair = new Connection(aside, mode, to, { path, key: from });
		try {
			return await work(pair);
		} finally {
			pair.close();
		}
	}
}

function openAlone(path: string, key: ArchiveKey | null): Connection {
	try {
		return openForWriting(path, key);
	} catch (error) {
		throw isLocked(error) ? lockedBy(path) : error;
	}
}

/** Where links can be made there is a whole file under the archive's name at every moment; on FAT there is a gap. */
function takePlace(aside: string, path: string): string {
	const old = freeName(path);
	try {
		linkSync(path, old);
	} catch {
		renameSync(path, old);
	}
	renameSync(aside, path);
	return old;
}

/** `name.old.lectern`, or with the first number that is free. */
function freeName(path: string): string {
	const stem = path.replace(/\.lectern$/, '');
	for (let number = 1; ; number += 1) {
		const name = `${stem}.old${number === 1 ? '' : `-${number}`}.lectern`;
		if (!existsSync(name)) return name;
	}
}

function flush(path: string): void {
	const file = openSync(path, 'r+');
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

function removeFile(path: string): void {
	for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}
