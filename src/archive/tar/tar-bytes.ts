import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';

const pieceBytes = 1024 * 1024;

/**
 * The bytes of a TAR file, those of a packed one unfolded. Opened for each piece anew: a job may hold many of these, and
 * nothing has to be closed when it ends early.
 */
export class TarBytes {
	readonly #path: string;
	readonly #isPacked: boolean;
	/** Where the last stretch of a packed file ended: the next one mostly begins behind it. */
	#reader: ByteReader | null = null;
	#turn: Promise<unknown> = Promise.resolve();

	constructor(path: string, isPacked: boolean) {
		this.#path = path;
		this.#isPacked = isPacked;
	}

	/** From the beginning. */
	all(): AsyncIterable<Uint8Array> {
		const pieces = piecesOf(this.#path, 0, Number.POSITIVE_INFINITY);
		if (!this.#isPacked) return pieces;
		const unpacked = createGunzip();
		const packed = Readable.from(pieces, { objectMode: false });
		packed.on('error', (error) => unpacked.destroy(error));
		return packed.pipe(unpacked);
	}

	/**
	 * A stretch of it. Those of a packed file are read one at a time, and cost one pass through the file when they are
	 * asked for in its order. Throws RangeError where the file ends before.
	 */
	async *stretch(offset: number, sizeBytes: number): AsyncGenerator<Uint8Array> {
		if (this.#isPacked) yield* this.#unpacked(offset, sizeBytes);
		else yield* whole(piecesOf(this.#path, offset, offset + sizeBytes), sizeBytes);
	}

	async *#unpacked(offset: number, sizeBytes: number): AsyncGenerator<Uint8Array> {
		const before = this.#turn;
		const { promise, resolve: end } = turn();
		this.#turn = promise;
		await before;
		try {
			const known = this.#reader && this.#reader.position <= offset ? this.#reader : null;
			const reader = known ?? new ByteReader(this.all());
			// One that is left in the middle is not gone on with.
			this.#reader = null;
			if (!(await reader.skip(offset - reader.position))) throw new RangeError('the TAR file ends');
			yield* whole(stretchOf(reader, sizeBytes), sizeBytes);
			this.#reader = reader;
		} finally {
			end();
		}
	}
}

/** `Promise.withResolvers` is not in the older of the two runtimes. */
function turn(): { promise: Promise<void>; resolve: () => void } {
	let resolve!: () => void;
	const promise = new Promise<void>((done) => {
		resolve = done;
	});
	return { promise, resolve };
}

async function* stretchOf(reader: ByteReader, sizeBytes: number): AsyncGenerator<Uint8Array> {
	for (let left = sizeBytes; left > 0; ) {
		const piece = await reader.some(Math.min(left, pieceBytes));
		if (!piece) return;
		left -= piece.length;
		yield piece;
	}
}

async function* whole(pieces: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncGenerator<Uint8Array> {
	let given = 0;
	for await (const piece of pieces) {
		given += piece.length;
		yield piece;
	}
	if (given < sizeBytes) throw new RangeError('the TAR file ends');
}

async function* piecesOf(path: string, from: number, to: number): AsyncGenerator<Uint8Array> {
	for (let position = from; position < to; ) {
		const piece = await readPiece(path, position, Math.min(pieceBytes, to - position));
		if (piece.length === 0) return;
		position += piece.length;
		yield piece;
	}
}

async function readPiece(path: string, position: number, length: number): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
