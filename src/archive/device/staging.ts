import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { makeMemoryFolder } from './memory-folder.ts';
import { isRunning } from './running-process.ts';

/**
 * Files on their way from a browser into the archive. They live in a folder of this process, below the data folder; on
 * their way into an archive with a passphrase in one that lies in memory.
 */
export interface Staging {
	/**
	 * Keeps a stream as a file and gives its id. Throws unreadable-file above the limit, disk-full; nothing is left of a
	 * file that did not arrive whole; unwritable-file where it may only lie in memory and there is no such place. `name` is
	 * for the sentence only.
	 */
	receive(stream: Readable, upload: { name: string; limitBytes: number }): Promise<string>;
	/** Absolute path of what was received; throws not-found. */
	pathOf(uploadId: string): string;
	remove(uploadIds: readonly string[]): void;
	/** Notes which job these are for. */
	assign(jobId: JobId, uploadIds: readonly string[]): void;
	/** Removes what was for this job. */
	release(jobId: JobId): void;
	/** Removes all of it. */
	close(): void;
}

/**
 * @param folder shared by all processes; what those that are gone have left there is removed.
 * @param isSecret whether what comes now may not be written to the disk as it is
 */
export function openStaging(folder: string, isSecret: () => boolean = () => false): Staging {
	removeAbandoned(folder);
	const own = join(folder, String(process.pid));
	let inMemory: string | null = null;
	const assigned = new Map<JobId, readonly string[]>();
	const paths = new Map<string, string>();

	function folderFor(name: string): string {
		if (!isSecret()) return own;
		inMemory ??= makeMemoryFolder();
		if (inMemory === null)
			throw new AppError('unwritable-file', { file: name, reason: message('serve.upload.noMemory') });
		return inMemory;
	}

	function remove(uploadIds: readonly string[]): void {
		for (const uploadId of uploadIds) {
			const path = paths.get(uploadId);
			if (path !== undefined) rmSync(path, { force: true });
			paths.delete(uploadId);
		}
	}

	return {
		async receive(stream, upload) {
			const place = folderFor(upload.name);
			mkdirSync(place, { recursive: true, mode: 0o700 });
			const uploadId = randomUUID();
			const path = join(place, uploadId);
			const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
			try {
				await pipeline(stream, limit(upload), file);
			} catch (error) {
				// It may fail before its file is opened, which would then appear after it was removed.
				if (!file.closed) await new Promise<void>((closed) => file.once('close', () => closed()));
				rmSync(path, { force: true });
				throw asAppError(error);
			}
			paths.set(uploadId, path);
			return uploadId;
		},
		pathOf(uploadId) {
			const path = paths.get(uploadId);
			if (path === undefined || !existsSync(path)) throw new AppError('not-found', { what: uploadId });
			return path;
		},
		remove,
		assign: (jobId, uploadIds) => void assigned.set(jobId, uploadIds),
		release(jobId) {
			remove(assigned.get(jobId) ?? []);
			assigned.delete(jobId);
		},
		close() {
			for (const place of [own, inMemory]) if (place !== null) rmSync(place, { recursive: true, force: true });
		},
	};
}

function limit(upload: {
	name: string;
	limitBytes: number;
}): (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
	return async function* count(source) {
		let received = 0;
		for await (const chunk of source) {
			received += chunk.length;
			if (received > upload.limitBytes) throw tooLarge(upload);
			yield chunk;
		}
	};
}

/** What a file above the limit is refused with, before or after its bytes were counted. */
export function tooLarge({ name, limitBytes }: { name: string; limitBytes: number }): AppError {
	const reason = message('serve.upload.tooLarge', { megabytes: Math.floor(limitBytes / 1_000_000) });
	return new AppError('unreadable-file', { file: name, reason });
}

function asAppError(error: unknown): unknown {
	return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new AppError('disk-full', {}, { cause: error }) : error;
}

function removeAbandoned(folder: string): void {
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder))
		if (!isRunning(Number(name))) rmSync(join(folder, name), { recursive: true, force: true });
}
