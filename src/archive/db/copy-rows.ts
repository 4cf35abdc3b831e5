import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { openForReading } from './archive-file.ts';
import { Connection, type KeyedFile } from './connection.ts';
import { copyTables, countOtherRows, findDifference } from './copy-tables.ts';
import { syncFile } from './sync.ts';

export interface RowCopying {
	/** Every row counts twice: when it is copied, and when the copy is compared. */
	onProgress(done: number, total: number): void;
	signal?: AbortSignal | undefined;
}

/**
 * Fills an archive that was just made with every row of another one that nobody writes to, under a key of its own, reads it
 * back from the disk and compares it row by row. Throws damaged-archive when the two are not the same.
 */
export async function writeRows(
	target: KeyedFile,
	source: KeyedFile,
	{ onProgress, signal }: RowCopying,
): Promise<void> {
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
	syncFile(target.path);
	openForReading(target.path, target.key).close();
	const differing = await withPair('read', (pair) => findDifference(pair, options));
	if (differing !== null)
		throw new AppError('damaged-archive', {
			file: basename(target.path),
			reason: message('archive.reason.rows', { name: differing }),
		});

	async function withPair<T>(mode: 'read' | 'write', work: (pair: Connection) => Promise<T>): Promise<T> {
		const pair = new Connection(target.path, mode, target.key, source);
		try {
			return await work(pair);
		} finally {
			pair.close();
		}
	}
}
