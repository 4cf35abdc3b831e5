import { existsSync, linkSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { closeWritten, createFile, openForWriting } from './archive-file.ts';
import type { ArchiveKey } from './archive-key.ts';
import { asideOf, freeOldName, removeBrokenOff, removeWithSidecars } from './broken-off.ts';
import { Connection } from './connection.ts';
import { writeRows } from './copy-rows.ts';
import { isLocked } from './inspection.ts';
import { lockedBy } from './lock-file.ts';
import { translateSqliteError } from './sqlite-error.ts';
import { syncFolder } from './sync.ts';

export interface Rewriting {
	/** What opens the file now, and what is to open it; null for no passphrase. */
	from: ArchiveKey | null;
	to: ArchiveKey | null;
	/** Every row counts twice: when it is copied, and when the copy is compared. */
	onProgress(done: number, total: number): void;
	signal?: AbortSignal;
}

/**
 * Writes a closed archive anew under another key; of a symbolic link, the file that it leads to. The new file is made
 * beside the old one, read back from the disk and compared with it row by row, while nobody can write to the old one;
 * only then it takes the old one's name. Gives the name under which the old file still lies there. Throws what opening
 * throws, archive-locked, cancelled, disk-full, and damaged-archive when the two are not the same; then the old file is as
 * it was, and nothing lies beside it.
 */
export async function rewriteFile(asked: string, { from, to, onProgress, signal }: Rewriting): Promise<string> {
	const path = realpathSync(asked);
	const aside = asideOf(path);
	// Whatever an earlier version or a crash left to be done is done first, and that it can be written to is sure.
	const alone = openAlone();
	try {
		removeBrokenOff(path);
	} finally {
		closeWritten(alone);
	}
	const guard = keepWritersOut();
	try {
		closeWritten(createFile(aside, to));
		await writeRows({ path: aside, key: to }, { path, key: from }, { signal, onProgress });
		// Windows gives no other name to what is open.
		if (process.platform === 'win32') guard.close();
		return takePlace(aside, path);
	} catch (error) {
		// Where the old file could not get its name back, this one is not the one to be given up.
		if (existsSync(path)) removeWithSidecars(aside);
		if (signal?.aborted) throw new AppError('cancelled');
		throw isLocked(error) ? lockedBy(asked) : translateSqliteError(error);
	} finally {
		guard.close();
	}

	function openAlone(): Connection {
		try {
			return openForWriting(path, from);
		} catch (error) {
			throw isLocked(error) ? lockedBy(asked) : error;
		}
	}

	/**
	 * A transaction that only reads keeps every writer out of a file without a write-ahead log. Subtle: it must be of the
	 * same library as the pair, since locks are the process's, and another one would give them up.
	 */
	function keepWritersOut(): Connection {
		const connection = new Connection(':memory:', 'create', null, { path, key: from });
		try {
			connection.execute('BEGIN');
			connection.get('SELECT count(*) AS n FROM other.sqlite_schema');
			if (connection.pragma('other.journal_mode') === 'wal') throw lockedBy(asked);
			return connection;
		} catch (error) {
			connection.close();
			throw isLocked(error) ? lockedBy(asked) : error;
		}
	}
}

/** Where links can be made there is a whole file under the archive's name at every moment; on FAT there is a gap. */
function takePlace(aside: string, path: string): string {
	const old = freeOldName(path);
	const isLinked = giveSecondName(path, old);
	try {
		renameSync(aside, path);
	} catch (error) {
		if (isLinked) rmSync(old);
		else renameSync(old, path);
		throw error;
	}
	// The old file may be removed next: by then the new one has its name for good.
	syncFolder(dirname(path));
	return old;
}

/** True where the file has both names now; else it has the second one alone. */
function giveSecondName(path: string, second: string): boolean {
	try {
		linkSync(path, second);
		return true;
	} catch {
		renameSync(path, second);
		return false;
	}
}
