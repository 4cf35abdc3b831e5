import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { Decrypter, type Identity } from 'age-encryption';
import { RandomAccessReader } from 'yauzl';
import { fileError } from '#archive/db/file-error.ts';
import { firstLine, measureHeader } from '#shared/age/header.ts';
import { countPieces, nonceBytes, pieceBytes, storedBytes, tagBytes } from '#shared/age/payload.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { PayloadCipher } from './payload-cipher.ts';

/** A header is a few hundred bytes for each recipient. */
const largestHeader = 1024 * 1024;
/** Read from the disk at once. */
const piecesAtOnce = 16;

/** Whether a file begins as an age file does. */
export async function isAgeFile(path: string): Promise<boolean> {
	const file = await open(path, 'r');
	try {
		const head = Buffer.alloc(firstLine.length);
		await file.read(head, 0, head.length, 0);
		return head.equals(Buffer.from(firstLine));
	} finally {
		await file.close();
	}
}

/** What an age file is sealed with tells its header: a passphrase stands alone there. */
export async function isSealedForKey(path: string): Promise<boolean> {
	const file = await open(path, 'r');
	try {
		const head = Buffer.alloc(64);
		await file.read(head, 0, head.length, 0);
		return isHeadForKey(head);
	} finally {
		await file.close();
	}
}

function isHeadForKey(head: Buffer): boolean {
	return !head.toString('latin1').startsWith(`${firstLine}-> scrypt `);
}

/**
 * An encrypted file that is read at any place without ever being plain on the disk. The package reads age files from
 * beginning to end only; a ZIP file is read from its end. Its header is opened by the package, pieces of its payload here.
 */
export class AgeFile extends RandomAccessReader {
	readonly sizeBytes: number;
	readonly #file: FileHandle;
	readonly #cipher: PayloadCipher;
	/** Where the first piece is stored. */
	readonly #start: number;
	readonly #pieceCount: number;
	readonly #storedEnd: number;

	private constructor(file: FileHandle, cipher: PayloadCipher, start: number, end: number) {
		super();
		this.#file = file;
		this.#cipher = cipher;
		this.#start = start;
		this.#storedEnd = end;
		this.#pieceCount = countPieces(end - start);
		this.sizeBytes = end - start - tagBytes * this.#pieceCount;
	}

	/**
	 * Throws wrong-passphrase or wrong-key when none of the identities opens it, needs-passphrase and needs-key when they are of
	 * the other kind, unreadable-file when it is damaged or no age file.
	 * Only the header is known to be whole then: `verify` reads the rest.
	 */
	static async open(path: string, identities: readonly (string | Identity)[]): Promise<AgeFile> {
		const file = await open(path, 'r').catch((error: unknown) => {
			throw fileError(basename(path), error);
		});
		try {
			return await openHeader(file, identities, (cipher, start, end) => new AgeFile(file, cipher, start, end));
		} catch (error) {
			const isForKey = await isSealedForKey(path).finally(() => file.close());
			throw isUnmatched(error) ? notOpened(path, isForKey, identities) : explain(path, error);
		}
	}

	/** Reads every piece; throws unreadable-file at the first that is not what was written. */
	async verify(path: string, signal?: AbortSignal): Promise<void> {
		try {
			for await (const _ of this.#pieces(0, this.#pieceCount)) if (signal?.aborted) throw new AppError('cancelled');
		} catch (error) {
			throw explain(path, error);
		}
	}

	/** For what fits into memory; throws as `verify` does. */
	async readAll(path: string): Promise<Uint8Array> {
		const pieces: Uint8Array[] = [];
		try {
			for await (const piece of this.#pieces(0, this.#pieceCount)) pieces.push(Uint8Array.from(piece));
		} catch (error) {
			throw explain(path, error);
		}
		return Buffer.concat(pieces);
	}

	override _readStreamForRange(start: number, end: number): Readable {
		return Readable.from(this.#range(start, end));
	}

	override close(callback: (error: Error | null) => void): void {
		this.#file.close().then(() => callback(null), callback);
	}

	async *#range(start: number, end: number): AsyncGenerator<Uint8Array> {
		const first = Math.floor(start / pieceBytes);
		let at = first * pieceBytes;
		for await (const plain of this.#pieces(first, Math.ceil(end / pieceBytes))) {
			yield plain.subarray(Math.max(0, start - at), Math.min(plain.length, end - at));
			at += plain.length;
		}
	}

	/** @param end the piece before which to stop. */
	async *#pieces(first: number, end: number): AsyncGenerator<Uint8Array> {
		const stored = Buffer.alloc(storedBytes * piecesAtOnce);
		for (let index = first; index < end; index += piecesAtOnce) {
			const from = this.#start + index * storedBytes;
			const to = Math.min(this.#storedEnd, from + storedBytes * Math.min(piecesAtOnce, end - index));
			const { bytesRead } = await this.#file.read(stored, 0, to - from, from);
			if (bytesRead !== to - from) throw new RangeError('the file ended early');
			for (let at = 0; at < bytesRead; at += storedBytes) {
				const piece = stored.subarray(at, Math.min(at + storedBytes, bytesRead));
				const number = index + at / storedBytes;
				yield this.#cipher.open(number, number === this.#pieceCount - 1, piece);
			}
		}
	}
}

async function openHeader<T>(
	file: FileHandle,
	identities: readonly (string | Identity)[],
	make: (cipher: PayloadCipher, start: number, end: number) => T,
): Promise<T> {
	const { size } = await file.stat();
	const head = Buffer.alloc(Math.min(size, largestHeader));
	await file.read(head, 0, head.length, 0);
	const headerBytes = measureHeader(head, size);
	const decrypter = new Decrypter();
	for (const identity of identities) decrypter.addIdentity(identity);
	const fileKey = await decrypter.decryptHeader(head.subarray(0, headerBytes));
	const start = headerBytes + nonceBytes;
	const nonce = head.subarray(headerBytes, start);
	if (nonce.length < nonceBytes) throw new RangeError('the file ended early');
	return make(new PayloadCipher(fileKey, nonce), start, size);
}

function isUnmatched(error: unknown): boolean {
	return error instanceof Error && error.message.startsWith('no identity matched');
}

/** A passphrase is an identity of ours, a key its text. */
function notOpened(path: string, isForKey: boolean, identities: readonly (string | Identity)[]): AppError {
	const areKeys = identities.some((identity) => typeof identity === 'string');
	const file = basename(path);
	if (isForKey) return new AppError(areKeys ? 'wrong-key' : 'needs-key', { file });
	return new AppError(areKeys ? 'needs-passphrase' : 'wrong-passphrase', { file });
}

/** The package and the cipher throw plain errors; what it means is told by where they come from. */
function explain(path: string, error: unknown): unknown {
	if (error instanceof AppError) return error;
	const file = basename(path);
	return new AppError('unreadable-file', { file, reason: message('package.reason.damaged') }, { cause: error });
}
