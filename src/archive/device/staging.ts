import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

/** Files on their way from a browser into the archive. They live in a folder of this process, below the data folder. */
export interface Staging {
	/**
	 * Keeps a stream as a file and gives its id. Throws unreadable-file above the limit, disk-full; nothing is left of a
	 * file that did not arrive whole. `name` is for the sentence only.
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

/** @param folder shared by all processes; what those that are gone have left there is removed. */
export function openStaging(folder: string): Staging {
	removeAbandoned(folder);
	const own = join(folder, String(process.pid));
	const assigned = new Map<JobId, readonly string[]>();
	const pathFor = (uploadId: string) => join(own, uploadId);

	function remove(uploadIds: readonly string[]): void {
		for (const uploadId of uploadIds) rmSync(pathFor(uploadId), { force: true });
	}

	return {
		async receive(stream, upload) {
			mkdirSync(own, { recursive: true, mode: 0o700 });
			const uploadId = randomUUID();
			const path = pathFor(uploadId);
			try {
				await pipeline(stream, limit(upload), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
			} catch (error) {
				rmSync(path, { force: true });
				throw asAppError(error);
			}
			return uploadId;
		},
		pathOf(uploadId) {
			const path = pathFor(uploadId);
			if (!/^[0-9a-f-]{36}$/.test(uploadId) || !existsSync(path)) throw new AppError('not-found', { what: uploadId });
			return path;
		},
		remove,
		assign: (jobId, uploadIds) => void assigned.set(jobId, uploadIds),
		release(jobId) {
			remove(assigned.get(jobId) ?? []);
			assigned.delete(jobId);
		},
		close: () => rmSync(own, { recursive: true, force: true }),
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

function isRunning(processId: number): boolean {
	if (!Number.isInteger(processId) || processId <= 0) return false;
	try {
		return process.kill(processId, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
