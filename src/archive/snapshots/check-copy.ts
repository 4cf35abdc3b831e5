import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection } from '#archive/db/connection.ts';
import { releaseBytes } from '#archive/db/release-bytes.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { getChunk, listOriginals } from './snapshots-repository.ts';

export interface CheckOptions {
	signal?: AbortSignal;
	/** After each original. */
	onOriginal?(done: number, total: number): void;
}

/**
 * Reads every original in a copy back, and closes it: a page that went bad unnoticed must not push a sound copy out.
 * Gives way to other work between pieces. Throws damaged-original.
 */
export async function checkCopy(copy: Connection, { signal, onOriginal }: CheckOptions = {}): Promise<void> {
	try {
		const originals = listOriginals(copy);
		for (const [index, original] of originals.entries()) {
			const hash = createHash('sha256');
			for (let ordinal = 0, bytes = getChunk(copy, original, 0); bytes; bytes = getChunk(copy, original, ++ordinal)) {
				hash.update(bytes);
				releaseBytes(bytes);
				await nextTurn();
				signal?.throwIfAborted();
			}
			if (hash.digest('hex') !== original) throw new AppError('damaged-original', { file: original });
			onOriginal?.(index + 1, originals.length);
		}
	} finally {
		copy.close();
	}
}
