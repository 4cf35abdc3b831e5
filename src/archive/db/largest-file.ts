import { readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { Connection } from './connection.ts';
import { translateSqliteError } from './sqlite-error.ts';

/** `f_type` of FAT, which takes no file of 4 GB (statfs(2)). */
const fatType = 0x4d44;
const fatLargestBytes = 2 ** 32 - 1;
/** What systems that tell nothing of it have as their largest: FAT behind a network or a phone, and old NFS. */
const knownLargestBytes = [fatLargestBytes, 2 ** 31 - 1];
/** A write that goes over the largest size ends short of it by less than a page, the largest of which this is. */
const pageBytes = 64 * 1024;
/** What `max_page_count` is where nobody set it, in this and all later versions of SQLite. */
const unlimitedPages = 2 ** 32 - 2;

/** The largest that a file in this folder may become, by its medium or for this process; null where that is not known. */
export function largestFileBytesIn(folder: string): number | null {
	const largest = Math.min(isFat(folder) ? fatLargestBytes : Number.POSITIVE_INFINITY, readProcessLimit());
	return Number.isFinite(largest) ? largest : null;
}

/** Media behind a network may not say what they are. */
function isFat(folder: string): boolean {
	try {
		return statfsSync(folder).type === fatType;
	} catch {
		return false;
	}
}

/** `ulimit -f`, which Linux tells in a table (proc_pid_limits(5)). */
function readProcessLimit(): number {
	try {
		const [, soft] = /^Max file size +(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1')) ?? [];
		return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft);
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}

/**
 * Has an archive refuse what would make its file larger than it may be, before that is saved: what the log took and the
 * file does not could not be put into it by anybody. The log, which may be no larger either, is emptied in time.
 *
 * @param largestBytes as `largestFileBytesIn` tells it; null limits nothing
 */
export function limitGrowth(connection: Connection, largestBytes: number | null): void {
	if (largestBytes === null) return;
	const pages = largestBytes / Number(connection.pragma('page_size'));
	connection.pragma(`max_page_count = ${Math.floor(pages)}`);
	limitLog(connection, 'by-file');
}

/** Whether the log is emptied where it comes to a quarter of what the file may be; of one that may be of any size, never. */
export function limitLog(connection: Connection, limit: 'by-file' | 'not'): void {
	const most = Number(connection.pragma('max_page_count'));
	const isLimited = limit === 'by-file' && most < unlimitedPages;
	connection.pragma(`wal_autocheckpoint = ${isLimited ? Math.floor(most / 4) : 0}`);
}

/** What SQLite says of a change that was not saved. That a file came to its largest size, it does not tell from a full disk. */
export function translateWriteError(connection: Connection, error: unknown): unknown {
	const { code } = error as { code?: unknown };
	if (code === 'SQLITE_READONLY_DBMOVED') return movedAway(connection, error);
	const isOutgrown =
		(code === 'SQLITE_FULL' && isLimitNearerThanFull(connection)) ||
		(code === 'SQLITE_IOERR_WRITE' && hasLargestSize(connection.path));
	if (!isOutgrown) return translateSqliteError(error);
	return new AppError('disk-full', { archive: basename(connection.path) }, { cause: error });
}

/** The archive's file is not where it was opened any more. */
export function movedAway(connection: Connection, cause?: unknown): AppError {
	return new AppError('disk-error', { archive: basename(connection.path) }, { cause });
}

function isLimitNearerThanFull(connection: Connection): boolean {
	const freeBytes = freeBytesBeside(connection.path);
	const [size, most, count] = ['page_size', 'max_page_count', 'page_count'].map((name) =>
		Number(connection.pragma(name)),
	) as [number, number, number];
	return (most - count) * size < freeBytes;
}

/** 0 where there is no such place, as of an archive in memory, or of a medium that is gone. */
function freeBytesBeside(path: string): number {
	try {
		const { bavail, bsize } = statfsSync(dirname(realpathSync(path)));
		return bavail * bsize;
	} catch {
		return 0;
	}
}

function hasLargestSize(path: string): boolean {
	const sizes = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
	const ofProcess = readProcessLimit();
	const isAt = (size: number, most: number) => size > most - pageBytes && size <= most;
	return sizes.some((size) => size > ofProcess - pageBytes || knownLargestBytes.some((most) => isAt(size, most)));
}
