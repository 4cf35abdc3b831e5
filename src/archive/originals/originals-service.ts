import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { alreadyThere } from '#archive/db/already-there.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Writer } from '#archive/db/connection.ts';
import { fileError } from '#archive/db/file-error.ts';
import { releaseBytes } from '#archive/db/release-bytes.ts';
import { unwritable } from '#archive/db/unwritable.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { MediaFacts } from '#shared/domain/media-facts.ts';
import type { PictureFacts } from '#shared/domain/recognition.ts';
import type { Fixity } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import {
	countFixity,
	deleteChunks,
	deleteStrayChunks,
	type FixityCounts,
	findFixity,
	findHolder,
	findOriginal,
	findSizes,
	getChunk,
	getFileName,
	hasStrayChunks,
	insertChunk,
	insertMediaFacts,
	insertOriginal,
	insertPictureFacts,
	listLostOriginals,
	listOriginals,
	listOriginalsDue,
	listOriginalsOf,
	type Original,
	upsertFixityCheck,
} from './originals-repository.ts';

export type { Original };

/**
 * Size of a stored piece: large enough that a query is cheap beside it, small enough to hold many at once. From 1 MB on
 * Chromium's allocator maps memory anew for each, which made reading an archive back ten times slower.
 */
const chunkBytes = 512 * 1024;
/** Pieces written in one transaction while a large file is staged. */
const chunksPerCommit = 32;

/** What a proof asks of originals, wherever their bytes are. */
export type CheckedOriginals = Pick<OriginalsService, 'find' | 'verify'>;

/** Bytes as received: kept once per digest, never changed, streamed in and out in constant memory. */
export class OriginalsService {
	readonly #database: ArchiveDatabase;
	/** Pieces being written, or written and not yet an original; true when they are all there. */
	readonly #staged = new Map<Sha256, Promise<boolean>>();

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	find(sha256: Sha256): Original | undefined {
		return findOriginal(this.#database.reader, sha256);
	}

	/** Throws not-found. */
	get(sha256: Sha256): Original {
		const original = this.find(sha256);
		if (!original) throw new AppError('not-found', { what: sha256 });
		return original;
	}

	list(): Original[] {
		return listOriginals(this.#database.reader);
	}

	/** Those that these records hold, each once. */
	listOf(recordIds: readonly RecordId[]): Original[] {
		return listOriginalsOf(this.#database.reader, recordIds);
	}

	/** Those that records hold, all or these, and of which nothing is there but the digest; in none of the other lists. */
	listLost(recordIds: readonly RecordId[] | null = null): Original[] {
		return listLostOriginals(this.#database.reader, recordIds);
	}

	/** Those that were neither received nor read back since that instant (ISO 8601 UTC), the bin left out. */
	listDue(since: string): Original[] {
		return listOriginalsDue(this.#database.reader, since);
	}

	/** The record to show for it; undefined when none holds it any more. */
	holderOf(sha256: Sha256): RecordId | undefined {
		return findHolder(this.#database.reader, sha256);
	}

	/** Whether its bytes were other than those received when they were read back last. */
	isKnownChanged(sha256: Sha256): boolean {
		return findFixity(this.#database.reader, sha256) === 'changed';
	}

	/** The name under which the bytes were received first; undefined when no record holds them. */
	fileNameOf(sha256: Sha256): string | undefined {
		return getFileName(this.#database.reader, sha256);
	}

	counts(): FixityCounts {
		return countFixity(this.#database.reader);
	}

	/** Keeps bytes that are in memory, within the transaction that makes their record. Known bytes are kept once. */
	addWithin(writer: Writer, original: Original, bytes: Uint8Array): void {
		if (findOriginal(writer, original.sha256)) return;
		for (let ordinal = 0; ordinal * chunkBytes < bytes.length; ordinal += 1)
			insertChunk(writer, original.sha256, ordinal, bytes.subarray(ordinal * chunkBytes, (ordinal + 1) * chunkBytes));
		insertOriginal(writer, original, chunkBytes);
	}

	/**
	 * Writes the pieces of a file (`open` gives its bytes from the beginning) ahead of the transaction that makes its
	 * record, a few at a time, so that a file of any size needs little memory. Throws unreadable-file when its bytes are no longer those of `sha256`, `cancelled`
	 * on abort; either way the pieces are removed again. Of two jobs that bring the same bytes the second waits for the
	 * first, and writes them itself only when that one gave up.
	 */
	async stage(path: string, open: OpenBytes, sha256: Sha256, signal: AbortSignal): Promise<void> {
		while (!this.find(sha256)) {
			const others = this.#staged.get(sha256);
			if (!others) return this.#stageAlone(path, open, sha256, signal);
			if (await others) return;
		}
	}

	/** Ends the staging of these, and removes the pieces of those that did not become originals. */
	unstage(sha256s: readonly Sha256[]): void {
		const strays = sha256s.filter((sha256) => this.#staged.delete(sha256) && !this.find(sha256));
		if (strays.length === 0) return;
		this.#database.write((writer) => {
			for (const sha256 of strays) deleteChunks(writer, sha256);
		});
	}

	/** Makes an original of staged pieces, within the transaction that makes its record. */
	addStagedWithin(writer: Writer, original: Original): void {
		if (!findOriginal(writer, original.sha256)) insertOriginal(writer, original, chunkBytes);
	}

	/** Keeps what a picture's head says, beside the original that it is. */
	keepPictureFacts(writer: Writer, sha256: Sha256, facts: PictureFacts): void {
		insertPictureFacts(writer, sha256, facts);
	}

	/** The same of what a recording's head says. */
	keepMediaFacts(writer: Writer, sha256: Sha256, facts: MediaFacts): void {
		insertMediaFacts(writer, sha256, facts);
	}

	/** Removes pieces that a crash left without an original. */
	sweep(): void {
		if (hasStrayChunks(this.#database.reader)) this.#database.write(deleteStrayChunks);
	}

	/** The bytes in order, piece by piece; ends early where a piece is missing. */
	*chunks(sha256: Sha256): Generator<Uint8Array> {
		for (let ordinal = 0; ; ordinal += 1) {
			const bytes = getChunk(this.#database.reader, sha256, ordinal);
			if (!bytes) return;
			yield bytes;
		}
	}

	/**
	 * A part of the bytes, from a piece or two at a time; shorter where the original ends. Throws not-found, and
	 * damaged-original where a piece is missing or cut short.
	 */
	readRange(sha256: Sha256, offset: number, length: number): Uint8Array {
		const sizes = findSizes(this.#database.reader, sha256);
		if (!sizes) throw new AppError('not-found', { what: sha256 });
		const end = Math.min(offset + length, sizes.sizeBytes);
		const range = new Uint8Array(Math.max(0, end - offset));
		for (let at = offset; at < end; ) {
			const ordinal = Math.floor(at / sizes.chunkBytes);
			const start = at - ordinal * sizes.chunkBytes;
			const piece = getChunk(this.#database.reader, sha256, ordinal)?.subarray(start, start + end - at);
			if (!piece || piece.length === 0) throw new AppError('damaged-original', { file: sha256 });
			range.set(piece, at - offset);
			at += piece.length;
		}
		return range;
	}

	/** All bytes at once: for texts. Throws damaged-original when they do not have the digest. */
	read(sha256: Sha256): Uint8Array {
		const bytes = Buffer.concat([...this.chunks(sha256)]);
		if (createHash('sha256').update(bytes).digest('hex') !== sha256)
			throw new AppError('damaged-original', { file: sha256 });
		return bytes;
	}

	/** Reads the bytes back and compares; gives way to other work between pieces. Keeps nothing. */
	async verify(original: Original, signal: AbortSignal): Promise<Fixity> {
		// Nobody gets bytes back of which no entry says how they lie together, though they be there.
		if (!this.find(original.sha256)) return 'missing';
		const hash = createHash('sha256');
		let sizeBytes = 0;
		try {
			for (const bytes of this.chunks(original.sha256)) {
				hash.update(bytes);
				sizeBytes += bytes.length;
				releaseBytes(bytes);
				await nextTurn();
				if (signal.aborted) throw new AppError('cancelled');
			}
		} catch (error) {
			if (error instanceof AppError) throw error;
			return 'unverifiable';
		}
		if (sizeBytes === 0 && original.sizeBytes > 0) return 'missing';
		return hash.digest('hex') === original.sha256 ? 'intact' : 'changed';
	}

	keepCheck(writer: Writer, sha256: Sha256, outcome: Fixity): void {
		upsertFixityCheck(writer, sha256, outcome, new Date(this.#database.now()).toISOString());
	}

	/**
	 * Writes the bytes beside `path` and gives them that name only when their digest is right; never over a file. Nothing has
	 * the name before: on a stick that is gone meanwhile nobody could take it away again.
	 */
	async saveTo(sha256: Sha256, path: string): Promise<void> {
		this.get(sha256);
		const partial = `${path}.${randomUUID()}.partial`;
		try {
			refuseTaken(path);
			await this.#writeChecked(sha256, partial);
			await nameNew(partial, path);
		} catch (error) {
			// Where the medium is gone, so is what was written to it.
			await rm(partial, { force: true }).catch(() => undefined);
			throw unwritable(path, error);
		}
	}

	async #writeChecked(sha256: Sha256, path: string): Promise<void> {
		const file = await open(path, 'wx');
		try {
			const hash = createHash('sha256');
			for (const bytes of this.chunks(sha256)) {
				hash.update(bytes);
				// All of them, or it throws: a single write to a medium that is nearly full writes what there is room for.
				await file.writeFile(bytes);
				releaseBytes(bytes);
			}
			if (hash.digest('hex') !== sha256) throw new AppError('damaged-original', { file: sha256 });
			await file.sync();
		} finally {
			await file.close();
		}
	}

	async #stageAlone(path: string, open: OpenBytes, sha256: Sha256, signal: AbortSignal): Promise<void> {
		const staging = this.#stagePieces(path, open, sha256, signal).catch((error: unknown) => {
			this.#staged.delete(sha256);
			this.#database.write((writer) => deleteChunks(writer, sha256));
			throw error;
		});
		this.#staged.set(
			sha256,
			staging.then(
				() => true,
				() => false,
			),
		);
		await staging;
	}

	async #stagePieces(path: string, open: OpenBytes, sha256: Sha256, signal: AbortSignal): Promise<void> {
		const hash = createHash('sha256');
		let pending: Uint8Array[] = [];
		let written = 0;
		const flush = () => {
			const [from, pieces] = [written, pending];
			this.#database.write((writer) => {
				for (const [index, bytes] of pieces.entries()) insertChunk(writer, sha256, from + index, bytes);
			});
			written += pieces.length;
			pending = [];
		};
		for await (const bytes of fixedPieces(open())) {
			if (signal.aborted) throw new AppError('cancelled');
			hash.update(bytes);
			pending.push(bytes);
			if (pending.length === chunksPerCommit) flush();
		}
		flush();
		if (hash.digest('hex') !== sha256)
			throw new AppError('unreadable-file', { file: path, reason: message('import.reason.changedWhileRead') });
	}
}

function refuseTaken(path: string): void {
	if (existsSync(path)) throw alreadyThere(path);
}

/** Gives a finished file its name, unless another has got it meanwhile. Throws archive-exists. */
async function nameNew(partial: string, path: string): Promise<void> {
	try {
		// A second name is refused where there is one, which renaming would replace.
		await link(partial, path);
		await rm(partial);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(path);
		// Media without links, as sticks mostly are, leave a moment between looking and naming.
		refuseTaken(path);
		await rename(partial, path);
	}
}

/** Gives the bytes of a file from the beginning, each time it is called. */
export type OpenBytes = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export function fileBytes(path: string | Buffer): AsyncIterable<Uint8Array> {
	return createReadStream(path, { highWaterMark: chunkBytes });
}

/** SHA-256, size and first bytes of a file, in constant memory. Throws unreadable-file, or `cancelled`. */
export async function digestPieces(
	path: string,
	pieces: AsyncIterable<Uint8Array>,
	signal: AbortSignal,
): Promise<{ sha256: Sha256; sizeBytes: number; head: Uint8Array }> {
	const hash = createHash('sha256');
	let sizeBytes = 0;
	let head: Uint8Array = new Uint8Array();
	try {
		for await (const bytes of fixedPieces(pieces)) {
			if (signal.aborted) throw new AppError('cancelled');
			if (sizeBytes === 0) head = bytes.subarray(0, 4096);
			hash.update(bytes);
			sizeBytes += bytes.length;
		}
	} catch (error) {
		throw fileError(path, error);
	}
	return { sha256: hash.digest('hex') as Sha256, sizeBytes, head };
}

/** Pieces of exactly `chunkBytes`, the last one excepted, whatever the stream delivers. */
async function* fixedPieces(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const piece = Buffer.allocUnsafe(chunkBytes);
	let filled = 0;
	for await (const data of pieces) {
		let bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
		while (bytes.length > 0) {
			const copied = bytes.copy(piece, filled);
			filled += copied;
			bytes = bytes.subarray(copied);
			if (filled < chunkBytes) continue;
			yield Buffer.from(piece);
			filled = 0;
		}
	}
	if (filled > 0) yield Buffer.from(piece.subarray(0, filled));
}
