import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/domain/app-error.ts';
import type { Sha256 } from '#shared/domain/ids.ts';

/** A file that was read; without its bytes where it is larger than was asked for. */
export interface WholeFile {
	sizeBytes: number;
	content: { bytes: Uint8Array; sha256: Sha256 } | null;
}

/** How a file begins. */
export interface FileHead {
	sizeBytes: number;
	head: Uint8Array;
}

interface Asked {
	path: string;
	mostBytes: number;
	isHead: boolean;
}

type Answer = { sizeBytes: number; bytes: Uint8Array | null; sha256: Sha256 | null };

/** As many files are read before a thread is there to read more. */
const filesWithoutThread = 8;

/**
 * The thread: each file in one go. It reads up to the size that the file has when it is opened, so one that grows
 * meanwhile is what it was then.
 */
const threadScript = `
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { parentPort } = require('node:worker_threads');

function read({ path, mostBytes, isHead }) {
	const file = fs.openSync(path, 'r');
	try {
		const sizeBytes = fs.fstatSync(file).size;
		if (!isHead && sizeBytes > mostBytes) return { sizeBytes, bytes: null, sha256: null };
		const room = new Uint8Array(Math.min(sizeBytes, mostBytes));
		let length = 0;
		for (let got = -1; got !== 0 && length < room.length; length += got)
			got = fs.readSync(file, room, length, room.length - length, length);
		const bytes = length === room.length ? room : room.slice(0, length);
		return { sizeBytes, bytes, sha256: isHead ? null : createHash('sha256').update(bytes).digest('hex') };
	} finally {
		fs.closeSync(file);
	}
}

parentPort.on('message', ({ id, asked }) => {
	try {
		const answer = read(asked);
		parentPort.postMessage({ id, answer }, answer.bytes ? [answer.bytes.buffer] : []);
	} catch (error) {
		parentPort.postMessage({ id, problem: error.message });
	}
});
`;

/**
 * Reads the files of one job. Each step of an asynchronous read wakes another thread and waits for it, six times a file,
 * which for many small files takes as long as writing them; so a thread of its own reads, digests, and hands over.
 */
export class FileReader {
	readonly #signal: AbortSignal;
	readonly #waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
	#thread: Worker | null = null;
	#count = 0;

	/** @param signal on abort, whatever is being read is `cancelled` at once, however slow the disk */
	constructor(signal: AbortSignal) {
		this.#signal = signal;
		signal.addEventListener('abort', () => this.#giveUp(new AppError('cancelled')), { once: true });
	}

	/** The whole file, unless it is larger. Throws what the file system says, or `cancelled`. */
	async whole(path: string, mostBytes: number): Promise<WholeFile> {
		const { sizeBytes, bytes, sha256 } = await this.#read({ path, mostBytes, isHead: false });
		return { sizeBytes, content: bytes && sha256 ? { bytes, sha256 } : null };
	}

	/** Its first bytes. Throws as `whole` does. */
	async head(path: string, mostBytes: number): Promise<FileHead> {
		const { sizeBytes, bytes } = await this.#read({ path, mostBytes, isHead: true });
		return { sizeBytes, head: bytes ?? new Uint8Array() };
	}

	/** Ends the thread. */
	close(): void {
		this.#giveUp(new AppError('cancelled'));
		void this.#thread?.terminate();
		this.#thread = null;
	}

	#read(asked: Asked): Promise<Answer> {
		if (this.#signal.aborted) return Promise.reject(new AppError('cancelled'));
		this.#count += 1;
		const id = this.#count;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			if (id > filesWithoutThread) this.#startedThread().postMessage({ id, asked });
			else
				readDirectly(asked, this.#signal).then(
					(answer) => this.#settle(id, ({ resolve: done }) => done(answer)),
					(error: Error) => this.#settle(id, ({ reject: refuse }) => refuse(error)),
				);
		});
	}

	#startedThread(): Worker {
		if (this.#thread) return this.#thread;
		const thread = new Worker(threadScript, { eval: true });
		thread.unref();
		thread.on('message', ({ id, answer, problem }: { id: number; answer?: Answer; problem?: string }) =>
			this.#settle(id, (read) => (answer ? read.resolve(answer) : read.reject(new Error(problem)))),
		);
		thread.on('error', (error: Error) => {
			this.#thread = null;
			this.#giveUp(error);
		});
		this.#thread = thread;
		return thread;
	}

	#settle(id: number, how: (read: { resolve(answer: Answer): void; reject(error: Error): void }) => void): void {
		const read = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (read) how(read);
	}

	#giveUp(error: Error): void {
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}

async function readDirectly({ path, mostBytes, isHead }: Asked, signal: AbortSignal): Promise<Answer> {
	const { size: sizeBytes } = await stat(path);
	if (isHead) return { sizeBytes, bytes: await readHead(path, mostBytes), sha256: null };
	if (sizeBytes > mostBytes) return { sizeBytes, bytes: null, sha256: null };
	const bytes = await readFile(path, { signal });
	return { sizeBytes: bytes.length, bytes, sha256: createHash('sha256').update(bytes).digest('hex') as Sha256 };
}

async function readHead(path: string, mostBytes: number): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
